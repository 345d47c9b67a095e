"""From priced explanations to what may be said of a component."""

from __future__ import annotations

import math
from collections.abc import Sequence

from statlint.diagnosis.model import Cause, Certainty, Explanation
from statlint.diagnosis.search import Priced

_SURE = 0.95
_RIVAL = 0.05
_MOST_LISTED = 5
_ELSE = 15.0
"""What an explanation costs that no event tells, for one failed edit."""
_ELSE_MORE = 8.0
"""What every further failed edit adds: it would have to be off by chance as much as the first."""


def outcome(failed: tuple[int, ...], found: Sequence[Priced]) -> Cause:
    """Say how sure the most probable explanation is; list several; or name the line only."""
    weighed = _weighed(found, _ELSE + _ELSE_MORE * (len(failed) - 1))
    told = tuple(Explanation(one.events, p, failed) for one, p in weighed)
    if told and told[0].probability >= _SURE and all(p < _RIVAL for _, p in weighed[1:]):
        return Cause(Certainty.LOCATED, failed, told[:1])
    total = 0.0
    for size, one in enumerate(told[:_MOST_LISTED], 1):
        total += one.probability
        if total >= _SURE and size > 1:
            return Cause(Certainty.ONE_OF, failed, told[:size])
    return Cause(Certainty.LINE, failed, told[:_MOST_LISTED])


def _weighed(found: Sequence[Priced], otherwise: float) -> list[tuple[Priced, float]]:
    if not found:
        return []
    least = min(found[0].cost, otherwise)
    weights = [math.exp(least - one.cost) for one in found]
    total = sum(weights) + math.exp(least - otherwise)
    return [(one, weight / total) for one, weight in zip(found, weights, strict=True)]
