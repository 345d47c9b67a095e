"""Sums whose parts do not stand side by side: runs that leave strips out, and pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from math import log2
from typing import TypeAlias

from statlint.inference.ground import Ground
from statlint.table import Role

_WINDOW = 10
_BESIDE = 3
_LOOKED, _VOTES = 3, 2
_LONGEST = 16
_DOUBT = 4.0
"""Bits that a sum needs more where its parts do not stand side by side."""
_LEAST_DIGITS = 5
"""Binary digits of a figure that may speak for a pair: small figures agree with anything."""

Found: TypeAlias = tuple[int, tuple[int, ...], float]
"""An aggregate, its parts, and what the search for them costs in bits."""


def skips_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Find runs beside an aggregate that add up once one strip within them is left out."""

    def near(values: Sequence[int], _units: Sequence[int], index: int) -> Iterator[tuple[int, ...]]:
        wanted = values[pool[index]]
        yield from _skipped(values, wanted, pool[index + 1 : index + 1 + _LONGEST])
        yield from _skipped(values, wanted, pool[max(0, index - _LONGEST) : index][::-1])

    cost = log2(_LONGEST * _LONGEST) + _DOUBT
    yield from ((aggregate, parts, cost) for aggregate, parts in _agreed(ground, pool, near))


def _skipped(values: Sequence[int], wanted: int, side: Sequence[int]) -> Iterator[tuple[int, ...]]:
    total = 0
    seen: dict[int, int] = {}
    for end, place in enumerate(side):
        total += values[place]
        seen.setdefault(values[place], end)
        left_out = seen.get(total - wanted)
        if left_out is not None and left_out < end and end > 1 and values[place]:
            yield tuple(sorted(p for i, p in enumerate(side[: end + 1]) if i != left_out))


def pairs_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Find strips that are the sum of two others in a window: differences too."""

    def near(values: Sequence[int], units: Sequence[int], index: int) -> Iterator[tuple[int, ...]]:
        window = pool[max(0, index - _WINDOW) : index + _WINDOW + 1]
        reach = 2 * units[pool[index]]
        yield from _pairs(values, pool[index], window, reach)

    cost = log2(2 * _WINDOW * _WINDOW) + _DOUBT
    yield from ((aggregate, parts, cost) for aggregate, parts in _agreed(ground, pool, near))


def _pairs(
    values: Sequence[int], aggregate: int, near: Sequence[int], reach: int
) -> Iterator[tuple[int, ...]]:
    """Look up pairs that add up to the aggregate, give or take what rounding allows."""
    wanted = values[aggregate]
    if not _may_pair([values[place] for place in near if place != aggregate], wanted, reach):
        return
    shelves: dict[int, list[int]] = {}
    for place in near:
        value = values[place]
        if place == aggregate or not value:
            continue
        rest = wanted - value
        shelf = rest // reach
        for beside in (shelf - 1, shelf, shelf + 1):
            for other in shelves.get(beside, ()):
                if abs(rest - values[other]) < reach:
                    yield (other, place)
        shelves.setdefault(value // reach, []).append(place)


def _may_pair(figures: Sequence[int], wanted: int, reach: int) -> bool:
    """Tell whether two figures may add up to one wanted: most have no such pair in their window."""
    stated = [figure for figure in figures if figure]
    # What is within reach lies on one shelf or on the next.
    shelf = 2 * reach
    shelves = {figure // shelf for figure in stated}
    shelves |= {one - 1 for one in shelves}
    return not shelves.isdisjoint([(wanted - figure - reach) // shelf for figure in stated])


def differences_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Pair what words call a difference with the strips beside it: 本月 = 上月 + 增减."""
    for index, place in enumerate(pool):
        if Role.DIFFERENCE not in ground.strips[place].roles:
            continue
        near = pool[max(0, index - _BESIDE) : index + _BESIDE + 1]
        for aggregate, other in permutations((p for p in near if p != place), 2):
            yield aggregate, tuple(sorted((other, place))), log2(_BESIDE * _BESIDE * 2)


def _agreed(
    ground: Ground,
    pool: Sequence[int],
    near: Callable[[Sequence[int], Sequence[int], int], Iterator[tuple[int, ...]]],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the aggregates and parts that more than one of the most telling positions speaks for.

    `near` finds parts for a place of the pool, by the figures of a position and their units.
    """
    looked = ground.columns[:: max(1, len(ground.columns) // _LOOKED)][:_LOOKED]
    fewest = min(_VOTES, len(looked))
    votes: Counter[tuple[int, tuple[int, ...]]] = Counter()
    for at, column in enumerate(looked):
        values, units = column.values, column.units
        # What no position before speaks for comes too late for enough votes.
        late = len(looked) - at < fewest
        voted = {aggregate for aggregate, _ in votes} if late else frozenset(pool)
        for index, aggregate in enumerate(pool):
            if aggregate in voted and abs(values[aggregate]).bit_length() >= _LEAST_DIGITS:
                votes.update([(aggregate, parts) for parts in near(values, units, index)])
    yield from (one for one, count in votes.items() if count >= fewest)
