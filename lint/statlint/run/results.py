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
_TOGETHER = 16
"""Results that are put away together: what they have in common is kept once."""
_OPEN = 8
"""Of these as many at a time are at hand again: folders are gone through in another order."""


@dataclass(frozen=True, slots=True, eq=False)
class _Away:
    """Where the parts of a result stand: what is said of the file, and what rolls need of it."""

    said: Spilt
    unsettled: Spilt | None
    rest: Spilt


@dataclass(slots=True, eq=False)
class _Batch:
    """Some results that are put away together, as soon as they are enough."""

    whole: list[FileResult] = field(default_factory=list)
    said: Spilt | None = None
    rest: Spilt | None = None


@dataclass(slots=True, eq=False)
class Results:
    """The results of files; `in_short` are without what is said of each file."""

    in_short: list[FileResult] = field(default_factory=list)
    _away: dict[int, _Away | tuple[_Batch, int]] = field(default_factory=dict)
    _spills: list[Spill] = field(default_factory=list)
    _batch: _Batch = field(default_factory=_Batch)
    _opened: dict[Spilt, object] = field(default_factory=dict)
    """What was unpacked last of batches."""

    def add(self, result: FileResult | PackedResult) -> None:
        """Keep a result."""
        if isinstance(result, PackedResult):
            spill, short = self._spill(), result.in_short()
            unsettled = spill.put_packed(result.unsettled) if result.unsettled else None
            said, rest = spill.put_packed(result.said), spill.put_packed(result.rest)
            self._away[id(short)] = _Away(said, unsettled, rest)
        elif len(self.in_short) < _AT_HAND:
            short = result
        else:
            short = FileResult(in_short(result.file), ())
            self._away[id(short)] = self._batch, len(self._batch.whole)
            self._batch.whole.append(result)
            if len(self._batch.whole) == _TOGETHER:
                self._put(self._batch)
                self._batch = _Batch()
        self.in_short.append(short)

    def _put(self, batch: _Batch) -> None:
        """Put a batch away: what is said of its files, and what rolls need of them."""
        spill, whole = self._spill(), batch.whole
        batch.said = spill.put([replace(one, imprints=(), drifts=()) for one in whole])
        batch.rest = spill.put([(one.imprints, one.drifts) for one in whole])
        batch.whole = []

    def _get(self, place: Spilt) -> object:
        """Unpack what a batch has put away, unless that was done just now."""
        if place not in self._opened:
            if len(self._opened) >= _OPEN:
                del self._opened[next(iter(self._opened))]
            self._opened[place] = self._spills[0].get(place)
        return self._opened[place]

    def _spill(self) -> Spill:
        if not self._spills:
            from statlint.run.spill import Spill

            self._spills.append(Spill())
        return self._spills[0]

    def for_rolls(self, result: FileResult) -> Rest:
        """Give the imprints of the tables of a result in short, and their drifts."""
        away = self._away.get(id(result))
        if away is None:
            return result.imprints, result.drifts
        if isinstance(away, _Away):
            return cast("Rest", self._spills[0].get(away.rest))
        batch, at = away
        if batch.rest is None:
            return batch.whole[at].imprints, batch.whole[at].drifts
        return cast("list[Rest]", self._get(batch.rest))[at]

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
        if not isinstance(away, _Away):
            batch, at = away
            if batch.said is None:
                return batch.whole[at]
            return cast("list[FileResult]", self._get(batch.said))[at]
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
