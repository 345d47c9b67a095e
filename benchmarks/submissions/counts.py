"""Random counts: how many there are, and how they are split."""

from __future__ import annotations

import math
from collections.abc import Mapping
from random import Random


def poisson(rng: Random, mean: float) -> int:
    """Draw a count that is mean on average."""
    if mean > 50:  # noqa: PLR2004 - from here on the normal distribution is close enough
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def split(rng: Random, total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Split a total over several keys by weight, exactly."""
    parts = dict.fromkeys(weights, 0)
    left, rest = total, sum(weights.values())
    for key, weight in weights.items():
        share = weight / rest if rest > 0 else 1.0
        mean = left * share
        spread = math.sqrt(max(0.0, mean * (1 - share)))
        drawn = left if share >= 1 else round(rng.gauss(mean, spread))
        parts[key] = max(0, min(left, drawn))
        left -= parts[key]
        rest -= weight
    parts[next(iter(weights))] += left
    return parts
