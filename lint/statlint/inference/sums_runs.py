"""Totals next to their parts: runs of strips that add up to a strip before or behind them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from statlint.inference.ground import Column, Ground

_REACH = 3
"""Units that a sum of rounded figures may be off and still be looked at."""
_HITS = 6
"""Ends of runs looked at for one aggregate at one position, on either side."""
_SEAMS = 2
_KEPT = 3
_LEAST_BITS = 2
_POOREST = -4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a view that may add up to an aggregate: view[first:last]."""

    aggregate: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class _Probe:
    """One position: the figures added up along a view, and the same in order of size."""

    column: Column
    sums: list[int]
    sizes: list[int]
    ends: list[int]


def runs_of(
    ground: Ground, view: Sequence[int], aggregates: Sequence[int], seams: Sequence[int]
) -> Iterator[Run]:
    """Find the runs of a view that agree with an aggregate before or behind them.

    Two strips at least. What is found agrees at most of the positions probed; it is not proved.
    `seams` are the places between strips of the view where a list may end: a run to the next one
    is looked at even where it agrees nowhere to the last digit.
    """
    probes = [_probe(column, view) for column in ground.columns]
    for aggregate in aggregates:
        at = bisect_left(view, aggregate)
        behind = at + (at < len(view) and view[at] == aggregate)
        stretches = {*_ends(probes, aggregate, at, behind), *_natural(seams, at, behind)}
        ranked = sorted(_ranked(probes, aggregate, stretches), reverse=True)
        for _, _, first, last in ranked[:_KEPT]:
            if ground.holes or _may_hold(probes, aggregate, first, last):
                yield Run(aggregate, first, last)


def _probe(column: Column, view: Sequence[int]) -> _Probe:
    values = column.values
    sums = list(accumulate([values[place] for place in view], initial=0))
    order = sorted(range(len(sums)), key=sums.__getitem__)
    return _Probe(column, sums, [sums[end] for end in order], order)


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
