"""Sums whose parts do not stand side by side: runs that leave strips out, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import log2

from statlint.inference.ground import Ground
from statlint.table import Role

_WINDOW = 10
_BESIDE = 3
_LOOKED = 3
_LONGEST = 16
_DOUBT = 4.0
"""Bits that a sum needs more where its parts do not stand side by side."""
_LEAST_DIGITS = 5
"""Binary digits of a figure that may speak for a pair: small figures agree with anything."""

Found = tuple[int, tuple[int, ...], float]


def skips_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Find runs beside an aggregate that add up once one strip within them is left out."""
    votes: dict[tuple[int, tuple[int, ...]], int] = {}
    for position in _telling(ground):
        values = [row[position] for row in ground.values]
        for index, aggregate in enumerate(pool):
            if abs(values[aggregate]).bit_length() < _LEAST_DIGITS:
                continue
            for side in (
                pool[index + 1 : index + 1 + _LONGEST],
                pool[max(0, index - _LONGEST) : index][::-1],
            ):
                for parts in _skipped(values, values[aggregate], side):
                    key = aggregate, tuple(sorted(parts))
                    votes[key] = votes.get(key, 0) + 1
    cost = log2(_LONGEST * _LONGEST) + _DOUBT
    yield from ((a, parts, cost) for (a, parts), count in votes.items() if _enough(ground, count))


def _skipped(values: Sequence[int], wanted: int, side: Sequence[int]) -> Iterator[list[int]]:
    total = 0
    seen: dict[int, int] = {}
    for end, place in enumerate(side):
        total += values[place]
        seen.setdefault(values[place], end)
        left_out = seen.get(total - wanted)
        if left_out is not None and left_out < end and end > 1 and values[place]:
            yield [p for i, p in enumerate(side[: end + 1]) if i != left_out]


def pairs_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Find strips that are the sum of two others in a window: differences too."""
    votes: dict[tuple[int, tuple[int, ...]], int] = {}
    for position in _telling(ground):
        values = [row[position] for row in ground.values]
        for index, aggregate in enumerate(pool):
            if abs(values[aggregate]).bit_length() < _LEAST_DIGITS:
                continue
            near = pool[max(0, index - _WINDOW) : index + _WINDOW + 1]
            reach = 2 * ground.units[aggregate][position]
            for pair in _pairs(values, aggregate, near, reach):
                votes[aggregate, pair] = votes.get((aggregate, pair), 0) + 1
    cost = log2(2 * _WINDOW * _WINDOW) + _DOUBT
    yield from ((a, parts, cost) for (a, parts), count in votes.items() if _enough(ground, count))


def _pairs(
    values: Sequence[int], aggregate: int, near: Sequence[int], reach: int
) -> Iterator[tuple[int, ...]]:
    """Look up pairs that add up to the aggregate, give or take what rounding allows."""
    wanted = values[aggregate]
    shelves: dict[int, list[int]] = {}
    for place in near:
        value = values[place]
        if place == aggregate or not value:
            continue
        shelf = (wanted - value) // reach
        for other in (p for s in (shelf - 1, shelf, shelf + 1) for p in shelves.get(s, ())):
            if abs(wanted - value - values[other]) < reach:
                yield (other, place)
        shelves.setdefault(value // reach, []).append(place)


def differences_of(ground: Ground, pool: Sequence[int]) -> Iterator[Found]:
    """Pair what words call a difference with the strips beside it: 本月 = 上月 + 增减."""
    for index, place in enumerate(pool):
        if Role.DIFFERENCE not in ground.strips[place].roles:
            continue
        near = pool[max(0, index - _BESIDE) : index + _BESIDE + 1]
        for aggregate, other in permutations((p for p in near if p != place), 2):
            yield aggregate, tuple(sorted((other, place))), log2(_BESIDE * _BESIDE * 2)


def _telling(ground: Ground) -> Sequence[int]:
    return ground.probes[:: max(1, len(ground.probes) // _LOOKED)][:_LOOKED]


def _enough(ground: Ground, count: int) -> bool:
    return count >= min(2, len(_telling(ground)))
