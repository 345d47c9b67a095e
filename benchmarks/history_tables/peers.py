"""Rules that others use on two periods, on the same figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from statistics import median
from types import MappingProxyType
from typing import TypeAlias

from history_tables.made import Counts
from statlint.odds.among_units import distances

Found: TypeAlias = "set[tuple[int, int]]"
Peer: TypeAlias = Callable[[Counts, Counts], Found]

_LEAST = 10
_NORMAL = 1.4826


def _changes(before: Counts, now: Counts) -> Iterator[tuple[tuple[int, int], float]]:
    """Go through how much each figure has changed beside what it was."""
    for place, was in before.items():
        is_now = now[place]
        yield place, abs(is_now - was) / was if was else math.inf * bool(is_now)


def _by_change(least: float, size: int) -> Peer:
    def found(before: Counts, now: Counts) -> Found:
        return {
            place
            for place, change in _changes(before, now)
            if change > least and max(before[place], now[place]) >= size
        }

    return found


def _by_distance(bound: float) -> Peer:
    def found(before: Counts, now: Counts) -> Found:
        far = distances([(before[place], now[place]) for place in before])
        return {place for place, one in zip(before, far, strict=True) if abs(one) > bound}

    return found


def _by_logarithm(before: Counts, now: Counts) -> Found:
    ratios = {
        place: math.log(now[place] / was) for place, was in before.items() if was and now[place]
    }
    if not ratios:
        return set()
    middle = median(ratios.values())
    usual = _NORMAL * median(abs(one - middle) for one in ratios.values()) or 1.0
    return {
        place
        for place, one in ratios.items()
        if abs(one - middle) / usual > 3.5 and max(before[place], now[place]) >= _LEAST  # noqa: PLR2004
    }


def _by_root(before: Counts, now: Counts) -> Found:
    """Apply the overdispersed root test plainly: one growth and one spread for all."""
    growth = median([now[place] / was for place, was in before.items() if was >= 5] or [1.0]) or 1.0  # noqa: PLR2004
    ratios = [
        math.log(max(now[place], 0.5) / (growth * was))
        for place, was in before.items()
        if was >= 20  # noqa: PLR2004
    ]
    spread = 0.3
    if len(ratios) >= 8:  # noqa: PLR2004
        middle = median(ratios)
        spread = min(0.6, max(0.1, _NORMAL * median(abs(one - middle) for one in ratios)))
    found = set()
    for place, was in before.items():
        mean = growth * (was + 0.5)
        far = 2 * (math.sqrt(now[place] + 0.375) - math.sqrt(mean))
        if abs(far) / math.sqrt(1 + growth + spread**2 * mean) > 3:  # noqa: PLR2004
            found.add(place)
    return found


def _by_counts(before: Counts, now: Counts) -> Found:
    """Compare two Poisson counts exactly (Przyborowski & Wilenski 1940), Bonferroni 0.01."""
    growth = sum(now.values()) / max(1, sum(before.values()))
    bound = 0.01 / len(before)
    return {place for place in before if _tail(before[place], now[place], growth) < bound}


def _tail(was: int, is_now: int, growth: float) -> float:
    count, part = was + is_now, growth / (1 + growth)
    if not count or not 0 < part < 1:
        return 1.0
    if count > 1000:  # noqa: PLR2004 - the normal distribution is close enough
        far = abs(is_now - count * part) / math.sqrt(count * part * (1 - part))
        return math.erfc(far / math.sqrt(2))
    weights = [
        math.lgamma(count + 1)
        - math.lgamma(one + 1)
        - math.lgamma(count - one + 1)
        + one * math.log(part)
        + (count - one) * math.log(1 - part)
        for one in range(count + 1)
    ]
    return sum(math.exp(one) for one in weights if one <= weights[is_now] + 1e-9)


PEERS: Mapping[str, Peer] = MappingProxyType(
    {
        "change > 30 %": _by_change(0.3, 0),
        "change > 50 %, max >= 10": _by_change(0.5, _LEAST),
        "HB C 4": _by_distance(4),
        "HB C 20": _by_distance(20),
        "log ratio, MAD z > 3.5": _by_logarithm,
        "root test, z > 3": _by_root,
        "Poisson C-test, .01": _by_counts,
    }
)
