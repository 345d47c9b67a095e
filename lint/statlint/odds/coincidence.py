"""What the odds are against a table being the same as the one before by chance."""

from __future__ import annotations

import math
from collections.abc import Iterable

_USUAL_SPREAD = 0.2
_MOST_ODDS = 700.0
"""As a logarithm: more would be no float."""


def odds_against(counts: Iterable[float]) -> float:
    """Multiply, for figures that did not change, how many values each could as well have had.

    A figure of 0 says nothing: what is not there this year was mostly not there before.
    """
    logarithm = sum(math.log(_width(count)) for count in counts if count > 0)
    return math.exp(min(_MOST_ODDS, logarithm))


def _width(count: float) -> float:
    """Give 1 over the chance that a count is the same again: √(2π) of its deviations."""
    variance = 2 * count + (_USUAL_SPREAD * count) ** 2
    return math.sqrt(2 * math.pi * variance)
