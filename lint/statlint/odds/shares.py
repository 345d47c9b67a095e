"""Percentages of two periods, compared in points."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from statlint.odds.factors import power_of

_NORMAL = 1.4826
_UNKNOWN = 6.0
"""How many points shares move from year to year where too few tell it."""
_LEAST = 1.0
_FEWEST = 8


def point_scores(pairs: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Say how many usual deviations each change in points is away from that of most."""
    changes = [now - before for before, now in pairs]
    if len(changes) < _FEWEST:
        return tuple(change / _UNKNOWN for change in changes)
    middle = median(changes)
    usual = max(_LEAST, _NORMAL * median(abs(change - middle) for change in changes))
    return tuple((change - middle) / usual for change in changes)


def share_power(before: float, now: float, score: float, tolerance: float) -> int:
    """Give the power of ten by which a share has changed, where that is some points; else 0."""
    return power_of(now, before, tolerance) if abs(score) > 1 else 0
