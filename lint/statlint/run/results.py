"""The results of the files of a run: what all of it needs at hand, the rest put away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from statlint.dataclass import dataclass, field, replace
from statlint.run.packed_result import PackedResult, in_short
from statlint.run.result import FileResult
from statlint.run.sealed import PutAway
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from statlint.run.packed_result import Rest
    from statlint.run.spill import Spill, Spilt

_AT_HAND = 300
"""Results that are kept as they are; of more, what is said of each file is put away."""


@dataclass(frozen=True, slots=True, eq=False)
class _Away:
    """Where the parts of a result stand: what is said of the file, and what rolls need of it."""

    said: Spilt
    unsettled: Spilt | None
    rest: Spilt


@dataclass(slots=True, eq=False)
class Results:
    """The results of files; `in_short` are without what is said of each file."""

    in_short: list[FileResult] = field(default_factory=list)
    _away: dict[int, _Away] = field(default_factory=dict)
    _spills: list[Spill] = field(default_factory=list)

    def add(self, result: FileResult | PackedResult) -> None:
        """Keep a result."""
        if isinstance(result, PackedResult):
            spill, short = self._spill(), result.in_short()
            unsettled = spill.put_packed(result.unsettled) if result.unsettled else None
            said, rest = spill.put_packed(result.said), spill.put_packed(result.rest)
        elif len(self.in_short) < _AT_HAND:
            self.in_short.append(result)
            return
        else:
            spill, short = self._spill(), FileResult(in_short(result.file), ())
            unsettled = None
            said = spill.put(replace(result, imprints=(), drifts=()))
            rest = spill.put((result.imprints, result.drifts))
        self._away[id(short)] = _Away(said, unsettled, rest)
        self.in_short.append(short)

    def _spill(self) -> Spill:
        if not self._spills:
            from statlint.run.spill import Spill

            self._spills.append(Spill())
        return self._spills[0]

    def for_rolls(self, result: FileResult) -> FileResult:
        """Give a result in short with the imprints and drifts of its tables."""
        away = self._away.get(id(result))
        if away is None:
            return result
        imprints, drifts = cast("Rest", self._spills[0].get(away.rest))
        return replace(result, imprints=imprints, drifts=drifts)

    def by_path(self) -> Iterator[tuple[str, list[FileResult]]]:
        """Go once through all that is said, path by path; each is let go of."""
        ordered = sorted(self.in_short, key=_path)
        ordered.reverse()
        self.in_short = []
        for path, several in groupby(_popped(ordered), key=_path):
            yield path, [self._whole(one) for one in several]

    def _whole(self, result: FileResult) -> FileResult:
        away = self._away.pop(id(result), None)
        if away is None:
            return result
        whole = cast("FileResult", self._spills[0].get(away.said))
        if away.unsettled is None:
            return whole
        return replace(whole, not_checked=PutAway(self._spills[0], away.unsettled, by_us=False))


def results_of(found: Iterable[FileResult | PackedResult]) -> Results:
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
