"""From priced explanations to what may be said of a component."""

from __future__ import annotations

import math
from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Cause, Certainty, Explanation
from statlint.diagnosis.priced import Priced

_SURE = 0.95
_RIVAL = 0.05
_MOST_LISTED = 5
_GUESS = 0.2
_MOST_GUESSES = 3
"""What is still told where only the line is known."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Explanations that change the same cells alike; the first is the most probable story."""

    stories: list[Priced]
    probability: float


def outcome(
    failed: tuple[int, ...], found: Sequence[Priced], otherwise: float, *, capped: bool = False
) -> Cause:
    """Say how sure the most probable explanation is; list several; or name the line only.

    `otherwise` is what it costs that none of them is true. Where the search was `capped`, nothing
    is sure.
    """
    weighed = _weighed(found, otherwise)
    told = tuple(Explanation(one.stories[0].events, one.probability, failed) for one in weighed)
    guesses = tuple(one for one in told if one.probability >= _GUESS)[:_MOST_GUESSES]
    if capped or not told:
        return Cause(Certainty.LINE, failed, guesses)
    if told[0].probability >= _SURE and all(one.probability < _RIVAL for one in told[1:]):
        open_cells = any(event.open for event in told[0].events)
        certainty = Certainty.BLOCK if open_cells else Certainty.LOCATED
        return Cause(certainty, failed, told[:1])
    total = 0.0
    for size, one in enumerate(told[:_MOST_LISTED], 1):
        total += one.probability
        if total >= _SURE and size > 1:
            return Cause(Certainty.ONE_OF, failed, told[:size])
    return Cause(Certainty.LINE, failed, guesses)


def _weighed(found: Sequence[Priced], otherwise: float) -> list[_Weighed]:
    if not found:
        return []
    least = min(found[0].cost, otherwise)
    by_changes: dict[tuple[frozenset[tuple[int, int]], frozenset[int]], list[Priced]] = {}
    for one in found:
        by_changes.setdefault((one.changes(), one.open()), []).append(one)
    weights = {
        key: sum(math.exp(least - one.cost) for one in stories)
        for key, stories in by_changes.items()
    }
    total = sum(weights.values()) + math.exp(least - otherwise)
    weighed = [_Weighed(stories, weights[key] / total) for key, stories in by_changes.items()]
    return sorted(weighed, key=_by_probability)


def _by_probability(one: _Weighed) -> float:
    return -one.probability
