"""What is said of each file, out of lists that go file by file."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from statlint.finding import Crash, Diagnosis, Finding, NotChecked
from statlint.typed import Generic, TypeVar

_Placed = TypeVar("_Placed", Finding, NotChecked, Diagnosis, Crash)


class ByPath(Generic[_Placed]):
    """What is said of each file; only where it stands is kept, for there may be very much."""

    def __init__(self, said: Sequence[_Placed]) -> None:
        """Look once where what is said of each file stands."""
        self._said: Sequence[_Placed] = said
        self._places: dict[str, list[slice]] = {}
        at = 0
        for path, found in groupby(said, key=lambda one: one.path):
            end = at + sum(1 for _ in found)
            self._places.setdefault(path, []).append(slice(at, end))
            at = end

    def __contains__(self, path: str) -> bool:
        """Tell whether anything is said of a file."""
        return path in self._places

    def of(self, path: str) -> list[_Placed]:
        """Give what is said of a file."""
        return [one for place in self._places.get(path, ()) for one in self._said[place]]

    @property
    def paths(self) -> AbstractSet[str]:
        """Give the files of which something is said."""
        return self._places.keys()


class Causes:
    """The causes of findings; those of one file are at hand, for findings come file by file."""

    def __init__(self, causes: Sequence[Diagnosis]) -> None:
        """Look once where the causes of each file stand."""
        self._by_path = ByPath(causes)
        self._path: str | None = None
        self._of_path: dict[str, Diagnosis] = {}

    def of(self, finding: Finding) -> Diagnosis | None:
        """Give the cause of a finding, where something is told of it."""
        if finding.diagnosis is None:
            return None
        if finding.path != self._path:
            self._path = finding.path
            self._of_path = {one.id: one for one in self._by_path.of(finding.path) if one.message}
        return self._of_path.get(finding.diagnosis)
