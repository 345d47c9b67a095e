"""One figure of many units in two periods (Hidiroglou & Berthelot 1986)."""

from __future__ import annotations

import math
from collections.abc import Sequence

_SIZE = 0.5
"""How much more the change of a large unit counts: U, as Statistics Norway has it."""
_LEAST = 0.05
"""A, which keeps the bounds apart where most units have changed alike."""
_HALF = 0.5


def distances(pairs: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Say how far the change of each unit, from before to now, is from that of most units.

    A distance is in terms of C: the unit is outside the bounds of every C that is less. Units with
    0 in either period have no ratio, their distance is 0. Where half of the units and more have
    not changed, those that have are judged among themselves.
    """
    told = [at for at, (before, now) in enumerate(pairs) if before > 0 and now > 0]
    changed = [at for at in told if pairs[at][0] != pairs[at][1]]
    if len(told) - len(changed) >= _HALF * len(told):
        told = changed
    found = [0.0] * len(pairs)
    if told:
        for at, far in zip(told, _distances([pairs[at] for at in told]), strict=True):
            found[at] = far
    return tuple(found)


def _distances(pairs: Sequence[tuple[float, float]]) -> list[float]:
    ratios = [now / before for before, now in pairs]
    middle = _quantile(sorted(ratios), _HALF)
    effects = [
        _centred(ratio, middle) * math.pow(max(pair), _SIZE)
        for ratio, pair in zip(ratios, pairs, strict=True)
    ]
    ordered = sorted(effects)
    centre = _quantile(ordered, _HALF)
    least = abs(_LEAST * centre)
    below = max(centre - _quantile(ordered, 0.25), least)
    above = max(_quantile(ordered, 0.75) - centre, least)
    return [_far(effect - centre, above if effect > centre else below) for effect in effects]


def _centred(ratio: float, middle: float) -> float:
    return 1 - middle / ratio if ratio < middle else ratio / middle - 1


def _far(deviation: float, usual: float) -> float:
    if deviation == 0:
        return 0.0
    return deviation / usual if usual else math.copysign(math.inf, deviation)


def _quantile(ordered: Sequence[float], part: float) -> float:
    """Give a quantile, between two figures by its distance from both (R's type 7)."""
    place = part * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
