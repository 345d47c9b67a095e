"""Changes by a power of ten: a slipped decimal point, 元 for 万元, a line in another unit."""

from __future__ import annotations

import math
from collections.abc import Sequence

from statlint.odds.pairs import Pair

MOST = 8
"""元 for 亿元."""
_FAR = 3.0
"""A logarithm so far off tells no more than a nearer one: the figure may be wrong by itself."""
_SURE = 20.0
"""By how much the squares must fall, in variances: e^10 to one."""
_NEAR, _AGREE = math.log(2.2), 0.8
"""How near to the power of ten figures must be, and the part of what they say that must be so."""


def power_of(now: float, mean: float, tolerance: float) -> int:
    """Give the power of ten by which a figure is what was expected; 0 where it is by none."""
    if now <= 0 or mean <= 0:
        return 0
    exact = math.log10(now / mean)
    power = round(exact)
    near = abs(exact - power) < tolerance and abs(power) <= MOST
    return power if near else 0


def common_power(pairs: Sequence[Pair], growth: float, spread: float, tolerance: float) -> int:
    """Give the power of ten by which all figures of a line, head or table have changed.

    Two of them at least must tell it, all that tell much must agree, and together they must be
    far likelier so than as figures that have grown like the others.
    """
    there = [pair for pair in pairs if pair.before > 0 and pair.now > 0 and not pair.summed]
    if len(there) < 2:  # noqa: PLR2004 - one figure is no line
        return 0
    changes = [math.log(pair.now / (growth * pair.before)) for pair in there]
    weights = [_weight(pair.before, pair.before, spread) for pair in there]
    middle = _weighted_median(list(zip(changes, weights, strict=True)))
    power = power_of(math.exp(middle), 1.0, tolerance)
    # A figure in another unit is as sure as it would be in its own.
    weights = [_weight(pair.before, pair.now / 10.0**power, spread) for pair in there]
    told = list(zip(changes, weights, strict=True))
    return power if power and _is_sure(told, power * math.log(10)) else 0


def _is_sure(told: Sequence[tuple[float, float]], step: float) -> bool:
    gains = [
        (weight, weight * (min(change**2, _FAR**2) - min((change - step) ** 2, _FAR**2)))
        for change, weight in told
    ]
    agreeing = sum(weight for change, weight in told if abs(change - step) < _NEAR)
    enough = agreeing >= _AGREE * sum(weight for _, weight in told)
    return enough and sum(gain for _, gain in gains) >= _SURE and _several(gains)


def _several(gains: Sequence[tuple[float, float]]) -> bool:
    """Tell whether it is not one figure alone that says it."""
    return sum(gain > 1 for _, gain in gains) > 1


def _weight(before: float, now: float, spread: float) -> float:
    return 1 / (spread * spread + 1 / (now + 0.5) + 1 / (before + 0.5))


def _weighted_median(told: Sequence[tuple[float, float]]) -> float:
    half, upto = sum(weight for _, weight in told) / 2, 0.0
    ordered = sorted(told)
    for change, weight in ordered:
        upto += weight
        if upto >= half:
            return change
    return ordered[-1][0]
