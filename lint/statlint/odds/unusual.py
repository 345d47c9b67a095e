"""Which figures have changed more than the table lets expect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.odds.levels import Levels, levels_of
from statlint.odds.pairs import Pair, range_of, score_of
from statlint.values import Thresholds

_COUNTED = 5
"""Figures that are and should be smaller are hardly ever unusual."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is expected of each figure of a table, and how unusual those are that it has."""

    levels: Levels
    scores: tuple[float, ...]
    bound: float
    """The score from which on a figure is unusual."""

    def expected_range(self, at: int) -> tuple[float, float]:
        """Give the least and the largest count that would not be unusual."""
        return range_of(self.levels.expected[at], self.bound)

    def unusual(self) -> list[int]:
        """List the figures that are unusual."""
        return [at for at, score in enumerate(self.scores) if abs(score) > self.bound]


def judge(pairs: Sequence[Pair], thresholds: Thresholds) -> Judged:
    """Judge each figure of a table by how it has changed, beside how the others have."""
    levels = levels_of(pairs)
    scores = tuple(
        score_of(pair.now, expected) for pair, expected in zip(pairs, levels.expected, strict=True)
    )
    counted = sum(
        max(pair.now, expected.mean) >= _COUNTED
        for pair, expected in zip(pairs, levels.expected, strict=True)
    )
    return Judged(levels, scores, bound_of(counted, thresholds))


def bound_of(count: int, thresholds: Thresholds) -> float:
    """Give the score that so many figures that are right pass as rarely as is wanted (Bonferroni).

    Three would be the bound of a table of some seventy figures.
    """
    # Here, since its module costs more to import than most files take to check.
    from statistics import NormalDist

    tail = min(0.5, thresholds.false_alarms / 2 / max(1, count))
    return max(thresholds.unusual, NormalDist().inv_cdf(1 - tail))
