"""How the figures of a table have grown: as a whole, line by line and head by head."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from statlint.dataclass import dataclass
from statlint.odds.pairs import Expected, Pair

_TELLING = 10
"""Counts that come to less in both periods together say little of growth."""
_SMALL = 3
_STEADY = 3
"""So many figures that have not grown are counted with the others: few say little."""
_OWN = 0.25
"""The part of the variance of changes that lines share, and that heads share."""
_MEDIAN = 0.64
"""What a median is worth beside a mean: 2 / pi."""
_USUAL_SPREAD, _USUAL_WEIGHT = 0.3, 6
_UNKNOWN_SPREAD = 0.5
"""Where there are too few figures to tell."""
_LEAST_SPREAD, _MOST_SPREAD = 0.2, 2.0
_FEWEST = 8
"""Fewer figures do not tell how far figures move."""
_BEYOND = 2
"""So many figures must lie beyond a quantile: one of them may be wrong."""
_FEWEST_SIBLINGS = 3
_QUANTILES = ((0.5, 0.6745), (0.75, 1.1503), (0.9, 1.6449))
"""How many of the figures should lie within how many deviations."""


@dataclass(frozen=True, slots=True)
class Levels:
    """How a table has grown, how far its figures move, and what is expected of each."""

    growth: float
    spread: float
    expected: tuple[Expected, ...]


def levels_of(pairs: Sequence[Pair]) -> Levels:
    """Learn from the other figures of a table what each should be in the later period.

    All grow as the table does. Where the others on its line or under its head have grown more, so
    should the figure, by as much as they agree; a figure that is made of others only follows the
    table, since these are what it would agree with. Figures under one head may move farther than
    those under others.
    """
    growth = _growth(pairs)
    means = [growth * (pair.before + 0.5) for pair in pairs]
    usual = (_USUAL_SPREAD, _UNKNOWN_SPREAD)
    factors = _own_growth(pairs, growth, spread_of(_moves(pairs, means, growth), *usual))
    means = [mean * factor for mean, factor in zip(means, factors, strict=True)]
    spread = spread_of(_moves(pairs, means, growth), *usual)
    heads = _by_head(pairs)
    spreads = {
        head: spread_of(
            _moves([pairs[at] for at in places], [means[at] for at in places], growth),
            spread,
            spread,
        )
        for head, places in heads.items()
    }
    expected = (
        Expected(mean, growth * factor, spreads[pair.head])
        for pair, mean, factor in zip(pairs, means, factors, strict=True)
    )
    return Levels(growth, spread, tuple(expected))


def _by_head(pairs: Sequence[Pair]) -> dict[str, list[int]]:
    heads: dict[str, list[int]] = {}
    for at, pair in enumerate(pairs):
        heads.setdefault(pair.head, []).append(at)
    return heads


def _growth(pairs: Sequence[Pair]) -> float:
    """Give the median of later by earlier figures; what vanished or appeared tells no growth."""
    found = [
        (pair.now + 0.5) / (pair.before + 0.5)
        for pair in pairs
        if not pair.summed and pair.now and pair.before and pair.now + pair.before >= _TELLING
    ]
    ordered = sorted([*found, *[1.0] * _STEADY])
    middle = len(ordered) // 2
    return (ordered[middle] + ordered[-1 - middle]) / 2


class _Move(NamedTuple):
    """How far the root of a count is off, squared; its own variance; what the count should be."""

    square: float
    own: float
    mean: float


def _moves(pairs: Sequence[Pair], means: Sequence[float], growth: float) -> list[_Move]:
    """Give the figures that tell how far true figures move; what vanished or appeared does not."""
    return [
        _Move((2 * (math.sqrt(pair.now + 0.375) - math.sqrt(mean))) ** 2, 1 + growth, mean)
        for pair, mean in zip(pairs, means, strict=True)
        if not pair.summed and pair.now and pair.before and max(pair.now, mean) >= _SMALL
    ]


def spread_of(moves: Sequence[_Move], usual: float, unknown: float) -> float:
    """Give the spread of true changes: that with which most figures are where they should be.

    It is the mean by several quantiles, drawn to what is `usual`. Where few figures are large,
    small ones tell what chance leaves them, drawn to what is taken where it is `unknown`.
    """
    large = [move for move in moves if move.mean >= _TELLING]
    told, prior = (large, usual) if len(large) >= _FEWEST else (moves, unknown)
    count = len(told)
    if count < _FEWEST:
        return unknown
    found = [
        sorted((move.square / bound**2 - move.own) / move.mean for move in told)[
            int(quantile * count)
        ]
        for quantile, bound in _QUANTILES
        if count * (1 - quantile) >= _BEYOND
    ]
    told_by_quantiles = max(0.0, sum(found) / len(found))
    variance = (count * told_by_quantiles + _USUAL_WEIGHT * prior**2) / (count + _USUAL_WEIGHT)
    return min(_MOST_SPREAD, max(_LEAST_SPREAD, math.sqrt(variance)))


def _own_growth(pairs: Sequence[Pair], growth: float, spread: float) -> list[float]:
    """Give by how much more than the table the line and the head of each figure have grown."""
    logarithms = [0.0] * len(pairs)
    prior = 1 / (spread * spread * _OWN)
    for siblings in _siblings(pairs):
        group = _Group.of([(at, *_change(pairs[at], growth, spread)) for at in siblings])
        for at in siblings:
            logarithms[at] += group.without(at, prior)
    return [math.exp(one) for one in logarithms]


def _siblings(pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Go through lines, then heads, with at least three figures that others do not make up."""
    lines: dict[str, list[int]] = {}
    heads: dict[str, list[int]] = {}
    for at, pair in enumerate(pairs):
        if not pair.summed:
            lines.setdefault(pair.line, []).append(at)
            heads.setdefault(pair.head, []).append(at)
    for group in (*lines.values(), *heads.values()):
        if len(group) >= _FEWEST_SIBLINGS:
            yield group


def _change(pair: Pair, growth: float, spread: float) -> tuple[float, float]:
    """Give the logarithm of a figure's change beside the table's, and how much it tells."""
    now, before = pair.now + 0.5, pair.before + 0.5
    return math.log(now / (growth * before)), 1 / (spread * spread + 1 / now + 1 / before)


@dataclass(frozen=True, slots=True)
class _Group:
    """Changes in order, with their weights added up, and where each figure stands."""

    changes: list[float]
    weights: list[float]
    upto: list[float]
    places: dict[int, int]

    @classmethod
    def of(cls, members: Sequence[tuple[int, float, float]]) -> _Group:
        """Order the changes of a group."""
        ordered = sorted(members, key=lambda member: member[1])
        weights = [weight for _, _, weight in ordered]
        places = {at: place for place, (at, _, _) in enumerate(ordered)}
        return cls([change for _, change, _ in ordered], weights, list(accumulate(weights)), places)

    def without(self, at: int, prior: float) -> float:
        """Give the weighted median of all but one, drawn to none by what is known before."""
        place = self.places[at]
        own = self.weights[place]
        rest = self.upto[-1] - own
        middle = bisect_left(self.upto, rest / 2)
        if middle >= place:
            after = bisect_left(self.upto, rest / 2 + own)
            middle = min(max(after, place + 1), len(self.upto) - 1)
        weight = _MEDIAN * rest
        return self.changes[middle] * weight / (weight + prior)
