"""The open checks of a file, packed until somebody reads them: most reports only count them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.dataclass import dataclass
from statlint.finding import NotChecked
from statlint.typed import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.run.spill import Spill, Spilt


@dataclass(frozen=True, slots=True, eq=False)
class Sealed:
    """Open checks that are packed in memory, by whomever."""

    content: bytes

    def __iter__(self) -> Iterator[NotChecked]:
        """Unpack them; raises UnpackError."""
        # Here, since a run without cache and workers packs nothing.
        from statlint.run.cache_packing import unpack

        return iter(cast("tuple[NotChecked, ...]", unpack(self.content)))


@dataclass(frozen=True, slots=True, eq=False)
class PutAway:
    """Open checks that are put away; `by_us` is whether this very run has packed them."""

    spill: Spill
    place: Spilt
    by_us: bool

    def __iter__(self) -> Iterator[NotChecked]:
        """Unpack them; raises UnpackError."""
        if self.by_us:
            return iter(cast("tuple[NotChecked, ...]", self.spill.get(self.place)))
        return iter(Sealed(self.spill.content(self.place)))


def sealed(packed: bytes) -> Sealed | tuple[()]:
    """Give packed open checks; nothing is packed where there are none."""
    return Sealed(packed) if packed else ()


def seal(checks: Iterable[NotChecked]) -> bytes | None:
    """Pack open checks; None for what could not be unpacked."""
    if isinstance(checks, Sealed):
        return checks.content
    several = tuple(checks)
    if not several:
        return b""
    from statlint.run.cache_packing import pack

    return pack(several)
