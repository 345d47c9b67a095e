"""Sets of strips that a mean may be taken of: own lines, parts of a sum, runs with and without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log2
from statistics import median_low

from statlint.dataclass import dataclass
from statlint.inference.averages_added import Added, Side
from statlint.inference.model import Relation
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Target
from statlint.inference.rates_words import NEVER
from statlint.table import Role

DERIVED = frozenset(
    {
        Role.TOTAL,
        Role.SUBTOTAL,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.SHARE,
        Role.CHANGE,
        Role.DIFFERENCE,
        Role.RANK,
    }
)
_PROBES = 8
_EVERY = 3
"""One probe of so many is enough where all runs of a small table are tried."""
_MET = 0.6
_MET_NAMED = 0.3
"""The share of the probes that must be met for a run to be looked at: some may be wrong."""
_LONGEST_UNNAMED = 60
_FEW = 40
_GAPS = 3
_NEAR_SUM = 4
_MOST_STEPS = 50_000
"""Strips that are added up for all means of a table together, each time over."""


@dataclass(frozen=True, slots=True)
class Run:
    """Strips that a mean may be of, what the search for it costs in bits, and the probes it met."""

    parts: tuple[int, ...]
    cost: float
    met: int = _PROBES


@dataclass(frozen=True, slots=True)
class Pools:
    """The strips of a table in order: all measures, those not made from others, the means."""

    all: tuple[int, ...]
    plain: tuple[int, ...]
    means: tuple[int, ...]
    lists: tuple[Added, ...]
    """These and the strips of one label, each list once."""
    children: Mapping[int, tuple[int, ...]]
    usual: int
    """The step of most strips."""


def pools_of(steps: Steps, derived: Collection[int], means: Collection[int]) -> Pools:
    """Sort the strips of a table; `derived` and `means` are those known to follow from others."""
    strips = steps.matrix.strips
    usable = [
        one
        for one, strip in enumerate(strips)
        if strip.figures and not strip.roles & NEVER - {Role.YEAR}
    ]
    alike: dict[str, list[int]] = {}
    under: dict[int, list[int]] = {}
    for one in usable:
        parent = strips[one].parent
        if parent is not None:
            under.setdefault(parent, []).append(one)
        alike.setdefault(strips[one].text.casefold(), []).append(one)
    classes = [tuple(own) for text, own in alike.items() if text and 1 < len(own) < len(usable)]
    every = tuple(usable)
    plain = tuple(one for one in usable if not strips[one].roles & DERIVED and one not in derived)
    made = tuple(one for one in usable if Role.AVERAGE in strips[one].roles or one in means)
    lists = dict.fromkeys((plain, every, made, *(classes if len(classes) <= _FEW else ())))
    return Pools(
        every,
        plain,
        made,
        tuple(Added(steps.matrix, one) for one in lists),
        {parent: tuple(own) for parent, own in under.items()},
        median_low(steps.rounded) if steps.rounded else 1,
    )


def runs_for(
    target: Target, pools: Pools, sums: Iterable[Relation], *, named: bool
) -> Iterator[Run]:
    """Find the sets whose mean meets the strip at one of a few places."""
    place = target.place
    children = pools.children.get(place, ())
    if len(children) > 1:
        yield Run(children, 2.0)
    for relation in sums:
        if place not in relation.parts and abs(relation.aggregate - place) <= _NEAR_SUM:
            yield Run(tuple(sorted(relation.parts)), 3.0)
    probes = target.probes(_PROBES)
    longest = _LONGEST_UNNAMED
    if named:
        longest = max(longest, _MOST_STEPS // (len(pools.means) or 1))
    for added in pools.lists:
        yield from _beside(target, added, probes, longest, named=named)
    if len(pools.all) <= _FEW:
        yield from _anywhere(target, pools, probes[::_EVERY])


def _beside(
    target: Target, added: Added, probes: Sequence[int], longest: int, *, named: bool
) -> Iterator[Run]:
    """Find runs that end before a strip or begin behind it, with at most a few strips between."""
    strips = added.strips
    before, behind = bisect_left(strips, target.place), bisect_right(strips, target.place)
    for start, step, count in ((before - 1, -1, before), (behind, 1, len(strips) - behind)):
        for gap in range(min(_GAPS, count)):
            side = Side(start + step * gap, step, min(longest, count - gap))
            for length, met in _lengths(added, target, side, probes, named=named):
                whole = gap == 0 and length == count
                cost = 2.0 * gap + (2.0 if whole else 2.0 + log2(1 + length))
                yield Run(side.taken(strips, length), cost, met)


def _anywhere(target: Target, pools: Pools, probes: Sequence[int]) -> Iterator[Run]:
    """Find runs further off in a small table."""
    added = next(one for one in pools.lists if one.strips == pools.all)
    strips = added.strips
    cost = 3.0 + 2 * log2(1 + len(strips))
    own = strips.index(target.place)
    counts: Counter[tuple[int, int]] = Counter()
    for position in probes:
        wanted, reach = target.values[position] or 0, 2 * target.halves[position]
        counts.update(added.stretches(position, wanted, reach))
    least = max(1, round(_MET * len(probes)))
    for (first, last), met in sorted(counts.items()):
        if met >= least and not first <= own < last:
            yield Run(strips[first:last], cost, met)


def _lengths(
    added: Added, target: Target, side: Side, probes: Sequence[int], *, named: bool
) -> list[tuple[int, int]]:
    """Give the lengths at which the mean of the first strips meets probes, and how many.

    What meets enough probes meets one of the first few: only these are tried at all lengths.
    """
    least = max(1, round((_MET_NAMED if named else _MET) * len(probes)))
    exact: dict[int, int] = {}
    loose: dict[int, int] = {}
    lengths: Collection[int] = range(2, side.count + 1)
    for left, position in zip(range(len(probes), 0, -1), probes, strict=True):
        if left < least:
            lengths = exact.keys() | loose.keys()
        if not lengths:
            break
        wanted, reach = target.values[position] or 0, 2 * target.halves[position]
        if not named:
            _count(exact, added.met(position, side, wanted, reach, lengths))
            continue
        wide = reach + added.units(side, position) / 4
        near = added.met(position, side, wanted, wide, lengths)
        sharp = added.met(position, side, wanted, reach, near)
        _count(exact, sharp)
        _count(loose, near)
    for counts in (exact, loose):
        found = [(length, met) for length, met in counts.items() if met >= least]
        if found:
            return sorted(found)
    return []


def _count(counts: dict[int, int], lengths: Iterable[int]) -> None:
    for length in lengths:
        counts[length] = counts.get(length, 0) + 1
