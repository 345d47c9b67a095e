"""One figure in four and more earlier periods."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from statistics import median

FEWEST = 4
"""So many earlier figures are a series; fewer are judged by the latest of them."""
_PRIOR = 4
"""What the table tells of how far figures move counts like so many periods."""
_NORMAL = 1.4826
"""Makes the median of absolute deviations a standard deviation."""


def series_score(now: float, earlier: Sequence[float], spread: float) -> float:
    """Say how many of its usual deviations a count is away from its earlier ones, oldest first.

    Deviations are taken on 2 √(x + 3/8), whose own is 1 whatever the count (Iglewicz & Hoaglin
    1993, with that transformation). A figure that goes on as it went, or that comes back to where
    it mostly was, is usual: the smaller deviation counts.
    """
    roots = [_root(count) for count in earlier]
    own, count = _root(now), len(roots)
    middle, step = median(roots), _step(roots)
    trend = [root - step * (at - count) for at, root in enumerate(roots)]
    start = median(trend)
    found = (
        (own - middle) / _scale([root - middle for root in roots], middle, spread),
        (own - start) / _scale([root - start for root in trend], start, spread),
    )
    return min(found, key=abs)


def _root(count: float) -> float:
    return 2 * math.sqrt(count + 0.375)


def _step(roots: Sequence[float]) -> float:
    """Give the usual step from one period to the next (Theil & Sen)."""
    places = enumerate(roots)
    return median(
        (later - sooner) / (end - start)
        for (start, sooner), (end, later) in combinations(places, 2)
    )


def _scale(deviations: Sequence[float], middle: float, spread: float) -> float:
    """Give the usual deviation: that of few periods is drawn to that of the table."""
    own = (_NORMAL * median(map(abs, deviations))) ** 2
    usual = 1 + (spread * max(middle, 0) / 2) ** 2
    count = len(deviations)
    return math.sqrt(max(1.0, (count * own + _PRIOR * usual) / (count + _PRIOR)))
