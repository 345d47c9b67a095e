"""Figures of a long list that jump out of their series: beside the periods before and after."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from statlint.dataclass import dataclass
from statlint.odds.factors import power_of
from statlint.odds.levels import levels_of
from statlint.odds.pairs import Expected, Pair, score_of
from statlint.odds.unusual import bound_of
from statlint.tidy.columns import Figures
from statlint.tidy.listing import NO_PERIOD, Listing
from statlint.tidy.odd import stratum_of
from statlint.values import Thresholds

_LEAST = 3.0
"""Figures that have changed by less than so many times are not looked at again."""
_SAMPLE = 4000
"""So many figures of each period tell how figures move."""
_FEWEST = 30
"""Fewer changes of an indicator do not."""
_USUAL_COUNT = 20
"""An amount of the usual size of its indicator moves like a count of so many."""
_WIDEST = 1.0
"""The spread of changes from which on figures have no level that one could be far from."""
_MOST, _RARE = 6, 0.002
"""So many steps may be far, of an indicator as a whole and of each of its changes: to a figure out
of its series and back are two. More of them are its habit."""
_YEAR = {"": 1, "H": 2, "Q": 4, "M": 12}


@dataclass(frozen=True, slots=True)
class Jump:
    """A figure out of its series: its row, the rows beside it, and about what would be usual."""

    row: int
    beside: tuple[int, ...]
    usual: float
    power: int
    """The power of ten by which it is what would be usual; 0 where it is by none."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A figure far from that of the period before: both rows."""

    before: int
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class _Usual:
    """How the figures of one indicator move from one period to the next."""

    scale: float
    spread: float
    growth: Mapping[int, float]
    """By the place of the later period."""

    def expected(self, value: float, growth: float) -> Expected:
        """Say what follows a figure, on the scale of a count."""
        return Expected(growth * (value * self.scale + 0.5), growth, self.spread)


def jumps_of(listing: Listing, figures: Figures, thresholds: Thresholds) -> list[Jump]:
    """Find the figures that are far from those beside them in their series, and alone in it.

    A level that has changed for good is told only in the last period, where nothing follows. What
    comes back every year is usual.
    """
    stratum = stratum_of(listing)
    codes = listing.keys[stratum].codes if stratum is not None else array("b", bytes(len(listing)))
    look = _Look(listing, figures.values, codes)
    steps, samples, compared = look.steps()
    usual = {code: _usual(sample, figures) for code, sample in samples.items() if sample}
    bound = bound_of(compared, thresholds)
    far = [step for step in steps if look.is_far(step, usual.get(codes[step.row]), bound)]
    sampled = sum(len(several) for sample in samples.values() for several in sample.values())
    found = Counter(codes[step.row] for step in far)
    most = {
        code: max(_MOST, _RARE * compared / sampled * sum(map(len, sample.values())))
        for code, sample in samples.items()
    }
    rare = [step for step in far if found[codes[step.row]] <= most[codes[step.row]]]
    return sorted(look.judged(rare, usual, bound), key=lambda jump: jump.row)


_Sample = dict[int, list[tuple[int, float, float]]]
"""By the place of the later period: its row, the earlier figure and the later one."""


