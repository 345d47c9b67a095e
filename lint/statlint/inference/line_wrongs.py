"""What may have befallen a line, held against the gaps that a total has at all its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from statlint.dataclass import dataclass

_POWERS = tuple(10**at for at in range(1, 5))
_TOLD_BITS = 14.0
_FEWEST_PLACES = 3
_LEFT_OUT = (-1, 1)
_TWICE = (1, 1)
_SIGNED = (-2, 1)
_UNITS = (*((power - 1, 1) for power in _POWERS), *((1 - power, power) for power in _POWERS))
"""By how many times itself, over how many, a line makes a total fail that is of another unit."""


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much a total misses its parts at a place, and how far rounding may have moved that.

    `slack` is counted in half units; `unit` is one unit of the last digit.
    """

    size: int
    slack: int
    unit: int

    @property
    def is_told(self) -> bool:
        """Whether rounding does not explain it."""
        return 2 * abs(self.size) > self.slack


Gaps = Mapping[int, Gap]


def is_left_out(values: Sequence[int], gaps: Gaps) -> bool:
    """Tell whether a total is short of these figures everywhere; there is one for each gap."""
    return _explains(values, gaps, _LEFT_OUT)


def is_spoilt(values: Sequence[int], gaps: Gaps) -> bool:
    """Tell whether a line counts twice, or is of another unit or sign.

    What is ten thousand times too large looks like one left out where figures are rounded.
    """
    if is_left_out(values, gaps):
        return False
    wrongs = [_TWICE, *_UNITS, *([_SIGNED] if max(values) <= 0 else [])]
    return any(_explains(values, gaps, wrong) for wrong in wrongs)


def is_moved(row: Sequence[int | None], gaps: Gaps) -> bool:
    """Tell whether each figure that is due stands one place further on, but for the last."""
    return any(_is_moved(row, gaps, step) for step in (-1, 1))


def _explains(values: Sequence[int], gaps: Gaps, wrong: tuple[int, int]) -> bool:
    times, below = wrong
    bits = 0.0
    for value, gap in zip(values, gaps.values(), strict=True):
        # The figure itself is rounded where the others are, and counts so many times.
        slack = below * gap.slack + (abs(times) * gap.unit if gap.slack and times > 1 else 0)
        if 2 * abs(below * gap.size - times * value) > slack:
            return False
        bits += log2(max(1, below * abs(gap.size) / max(slack, below * gap.unit)))
    return bits >= _TOLD_BITS


def _is_moved(row: Sequence[int | None], gaps: Gaps, step: int) -> bool:
    told = {at: gap for at, gap in gaps.items() if gap.is_told}
    met = []
    for at, gap in told.items():
        there = row[at + step] if at + step in range(len(row)) else None
        if there is not None and 2 * abs((row[at] or 0) + gap.size - there) <= gap.slack:
            met.append(log2(max(1, abs(gap.size) / max(gap.slack, gap.unit))))
    return len(met) >= max(_FEWEST_PLACES, len(told) - 1) and sum(met) >= _TOLD_BITS
