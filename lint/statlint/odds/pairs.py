"""Figures of two periods as plain numbers, and what is expected of the later one."""

from __future__ import annotations

import math
from typing import NamedTuple

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure in two periods, on the scale of a count, never negative.

    A `summed` figure is made of others, so that it tells nothing of its own about the table.
    """

    line: str
    head: str
    before: float
    now: float
    summed: bool = False


class Expected(NamedTuple):
    """What a figure should come to, and how far from that true figures of its place lie.

    `growth` is the factor by which it should have grown, `spread` that of the logarithm of true
    changes beside that.
    """

    mean: float
    growth: float
    spread: float


def score_of(now: float, expected: Expected) -> float:
    """Say how many of its usual deviations a count is away from what was expected.

    It is the root of a negative binomial difference (Anscombe 1948): it works at 0, without a
    division and without a least size.
    """
    return 2 * (math.sqrt(now + 0.375) - math.sqrt(expected.mean)) / deviation_of(expected)


def range_of(expected: Expected, bound: float, least_change: float = 1.0) -> tuple[float, float]:
    """Give the least and the largest count that would not be unusual.

    Their scores are within a bound, or they are less than `least_change` times off.
    """
    far = bound * deviation_of(expected) / 2
    root = math.sqrt(expected.mean)
    least, most = max(0.0, root - far) ** 2, (root + far) ** 2
    return min(least, expected.mean / least_change), max(most, expected.mean * least_change)


def deviation_of(expected: Expected) -> float:
    """Give the usual deviation of twice the root of a count."""
    return math.sqrt(1 + expected.growth + expected.spread**2 * expected.mean)
