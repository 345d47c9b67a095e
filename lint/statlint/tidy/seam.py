"""What is odd where a long list meets earlier ones: figures revised, keys lost, jumps."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import isnan

from statlint.dataclass import dataclass, replace
from statlint.tidy.joined import Joined, joined
from statlint.tidy.jumps import Jump, jumps_of
from statlint.tidy.listing import NO_PERIOD, Listing
from statlint.values import Thresholds

MOST = 1000
_MOST_LOST, _SOME_LOST = 0.05, 2
"""Share of the series that are to go on, and number beside it, up to which each lost is told."""
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that an earlier list gives otherwise: the column, the row, the row over there."""

    figures: int
    row: int
    then: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Keys that an earlier list has and this one has not: the latest row there, how many series.

    `key` is set where all of a code of that column are lost; `period` where only that is lacking.
    `new` is the first row of the one code that is new where one is lost.
    """

    row: int
    key: int | None = None
    count: int = 1
    period: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Seam:
    """A list joined with earlier ones, and what is odd about that; rows are those of the join.

    `compared` counts the figures that both have, `due` the series that are to go on.
    """

    join: Joined | None = None
    revised: tuple[Revised, ...] = ()
    compared: int = 0
    lost: tuple[Lost, ...] = ()
    due: int = 0
    jumps: tuple[tuple[int, Jump], ...] = ()

    @property
    def used(self) -> tuple[int, ...]:
        """The earlier lists that have the same columns and keys."""
        return self.join.used if self.join else ()

    @property
    def is_each_told(self) -> bool:
        """Whether so few keys are lost that each is told: else the list has another scope."""
        count = sum(one.count for one in self.lost)
        return count <= max(_SOME_LOST, _MOST_LOST * self.due)

    def without_jumps_in(self, rows: Collection[int]) -> Seam:
        """Leave out the jumps of figures that are told otherwise, and of revised ones."""
        told = {*rows, *(one.row for one in self.revised)}
        return replace(self, jumps=tuple(one for one in self.jumps if one[1].row not in told))

    def rows(self) -> Iterator[int]:
        """Go through the rows that matter."""
        for one in self.revised:
            yield from (one.row, one.then)
        for lost in self.lost:
            yield from (lost.row, *(() if lost.new is None else (lost.new,)))
        for _, jump in self.jumps:
            yield from (jump.row, *jump.beside)

    def rows_of(self, which: int) -> list[int]:
        """Give those of one list: 0 is the list itself, the others are the earlier ones."""
        if self.join is None:
            return []
        origins = map(self.join.origin, self.rows())
        return [row for at, row in origins if at == which]


def seam_of(own: Listing, earlier: Sequence[Listing]) -> Seam:
    """Hold a list against earlier ones."""
    join = joined(own, earlier) if earlier else None
    if join is None:
        return Seam()
    both = _Both(join)
    revised = list(both.revised())
    lost, due = both.lost()
    return Seam(
        join, tuple(revised), both.compared, tuple(lost), due, tuple(_jumps(both.once(), join))
    )


def _jumps(listing: Listing, join: Joined) -> Iterator[tuple[int, Jump]]:
    """Find the own figures that jump out of what the earlier lists have of their series."""
    for at, figures in enumerate(listing.figures):
        for jump in jumps_of(listing, figures, Thresholds()):
            if jump.row < join.own and any(row >= join.own for row in jump.beside):
                yield at, jump


class _Both:
    """Rows of a list and of earlier ones, period by period."""

    def __init__(self, join: Joined) -> None:
        """Put the rows of each period by their series, the own ones first."""
        self.join = join
        self.listing = join.listing
        self.compared = 0
        self.again: list[int] = []

    def revised(self) -> Iterator[Revised]:
        """Go through the figures that an earlier list gives otherwise; note what is there twice."""
        series = self.listing.series
        for rows in self.listing.by_period:
            known: dict[int, int] = {}
            for row in rows:
                first = known.setdefault(series[row], row)
                if first != row:
                    if row >= self.join.own:
                        self.again.append(row)
                    if first < self.join.own <= row:
                        yield from self._differing(first, row)

    def _differing(self, own: int, other: int) -> Iterator[Revised]:
        for at, figures in enumerate(self.listing.figures):
            now, then = figures.values[own], figures.values[other]
            if isnan(now) or isnan(then):
                continue
            self.compared += 1
            finer, coarser = sorted((figures.decimals[own], figures.decimals[other]), reverse=True)
            slack = _HALF * 10.0**-coarser if finer > coarser else 0.0
            if abs(now - then) > slack * (1 + 1e-9) + 1e-9 * abs(then):
                yield Revised(at, own, other)

    def once(self) -> Listing:
        """Leave out the earlier figures of periods that the list has itself."""
        periods = array("i", self.listing.periods)
        for row in self.again:
            periods[row] = NO_PERIOD
        return replace(self.listing, periods=periods)

    def lost(self) -> tuple[list[Lost], int]:
        """Find what the latest periods of the earlier lists have and the list itself has not."""
        own = self.join.own
        listing = self.listing
        present = set(listing.series[:own])
        there = {period for period in listing.periods[:own] if period != NO_PERIOD}
        latest = max(there, default=NO_PERIOD)
        found: dict[int, Lost] = {}
        due: set[int] = set()
        for period in self._ends(there, latest):
            mine = {listing.series[row] for row in listing.by_period[period] if row < own}
            for row in listing.by_period[period]:
                one = listing.series[row]
                if row < own:
                    continue
                due.add(one)
                if one not in present:
                    found[one] = Lost(row)
                elif period in there and one not in mine and one not in found:
                    found[one] = Lost(row, period=period)
        return self._by_code(found, present), len(due)

    def _ends(self, there: Collection[int], latest: int) -> list[int]:
        """Give the periods that both have, and the last of the earlier lists before the list."""
        before = [
            period
            for period, rows in enumerate(self.listing.by_period)
            if period < latest
            and period not in there
            and rows
            and self.listing.moments[period].kind == self.listing.moments[latest].kind
        ]
        shared = [
            period
            for period in there
            if any(row >= self.join.own for row in self.listing.by_period[period])
        ]
        return sorted({*shared, *before[-1:]})

    def _by_code(self, found: Mapping[int, Lost], present: Collection[int]) -> list[Lost]:
        """Join those of a code that is nowhere in the list."""
        listing = self.listing
        told: list[Lost] = []
        rest = dict(found)
        for key, column in enumerate(listing.keys):
            stride, size = listing.strides[key], len(column)
            kept = {series // stride % size for series in present}
            codes: defaultdict[int, list[int]] = defaultdict(list)
            for series in rest:
                code = series // stride % size
                if code not in kept:
                    codes[code].append(series)
            new = self._new(key) if len(codes) == 1 else None
            for several in codes.values():
                told.append(replace(found[several[0]], key=key, count=len(several), new=new))
                for series in several:
                    del rest[series]
        return told + list(rest.values())

    def _new(self, key: int) -> int | None:
        """Give the first row of the code that only the list itself has; None unless it is one."""
        codes = self.listing.keys[key].codes
        new = set(codes[: self.join.own]) - set(codes[self.join.own :])
        return codes.index(new.pop()) if len(new) == 1 else None
