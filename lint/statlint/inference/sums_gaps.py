"""Sums whose parts do not stand side by side: runs that leave strips out, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from statlint.inference.ground import Ground

_WINDOW = 10
_LOOKED = 4
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
    votes: dict[tuple[int, tuple[int, int]], int] = {}
    for position in _telling(ground):
        values = [row[position] for row in ground.values]
        for index, aggregate in enumerate(pool):
            wanted = values[aggregate]
            if abs(wanted).bit_length() < _LEAST_DIGITS:
                continue
            near = [
                p for p in pool[max(0, index - _WINDOW) : index + _WINDOW + 1] if p != aggregate
            ]
            places: dict[int, list[int]] = {}
            for place in near:
                for other in places.get(wanted - values[place], ()):
                    if values[place] and values[other]:
                        votes[aggregate, (other, place)] = (
                            votes.get((aggregate, (other, place)), 0) + 1
                        )
                places.setdefault(values[place], []).append(place)
    cost = log2(2 * _WINDOW * _WINDOW) + _DOUBT
    yield from ((a, parts, cost) for (a, parts), count in votes.items() if _enough(ground, count))


def _telling(ground: Ground) -> Sequence[int]:
    return ground.probes[:: max(1, len(ground.probes) // _LOOKED)][:_LOOKED]


def _enough(ground: Ground, count: int) -> bool:
    return count >= min(2, len(_telling(ground)))
