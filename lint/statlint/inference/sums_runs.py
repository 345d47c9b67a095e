"""Totals next to their parts: runs of strips that add up to a strip before or behind them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.ground import Column, Ground

_REACH = 3
"""Units that a sum of rounded figures may be off and still be looked at."""
_HITS = 6
"""Ends of runs looked at for one aggregate at one position, on either side."""
_SEAMS = 2
_KEPT = 3
_LEAST_BITS = 2
_POOREST = -4

_Site: TypeAlias = tuple[int, int, int]
"""An aggregate, and where in a view what stands before it ends and what is behind it begins."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a view that may add up to an aggregate: view[first:last]."""

    aggregate: int
    first: int
    last: int


class _Probe:
    """One position: the figures added up along a view, and the same in order of size."""

    def __init__(self, column: Column, view: Sequence[int]) -> None:
        """Add up the figures; they are put in order where any of them are looked up."""
        values = column.values
        self.column = column
        self.sums = list(accumulate([values[place] for place in view], initial=0))

    @cached_property
    def ends(self) -> list[int]:
        """The ends of the sums, those of the smallest first."""
        return sorted(range(len(self.sums)), key=self.sums.__getitem__)

    @cached_property
    def sizes(self) -> list[int]:
        """The sums in order of size."""
        return [self.sums[end] for end in self.ends]


def runs_of(
    ground: Ground, view: Sequence[int], aggregates: Sequence[int], seams: Sequence[int]
) -> Iterator[Run]:
    """Find the runs of a view that agree with an aggregate before or behind them.

    Two strips at least. What is found agrees at most of the positions probed; it is not proved.
    `seams` are the places between strips of the view where a list may end: a run to the next one
    is looked at even where it agrees nowhere to the last digit.
    """
    probes = [_Probe(column, view) for column in ground.columns]
    sites = [_site(view, aggregate) for aggregate in aggregates]
    natural = [tuple(_natural(seams, at, behind)) for _, at, behind in sites]
    met = [_met(probe, sites) for probe in probes]
    likely = frozenset().union(*met, *_held(probes, sites, natural))
    for index, (aggregate, at, behind) in enumerate(sites):
        if index not in likely and not ground.holes:
            continue
        near = [probe for probe, own in zip(probes, met, strict=True) if index in own]
        stretches = {*_ends(near, aggregate, at, behind), *natural[index]}
        ranked = sorted(_ranked(probes, aggregate, stretches), reverse=True)
        for _, _, first, last in ranked[:_KEPT]:
            if ground.holes or _may_hold(probes, aggregate, first, last):
                yield Run(aggregate, first, last)


def _site(view: Sequence[int], aggregate: int) -> _Site:
    at = bisect_left(view, aggregate)
    return aggregate, at, at + (at < len(view) and view[at] == aggregate)


def _met(probe: _Probe, sites: Sequence[_Site]) -> frozenset[int]:
    """Find the aggregates (by their order) that the figures added up may reach, either way.

    Sums lie on shelves as wide as what is in reach: one shelf or the next has what is looked for.
    Few have any, so that all the others need not be looked up in order.
    """
    values, sums = probe.column.values, probe.sums
    reach = _REACH * max(1, probe.column.coarsest)
    shelf = 2 * reach + 1
    shelves = {one // shelf for one in sums}
    shelves |= {one - 1 for one in shelves}
    return frozenset(
        [
            index
            for index, (aggregate, at, behind) in enumerate(sites)
            if (sums[behind] + values[aggregate] - reach) // shelf in shelves
            or (sums[at] - values[aggregate] - reach) // shelf in shelves
        ]
    )


def _held(
    probes: Sequence[_Probe], sites: Sequence[_Site], natural: Sequence[Iterable[tuple[int, int]]]
) -> Iterator[list[int]]:
    """Find the aggregates whose natural runs may hold at a probe, however much is rounded."""
    runs = [
        (index, site[0], first, last)
        for index, (site, own) in enumerate(zip(sites, natural, strict=True))
        for first, last in own
    ]
    for probe in probes:
        values, sums = probe.column.values, probe.sums
        most = probe.column.coarsest * len(sums)
        yield [
            index
            for index, aggregate, first, last in runs
            if -most <= 2 * (sums[last] - sums[first] - values[aggregate]) <= most
        ]


def _ends(probes: Sequence[_Probe], aggregate: int, at: int, behind: int) -> set[tuple[int, int]]:
    """Look up where the figures added up reach that of the aggregate, downwards and upwards."""
    found: set[tuple[int, int]] = set()
    for probe in probes:
        stated = probe.column.values[aggregate]
        if not stated:
            continue
        reach = _REACH * probe.column.units[aggregate]
        sums, sizes = probe.sums, probe.sizes
        wanted = sums[behind] + stated
        low = bisect_left(sizes, wanted - reach)
        if low < len(sizes) and sizes[low] <= wanted + reach:
            after = _hits(probe, low, wanted + reach, range(behind + 2, len(sums)))
            found.update((behind, end) for end in after)
        wanted = sums[at] - stated
        low = bisect_left(sizes, wanted - reach)
        if low < len(sizes) and sizes[low] <= wanted + reach:
            before = _hits(probe, low, wanted + reach, range(at - 1))
            found.update((end, at) for end in before)
    return found


def _natural(seams: Sequence[int], at: int, behind: int) -> Iterator[tuple[int, int]]:
    """Give the runs from an aggregate to the next seams, either way, and to the ends."""
    after = seams[bisect_left(seams, behind + 2) :]
    for end in {*after[:_SEAMS], *after[-1:]}:
        yield behind, end
    before = seams[: bisect_right(seams, at - 2)]
    for end in {*before[-_SEAMS:], *before[:1]}:
        yield end, at


def _hits(probe: _Probe, low: int, most: int, allowed: range) -> list[int]:
    high = bisect_right(probe.sizes, most, low)
    hits = [end for end in probe.ends[low:high] if end in allowed]
    return hits if len(hits) <= _HITS else sorted(hits)[: _HITS // 2] + sorted(hits)[-_HITS // 2 :]


def _ranked(
    probes: Sequence[_Probe], aggregate: int, stretches: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Add up rough bits over the probes: digits in which total and sum agree."""
    stated = [
        (value, value.bit_length(), probe.column.units[aggregate], probe.sums)
        for probe in probes
        if probe.column.shown[aggregate]
        for value in (probe.column.values[aggregate],)
    ]
    for first, last in stretches:
        bits = 0
        for value, length, unit, sums in stated:
            gap = 2 * (value - sums[last] + sums[first]) or unit
            agree = length - gap.bit_length()
            bits += agree - 1 if agree > _POOREST else _POOREST
        if bits >= _LEAST_BITS:
            yield bits, first - last, first, last


def _may_hold(probes: Sequence[_Probe], aggregate: int, first: int, last: int) -> bool:
    """Tell whether rounding explains the gap at any probe; where parts are withheld it need not."""
    return any(
        2 * abs(column.values[aggregate] - probe.sums[last] + probe.sums[first])
        <= column.units[aggregate] + (last - first) * column.coarsest
        for probe in probes
        if (column := probe.column).shown[aggregate]
    )
