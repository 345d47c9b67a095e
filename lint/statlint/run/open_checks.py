"""Checks that could not be decided, for a cause that was told: they are read when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.finding import NotChecked
from statlint.run.sealed import PutAway, Sealed
from statlint.run.shelf import Shelf
from statlint.typed import TypeAlias, overload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding import Finding
    from statlint.run.result import FileResult, OpenOfFile
    from statlint.run.spill import Spill

_AT_HAND = 5_000
"""Checks that stay in memory as they are; more are put away."""
_PACKED_AT_HAND = 4_000_000
"""Bytes of packed ones that stay there."""
_Ids: TypeAlias = Mapping[str | None, str | None]
"""The diagnoses of a run, by their numbers in one file."""


@dataclass(slots=True, eq=False)
class OpenChecks(Sequence[NotChecked]):
    """The open checks of all files, in the order of their paths."""

    _of_files: list[tuple[OpenOfFile, _Ids]] = field(default_factory=list)
    _read: list[Shelf[NotChecked]] = field(default_factory=list)
    """All of them, once somebody has asked."""
    _spills: list[Spill] = field(default_factory=list)
    _count: int = 0
    _bytes: int = 0

    def add(
        self, results: Sequence[FileResult], before: Sequence[Finding], after: Sequence[Finding]
    ) -> None:
        """Add those of the files of one path, each with the diagnosis that it waits for, if any.

        `before` are the findings as their files numbered them, `after` the same as stamped.
        """
        for result in results:
            if not result.not_checked:
                continue
            path = result.file.path
            ids: dict[str | None, str | None] = {
                found.diagnosis: stamped.diagnosis
                for found, stamped in zip(before, after, strict=True)
                if found.diagnosis is not None and found.path == path
            }
            self._of_files.append((self._held(result.not_checked), ids))

    def _held(self, checks: OpenOfFile) -> OpenOfFile:
        """Put them away, where they are many."""
        if isinstance(checks, PutAway):
            return checks
        if isinstance(checks, Sealed):
            self._bytes += len(checks.content)
            if self._bytes < _PACKED_AT_HAND:
                return checks
            spill = self._spill()
            return PutAway(spill, spill.put_packed(checks.content), by_us=False)
        self._count += len(checks)
        if self._count < _AT_HAND:
            return checks
        spill = self._spill()
        return PutAway(spill, spill.put(checks), by_us=True)

    def _spill(self) -> Spill:
        if not self._spills:
            from statlint.run.spill import Spill

            self._spills.append(Spill())
        return self._spills[0]

    def finished(self) -> Sequence[NotChecked]:
        """Give them as a tuple, where they are few and not packed."""
        if all(isinstance(checks, tuple) for checks, _ in self._of_files):
            return self._all.finished()
        return self

    def __len__(self) -> int:
        """Count them."""
        return len(self._all)

    def __iter__(self) -> Iterator[NotChecked]:
        """Go through them in their order."""
        return iter(self._all)

    @overload
    def __getitem__(self, at: int) -> NotChecked: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[NotChecked]: ...
    def __getitem__(self, at: int | slice) -> NotChecked | Sequence[NotChecked]:
        """Give one, or several."""
        return self._all[at]

    def __eq__(self, other: object) -> bool:
        """Tell whether the same checks are in another list."""
        return self._all == other

    __hash__ = None  # type: ignore[assignment]  # it may grow

    @property
    def _all(self) -> Shelf[NotChecked]:
        if not self._read:
            shelf: Shelf[NotChecked] = Shelf()
            for checks, ids in self._of_files:
                shelf.extend(_with(one, ids) for one in checks)
            self._of_files.clear()
            self._read.append(shelf)
        return self._read[0]


def _with(check: NotChecked, ids: _Ids) -> NotChecked:
    if check.diagnosis is None:
        return check
    return replace(check, diagnosis=ids.get(check.diagnosis))