def _usual(sample: _Sample, figures: Figures) -> _Usual | None:
    """Learn from some changes of an indicator; None where there are too few."""
    changes = [one for several in sample.values() for one in several]
    if len(changes) < _FEWEST:
        return None
    whole = not any(figures.decimals[row] > 0 for row, _, _ in changes)
    scale = 1.0 if whole else _USUAL_COUNT / median(before for _, before, _ in changes)
    growth = {
        at: median((now * scale + 0.5) / (before * scale + 0.5) for _, before, now in several)
        for at, several in sample.items()
    }
    pairs = [
        Pair(str(row), "", growth[at] * before * scale, now * scale)
        for at, several in sample.items()
        for row, before, now in several
    ]
    spread = levels_of(pairs).spread
    return _Usual(scale, spread, growth) if spread < _WIDEST else None


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A column of figures of a list, with the indicator of each row."""

    listing: Listing
    values: Sequence[float]
    codes: Sequence[int]

    def steps(self) -> tuple[list[_Step], dict[int, _Sample], int]:
        """Go through the periods: what has changed much, some of all changes, how many there are.

        Only one period is kept at a time, so that a long list takes no more memory.
        """
        steps: list[_Step] = []
        samples: dict[int, _Sample] = {}
        compared = 0
        for at in self._following():
            compared += self._between(at, steps, samples)
        return steps, samples, compared

    def _following(self) -> Iterator[int]:
        """Go through the places of the periods that follow the one before."""
        moments = self.listing.moments
        for at in range(1, len(moments)):
            before, own = moments[at - 1], moments[at]
            if before.kind == own.kind and own.number == before.number + 1:
                yield at

    def _between(self, at: int, steps: list[_Step], samples: dict[int, _Sample]) -> int:
        values, series, codes = self.values, self.listing.series, self.codes
        earlier = {series[row]: row for row in self.listing.by_period[at - 1]}
        rows = self.listing.by_period[at]
        every = max(1, len(rows) // _SAMPLE)
        compared = 0
        for place, row in enumerate(rows):
            before = earlier.get(series[row])
            if before is None:
                continue
            was, now = values[before], values[row]
            if not (was > 0 and now > 0):
                continue
            compared += 1
            if now > _LEAST * was or was > _LEAST * now:
                steps.append(_Step(before, row))
            if place % every == 0:
                sample = samples.setdefault(codes[row], {})
                sample.setdefault(at, []).append((row, was, now))
        return compared

    def is_far(self, step: _Step, usual: _Usual | None, bound: float) -> bool:
        """Tell whether a change is unusual for the indicator."""
        if usual is None:
            return False
        growth = usual.growth.get(self.listing.periods[step.row], 1.0)
        expected = usual.expected(self.values[step.before], growth)
        return abs(score_of(self.values[step.row] * usual.scale, expected)) > bound

    def judged(
        self, far: Sequence[_Step], usual: Mapping[int, _Usual | None], bound: float
    ) -> Iterator[Jump]:
        """Tell jumps from returns and from new levels, by the other figures of their series."""
        listing = self.listing
        known = listing.rows_at(
            (listing.series[step.row], period)
            for step in far
            for period in self._around(listing.periods[step.row])
        )
        told: set[int] = set()
        for step in far:
            own = usual[self.codes[step.row]]
            if own is None:
                continue
            for row in (step.row, step.before):
                if row not in told and self._is_alone(row, known, own, bound):
                    told.add(row)
                    yield self._jump(row, known)
                    break

    def _around(self, period: int) -> Iterator[int]:
        """Give the places of the periods beside one, two on each side and a year off."""
        year = _YEAR.get(self.listing.moments[period].kind, 1)
        for step in {-year, -3, -2, -1, 0, 1, 2, year}:
            if 0 <= period + step < len(self.listing.moments):
                yield period + step

    def _is_alone(
        self, row: int, known: Mapping[tuple[int, int], int], usual: _Usual, bound: float
    ) -> bool:
        """Tell whether a figure is far from those on both sides, which are near to one another."""
        beside = [self.values[one] for one in self._beside(row, known)]
        value = self.values[row] * usual.scale
        scores = [score_of(value, usual.expected(one, 1.0)) for one in beside if one > 0]
        if not scores or min(map(abs, scores)) <= bound:
            return False
        return len({score > 0 for score in scores}) == 1 and not self._recurs(row, known)

    def _beside(self, row: int, known: Mapping[tuple[int, int], int]) -> list[int]:
        """Give the rows beside one; two before (or after) where it is the last (or first)."""
        period, series = self.listing.periods[row], self.listing.series[row]
        if period == NO_PERIOD:
            return []
        before = [known[at] for step in (1, 2) if (at := (series, period - step)) in known]
        after = [known[at] for step in (1, 2) if (at := (series, period + step)) in known]
        return [*before[:1], *after[:1]] if before and after else [*reversed(before), *after]

    def _recurs(self, row: int, known: Mapping[tuple[int, int], int]) -> bool:
        """Tell whether the same part of the year before or after was alike."""
        period, series = self.listing.periods[row], self.listing.series[row]
        year = _YEAR.get(self.listing.moments[period].kind, 1)
        if year == 1:
            return False
        others = [known.get((series, period + step)) for step in (-year, year)]
        value = self.values[row]
        return any(
            other is not None and value < _LEAST * self.values[other] < _LEAST**2 * value
            for other in others
        )

    def _jump(self, row: int, known: Mapping[tuple[int, int], int]) -> Jump:
        beside = tuple(self._beside(row, known))
        mean = median(self.values[one] for one in beside)
        return Jump(row, beside, mean, power_of(self.values[row], mean, 0.15))
