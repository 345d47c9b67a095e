"""The results of the files of a run: what all of it needs at hand, the rest packed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import cast

from statlint.finding import FileReport
from statlint.run.one import FileResult

_AT_HAND = 300
"""Results that are kept as they are; of more, what is said of each file is packed."""


@dataclass(slots=True, eq=False)
class Results:
    """The results of files; `in_short` are without what is said of each file."""

    in_short: list[FileResult] = field(default_factory=list)
    _packed: dict[int, bytes] = field(default_factory=dict)

    def add(self, result: FileResult) -> None:
        """Keep a result."""
        if len(self.in_short) < _AT_HAND:
            self.in_short.append(result)
            return
        from statlint.run.shelf import packed

        file = result.file
        short = FileReport(file.path, file.status, period=file.period, unit_name=file.unit_name)
        in_short = FileResult(short, (), imprints=result.imprints, drifts=result.drifts)
        self._packed[id(in_short)] = packed(replace(result, imprints=(), drifts=()))
        self.in_short.append(in_short)

    def by_path(self) -> Iterator[tuple[str, list[FileResult]]]:
        """Go once through all that is said, path by path; each is let go of."""
        ordered = sorted(self.in_short, key=_path)
        self.in_short = []
        for path, several in groupby(ordered, key=_path):
            yield path, [self._whole(one) for one in several]

    def _whole(self, result: FileResult) -> FileResult:
        content = self._packed.pop(id(result), None)
        if content is None:
            return result
        from statlint.run.shelf import unpacked

        return cast("FileResult", unpacked(content))


def results_of(found: Iterable[FileResult]) -> Results:
    """Keep the results of a run one after the other."""
    results = Results()
    for one in found:
        results.add(one)
    return results


def _path(result: FileResult) -> str:
    return result.file.path
