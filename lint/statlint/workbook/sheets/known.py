"""What small parts of workbooks say: those of one program, or of one form, are equal file by file.

Parts are compared as they are packed, byte for byte: nothing is unpacked to know one again.
"""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from statlint.values.limits import Limits
    from statlint.workbook.sheets.package import Package

_T = TypeVar("_T")
_MOST = 64
_MOST_PACKED, _MOST_SIZE = 1 << 14, 1 << 16
"""Bytes of a part that is remembered, packed and unpacked: at most 1 MB of all, as packed."""


class KnownParts:
    """What was read of parts, within some limits; nobody may change what is given."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[tuple[object, ...], object] = {}
        self._limits: Limits | None = None
        self.has_met = False
        """Whether a part has come again."""

    def of(
        self, kind: str, part: str, package: Package, limits: Limits, read: Callable[[], _T]
    ) -> _T:
        """Give what `read` says of a part, read before if an equal part was; raises Refusal.

        `kind` is what is read of it; what a part says goes by its own name, too.
        """
        packed = package.small(part, _MOST_PACKED, _MOST_SIZE)
        if packed is None:
            return read()
        if limits is not self._limits:
            # Within other limits another part is refused.
            self._known.clear()
            self._limits = limits
        key = (kind, part, *packed)
        known = self._known.get(key)
        if known is None:
            # Only what was read to its end is known; what is refused is refused again.
            known = read()
            if len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            self._known[key] = known
        else:
            self.has_met = True
            package.note_read(part)
        return cast("_T", known)

    def __len__(self) -> int:
        """Count them."""
        return len(self._known)

    def clear(self) -> None:
        """Forget all of them."""
        self._known.clear()
        self.has_met = False


KNOWN = KnownParts()
"""What this process has read."""
