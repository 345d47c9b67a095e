"""True figures that jump: how often a table has such, and which changes they would not explain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from statlint.dataclass import dataclass
from statlint.odds.pairs import Expected, Pair, deviation_of, score_of
from statlint.values import Thresholds

_SPREAD = 0.9
"""Of the logarithm of a jump: two in three are within 2.5 times, nineteen in twenty within 6."""
_JUMPS, _AMONG = 0.3, 10.0
"""What is believed of any table: as if so many of so many figures had been seen to jump."""
_MOST = 50
"""Where more are odd, one slip more or less tells nothing."""
_NEAR = 2.0
"""So few usual deviations from what a figure should be, another may well be that figure."""
_COUNTED = 5
"""Figures that are and should be smaller are hardly ever unusual."""


def counted(pairs: Sequence[Pair], expected: Sequence[Expected]) -> int:
    """Count the figures that could be unusual."""
    return sum(
        max(pair.now, due.mean) >= _COUNTED for pair, due in zip(pairs, expected, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """By how much a figure is more or less than expected, as a logarithm.

    `reach` is the least that would be unusual, `odd` says whether it is.
    """

    size: float
    reach: float
    summed: bool
    odd: bool


def beyond_jumps(
    pairs: Sequence[Pair],
    expected: Sequence[Expected],
    scores: Sequence[float],
    bound: float,
    thresholds: Thresholds,
) -> frozenset[int]:
    """Find the figures beyond a bound that are too far off for true figures that jumped.

    Slips mostly change a figure by three times and more, which few jumps do. Where others in the
    table are beyond the bound as well, its figures jump: then one must be so far off that hardly
    any jump would bring it there. Two that are beyond it, each what the other should be, were
    exchanged, however little they are off.
    """
    least = math.log(max(1.0, thresholds.least_change))
    changes = [_change(*one, bound, least) for one in zip(pairs, expected, scores, strict=True)]
    beyond = [
        at
        for at, (one, score) in enumerate(zip(changes, scores, strict=True))
        if abs(score) > bound and not one.summed
    ]
    exchanged = _exchanged(beyond, pairs, expected)
    seen = sum(changes[at].odd for at in beyond if at not in exchanged)
    could = sum(_tail(one.reach) for one in changes if not one.summed)
    limit = thresholds.false_alarms / max(1, counted(pairs, expected))
    return exchanged | {
        at
        for at, one in enumerate(changes)
        if one.odd and _rate(one, seen, could) * _tail(one.size) < limit
    }


def _change(pair: Pair, expected: Expected, score: float, bound: float, least: float) -> _Change:
    size = abs(math.log((pair.now + 0.5) / (expected.mean + 0.5)))
    root = bound * deviation_of(expected) / (2 * math.sqrt(expected.mean))
    reach = max(least, 2 * math.log1p(root))
    return _Change(size, reach, pair.summed, abs(score) > bound and size > least)


def _rate(one: _Change, seen: int, could: float) -> float:
    """Give the part of figures that jump, as all but this one tell it."""
    own = 0.0 if one.summed else _tail(one.reach)
    return (_JUMPS + max(0, seen - 1)) / (_AMONG + could - own)


def _exchanged(
    beyond: Sequence[int], pairs: Sequence[Pair], expected: Sequence[Expected]
) -> frozenset[int]:
    """Find figures on one line or under one head of which each is what the other should be."""

    def fits(at: int, there: int) -> bool:
        return abs(score_of(pairs[at].now, expected[there])) <= _NEAR

    return frozenset(
        at
        for one, other in combinations(beyond if len(beyond) <= _MOST else (), 2)
        if pairs[one].line == pairs[other].line or pairs[one].head == pairs[other].head
        if fits(one, other) and fits(other, one)
        for at in (one, other)
    )


def _tail(size: float) -> float:
    """Give the chance that a jump is so large or larger."""
    return math.erfc(size / (_SPREAD * math.sqrt(2)))
