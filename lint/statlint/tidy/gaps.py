"""Periods that a series lacks though it has those before and after, where that is no habit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.tidy.listing import Listing

_FEWEST_PERIODS = 3
_MOST_PERIODS = 1000
_MOST_GAPS = 0.02
"""Share of the figures due that may be missing before gaps are the habit of the list."""
_HABIT = 0.2
"""The same for the series that share a key, or the period, with the one that has a gap."""
_LATEST = 0.95
"""Share of series that must have the latest period before it is missing in the others."""
_SERIES = 20
_SOME = 2


@dataclass(frozen=True, slots=True)
class Missing:
    """A period that a series lacks, both by number; `key` is set where all of a key lack it."""

    series: int
    period: int
    key: int | None = None
    count: int = 1


def masks_of(listing: Listing) -> dict[int, int]:
    """Give for each series its periods, as the bits of a number."""
    masks: defaultdict[int, int] = defaultdict(int)
    for period, rows in enumerate(listing.by_period):
        bit = 1 << period
        for series in map(listing.series.__getitem__, rows):
            masks[series] |= bit
    return masks


def gaps_of(listing: Listing, masks: Mapping[int, int]) -> list[Missing]:
    """Find the periods that are missing, those that a whole key lacks as one."""
    found: list[Missing] = []
    kinds = sorted({moment.kind for moment in listing.moments})
    for kind in kinds:
        periods = [at for at, one in enumerate(listing.moments) if one.kind == kind]
        if _FEWEST_PERIODS <= len(periods) <= _MOST_PERIODS:
            found += _Gaps(listing, masks, periods).told()
    return found


def stated_gaps(
    listing: Listing, masks: Mapping[int, int], due: Collection[int]
) -> Iterator[Missing]:
    """Go through the periods that a form asks for and a series lacks, those of a key as one."""
    every = sum(1 << period for period in due)
    gaps = _Gaps(listing, masks, sorted(due), asked=every) if len(due) > 1 else None
    for series, mask in masks.items() if gaps is None else ():
        yield from (Missing(series, period) for period in _bits(every & ~mask))
    yield from gaps.told() if gaps else ()


class _Gaps:
    """The series of one kind of period, and what they lack."""

    def __init__(
        self,
        listing: Listing,
        masks: Mapping[int, int],
        periods: Sequence[int],
        asked: int = 0,
    ) -> None:
        """See from where to where each series runs; `asked` are periods that all must have."""
        self.asked = asked
        self.places = tuple(
            (stride, len(key)) for stride, key in zip(listing.strides, listing.keys, strict=True)
        )
        self.listing = listing
        every = sum(1 << period for period in periods)
        self.every = every
        self.masks = masks
        if len(periods) < len(listing.moments):
            self.masks = {one: mask & every for one, mask in masks.items() if mask & every}
        self.last = periods[-1] if self._reaches(periods[-1], periods[-2]) else None
        self.start = periods[0] if self._reaches(*periods[:2]) else None
        self.second = periods[1]
        self.begun = self._begun()

    def _reaches(self, end: int, beside: int) -> bool:
        """Tell whether nearly all series that have the period beside the first or last have it."""
        near = [mask for mask in self.masks.values() if mask >> beside & 1]
        there = sum(mask >> end & 1 for mask in near)
        return len(near) >= _SERIES and there >= _LATEST * len(near)

    def _begun(self) -> frozenset[tuple[int, int]]:
        """Give the codes that have some series from the first period on."""
        if self.start is None:
            return frozenset()
        return frozenset(
            (key, self._code(series, key))
            for series, mask in self.masks.items()
            if mask >> self.start & 1
            for key in range(len(self.listing.keys))
        )

    def due(self, series: int) -> int:
        """Give the periods that a series is to have, as bits."""
        if self.asked:
            return self.asked
        mask = self.masks[series]
        low, high = mask & -mask, mask.bit_length()
        if self.last is not None and high == self.last:
            high += 1
        if self.start is not None and low == 1 << self.second and self._is_begun(series):
            low = 1 << self.start
        return ((1 << high) - low) & self.every

    def _is_begun(self, series: int) -> bool:
        """Tell whether a series that lacks the first period is of no unit that came later."""
        keys = range(len(self.listing.keys))
        return all((key, self._code(series, key)) in self.begun for key in keys)

    def told(self) -> list[Missing]:
        """Choose the gaps that are no habit of the list, of their keys or of their period."""
        cells = [
            (series, period)
            for series, mask in self.masks.items()
            if (lack := self.due(series) & ~mask)
            for period in _bits(lack)
        ]
        due = sum(self.due(series).bit_count() for series in self.masks)
        whole = self._whole(cells)
        covered = {cell for _, cells_of in whole for cell in cells_of}
        rest = [cell for cell in cells if cell not in covered]
        if self.asked:
            return [one for one, _ in whole] + [Missing(*cell) for cell in rest]
        single = list(self._no_habit(rest))
        if len(single) > max(_SOME, _MOST_GAPS * due):
            single = []
        return [one for one, _ in whole] + [Missing(*cell) for cell in single]

    def _whole(
        self, cells: Sequence[tuple[int, int]]
    ) -> list[tuple[Missing, list[tuple[int, int]]]]:
        """Join the gaps of a key that has no figure at all in a period."""
        found = []
        taken: set[tuple[int, int]] = set()
        for key in range(len(self.listing.keys)):
            groups: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
            for series, period in cells:
                if (series, period) not in taken:
                    groups[self._code(series, key), period].append((series, period))
            several = {at: group for at, group in groups.items() if len(group) > 1}
            counts = self._due_at(key, several)
            full = [at for at, group in several.items() if counts[at] == len(group)]
            often = Counter(code for code, _ in full)
            habit = max(1, int(_HABIT * self.every.bit_count()))
            full = [at for at in full if often[at[0]] <= habit or self.asked]
            if not self.asked and len(full) > max(_SOME, _MOST_GAPS * len(self.listing.keys[key])):
                continue
            for at in full:
                group = several[at]
                taken.update(group)
                found.append((Missing(*group[0], key=key, count=len(group)), group))
        return found

    def _code(self, series: int, key: int) -> int:
        stride, size = self.places[key]
        return series // stride % size

    def _due_at(self, key: int, wanted: Iterable[tuple[int, int]]) -> Counter[tuple[int, int]]:
        """Count the series of some codes that are to have some periods."""
        periods: defaultdict[int, list[int]] = defaultdict(list)
        for code, period in wanted:
            periods[code].append(period)
        counts: Counter[tuple[int, int]] = Counter()
        for series in self.masks if periods else ():
            code = self._code(series, key)
            for period in periods.get(code, ()):
                counts[code, period] += self.due(series) >> period & 1
        return counts

    def _no_habit(self, cells: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Leave out gaps that others with the same key or in the same period have as well."""
        if not cells:
            return
        lacking = [
            Counter(self._code(series, key) for series, _ in cells)
            for key in range(len(self.listing.keys))
        ]
        absent = Counter(period for _, period in cells)
        due: list[Counter[int]] = [Counter() for _ in self.listing.keys]
        at_all: Counter[int] = Counter()
        for series in self.masks:
            wanted = self.due(series)
            for key, counts in enumerate(lacking):
                code = self._code(series, key)
                if code in counts:
                    due[key][code] += wanted.bit_count()
            for period in absent:
                at_all[period] += wanted >> period & 1
        for series, period in cells:
            own = (self.due(series) & ~self.masks[series]).bit_count()
            shares = [
                (lacking[key][self._code(series, key)] - own) / due[key][self._code(series, key)]
                for key in range(len(self.listing.keys))
            ]
            shares.append((absent[period] - 1) / at_all[period])
            if max(shares) <= _HABIT and own <= max(1, self._periods(series) // 5):
                yield series, period

    def _periods(self, series: int) -> int:
        return self.masks[series].bit_count()


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
