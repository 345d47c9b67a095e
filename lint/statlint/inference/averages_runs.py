"""Sets of strips that a mean may be taken of: own lines, parts of a sum, runs with and without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import median_low

from statlint.inference.matrix import Matrix
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
    classes: tuple[tuple[int, ...], ...]
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
    return Pools(
        tuple(usable),
        tuple(one for one in usable if not strips[one].roles & DERIVED and one not in derived),
        tuple(one for one in usable if Role.AVERAGE in strips[one].roles or one in means),
        tuple(classes) if len(classes) <= _FEW else (),
        {parent: tuple(own) for parent, own in under.items()},
        median_low(steps.rounded) if steps.rounded else 1,
    )


def runs_for(
    matrix: Matrix, target: Target, pools: Pools, sums: Iterable[Relation], *, named: bool
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
    for pool in dict.fromkeys((pools.plain, pools.all, pools.means, *pools.classes)):
        yield from _beside(matrix, target, pool, probes, named=named, many=len(pools.means) or 1)
    if len(pools.all) <= _FEW:
        yield from _anywhere(matrix, target, pools.all, probes[::_EVERY])


def _beside(
    matrix: Matrix,
    target: Target,
    pool: tuple[int, ...],
    probes: Sequence[int],
    *,
    named: bool,
    many: int,
) -> Iterator[Run]:
    """Find runs that end before a strip or begin behind it, with at most a few strips between."""
    before = [one for one in pool if one < target.place]
    behind = [one for one in pool if one > target.place]
    longest = _LONGEST_UNNAMED if not named else max(_LONGEST_UNNAMED, _MOST_STEPS // many)
    for side in (before[::-1], behind):
        for gap in range(min(_GAPS, len(side))):
            own = side[gap : gap + longest]
            for length, met in _lengths(matrix, target, own, probes, named=named):
                whole = gap == 0 and length == len(side)
                cost = 2.0 * gap + (2.0 if whole else 2.0 + log2(1 + length))
                yield Run(tuple(sorted(own[:length])), cost, met)


def _anywhere(
    matrix: Matrix, target: Target, pool: tuple[int, ...], probes: Sequence[int]
) -> Iterator[Run]:
    """Find runs further off in a small table."""
    cost = 3.0 + 2 * log2(1 + len(pool))
    for start, first in enumerate(pool):
        end = len(pool) if first > target.place else pool.index(target.place)
        if first != target.place:
            own = pool[start:end]
            for length, met in _lengths(matrix, target, own, probes, named=False):
                yield Run(tuple(own[:length]), cost, met)


def _lengths(
    matrix: Matrix, target: Target, run: Sequence[int], probes: Sequence[int], *, named: bool
) -> list[tuple[int, int]]:
    """Give the lengths at which the mean of the first strips meets probes, and how many."""
    least = max(1, round((_MET_NAMED if named else _MET) * len(probes)))
    exact: Counter[int] = Counter()
    loose: Counter[int] = Counter()
    values = [matrix.values[one] for one in run]
    for position in probes:
        wanted, reach = target.values[position] or 0, 2 * target.halves[position]
        spare = matrix.units[run[0]][position] / 4 if named and run else 0.0
        column = [own[position] for own in values]
        total = count = 0
        for length, value in enumerate(column, 1):
            if value is not None:
                total += value
                count += 1
            away = abs(total - wanted * count)
            if count < length:
                away = min(away, abs(total - wanted * length))
            if away <= (reach + spare) * length and length > 1 and count:
                (exact if away <= reach * length else loose)[length] += 1
    found = [(length, met) for length, met in exact.items() if met >= least]
    both = exact + loose
    return sorted(found or [(length, met) for length, met in both.items() if met >= least])
