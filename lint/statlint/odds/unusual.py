"""Which figures have changed more than the table lets expect."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.odds.jumps import beyond_jumps, counted
from statlint.odds.levels import Levels, levels_of
from statlint.odds.pairs import Pair, range_of, score_of
from statlint.values import Thresholds


@dataclass(frozen=True, slots=True)
class Judged:
    """What is expected of each figure of a table, and how unusual those are that it has."""

    levels: Levels
    scores: tuple[float, ...]
    bound: float
    """The score from which on a figure is unusual."""
    least_change: float
    """A figure that is fewer times more or less than expected is not unusual."""
    alone: frozenset[int]
    """The figures that are unusual, even if true figures of the table jump now and then."""

    def expected_range(self, at: int) -> tuple[float, float]:
        """Give the least and the largest count that would not be unusual."""
        return range_of(self.levels.expected[at], self.bound, self.least_change)

    def unusual(self) -> list[int]:
        """List the figures that are unusual."""
        return sorted(self.alone)


def judge(pairs: Sequence[Pair], thresholds: Thresholds) -> Judged:
    """Judge each figure of a table by how it has changed, beside how the others have."""
    levels = levels_of(pairs)
    scores = tuple(
        score_of(pair.now, expected) for pair, expected in zip(pairs, levels.expected, strict=True)
    )
    bound = bound_of(counted(pairs, levels.expected), thresholds)
    least_change = max(1.0, thresholds.least_change)
    alone = beyond_jumps(pairs, levels.expected, scores, bound, thresholds)
    return Judged(levels, scores, bound, least_change, alone)


def bound_of(count: int, thresholds: Thresholds) -> float:
    """Give the score that so many figures that are right pass as rarely as is wanted (Bonferroni).

    Three would be the bound of a table of some seventy figures.
    """
    # Here, since its module costs more to import than most files take to check.
    from statistics import NormalDist

    tail = min(0.5, thresholds.false_alarms / 2 / max(1, count))
    return max(thresholds.unusual, NormalDist().inv_cdf(1 - tail))
