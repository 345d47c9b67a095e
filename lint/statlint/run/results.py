"""The results of the files of a run: what all of it needs at hand, the rest put away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, cast

from statlint.finding import FileReport
from statlint.run.result import FileResult

if TYPE_CHECKING:
    from statlint.run.spill import Spill, Spilt

_AT_HAND = 300
"""Results that are kept as they are; of more, what is said of each file is put away."""


@dataclass(frozen=True, slots=True, eq=False)
class _Away:
    """Where the parts of a result stand: what is said of the file, and what rolls need of it."""

    said: Spilt
    in_rolls: Spilt


@dataclass(slots=True, eq=False)
class Results:
    """The results of files; `in_short` are without what is said of each file."""

    in_short: list[FileResult] = field(default_factory=list)
    _away: dict[int, _Away] = field(default_factory=dict)
    _spills: list[Spill] = field(default_factory=list)

    def add(self, result: FileResult) -> None:
        """Keep a result."""
        if len(self.in_short) < _AT_HAND:
            self.in_short.append(result)
            return
        if not self._spills:
            from statlint.run.spill import Spill

            self._spills.append(Spill())
        file, spill = result.file, self._spills[0]
        short = FileReport(file.path, file.status, period=file.period, unit_name=file.unit_name)
        in_short = FileResult(short, ())
        self._away[id(in_short)] = _Away(
            spill.put(replace(result, imprints=(), drifts=())),
            spill.put(FileResult(short, (), imprints=result.imprints, drifts=result.drifts)),
        )
        self.in_short.append(in_short)

    def for_rolls(self, result: FileResult) -> FileResult:
        """Give a result in short with the imprints and drifts of its tables."""
        away = self._away.get(id(result))
        return cast("FileResult", self._spills[0].get(away.in_rolls)) if away else result

    def by_path(self) -> Iterator[tuple[str, list[FileResult]]]:
        """Go once through all that is said, path by path; each is let go of."""
        ordered = sorted(self.in_short, key=_path)
        ordered.reverse()
        self.in_short = []
        for path, several in groupby(_popped(ordered), key=_path):
            yield path, [self._whole(one) for one in several]

    def _whole(self, result: FileResult) -> FileResult:
        away = self._away.pop(id(result), None)
        return cast("FileResult", self._spills[0].get(away.said)) if away else result


def results_of(found: Iterable[FileResult]) -> Results:
    """Keep the results of a run one after the other."""
    results = Results()
    for one in found:
        results.add(one)
    return results


def _popped(results: list[FileResult]) -> Iterator[FileResult]:
    while results:
        yield results.pop()


def _path(result: FileResult) -> str:
    return result.file.path
