"""All kinds of companion tables: how to make one, and how to break it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from companions import (
    applications,
    bulletins,
    catalogue,
    cumulative,
    evidence,
    inspections,
    more_counts,
    score_sheets,
    scores,
    series,
    shares,
    weights,
)
from companions.model import Broken, Companion


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: the names of its plans, how a seed makes one, and the ways to break it."""

    name: str
    plans: tuple[str, ...]
    make: Callable[[str, int], Companion]
    broken: Callable[[Companion], Iterable[Broken]]

    def made(self, seed: int) -> Iterator[Companion]:
        """Make one table of each plan."""
        for plan in self.plans:
            yield self.make(plan, seed)


def _broken_scores(made: Companion) -> Iterator[Broken]:
    yield from scores.broken_scores(made)
    yield from evidence.broken_evidence(made)


KINDS = (
    Kind("scores", tuple(scores.PLANS), scores.random_scores, _broken_scores),
    Kind("score sheets", score_sheets.PLANS, score_sheets.random_sheet, score_sheets.broken_sheet),
    Kind("bulletins", tuple(bulletins.PLANS), bulletins.random_bulletin, bulletins.broken_bulletin),
    Kind(
        "inspections",
        inspections.PLANS,
        inspections.random_inspection,
        inspections.broken_inspection,
    ),
    Kind(
        "cumulative",
        tuple(cumulative.PLANS),
        cumulative.random_cumulative,
        cumulative.broken_cumulative,
    ),
    Kind("series", series.PLANS, series.random_series, series.broken_series),
    Kind("catalogue", catalogue.PLANS, catalogue.random_catalogue, catalogue.broken_catalogue),
    Kind(
        "applications",
        applications.PLANS,
        applications.random_applications,
        applications.broken_applications,
    ),
    Kind("shares", tuple(shares.PLANS), shares.random_shares, shares.broken_shares),
    Kind("more counts", more_counts.PLANS, more_counts.random_counts, more_counts.broken_counts),
    Kind("weights", weights.PLANS, weights.random_weights, weights.broken_weights),
)


def seen() -> Iterator[Companion]:
    """Give the tables whose figures were really published."""
    yield catalogue.seen_catalogue()
    for name in ("categories", "results", "channels"):
        yield shares.seen_shares(name)
