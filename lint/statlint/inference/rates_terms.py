"""What ratios may be made of: single strips, runs of them added up, one less another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from statlint.dataclass import dataclass

_LONGEST = 5
"""Strips that are added up at most."""


@dataclass(frozen=True, slots=True)
class Term:
    """Strips, and how each counts: added (1) or taken away (-1)."""

    parts: tuple[int, ...]
    weights: tuple[int, ...]

    @property
    def is_difference(self) -> bool:
        """Tell whether something is taken away."""
        return min(self.weights) < 0


def tops_of(places: Sequence[int]) -> tuple[Term, ...]:
    """Give what may be divided: sums of neighbours, and one strip less another."""
    less = (Term(pair, (1, -1)) for pair in permutations(places, 2))
    return (*bottoms_of(places), *less)


def bottoms_of(places: Sequence[int]) -> tuple[Term, ...]:
    """Give what may be divided by: single strips, and sums of neighbours."""
    return tuple(_runs(places))


def _runs(places: Sequence[int]) -> Iterator[Term]:
    for first in range(len(places)):
        for last in range(first + 1, min(len(places), first + _LONGEST) + 1):
            own = tuple(places[first:last])
            yield Term(own, (1,) * len(own))


def value_at(values: Sequence[Sequence[int | None]], term: Term, position: int) -> int | None:
    """Add a term up at a position; None where a figure of it is missing."""
    total = 0
    for part, weight in zip(term.parts, term.weights, strict=True):
        value = values[part][position]
        if value is None:
            return None
        total += weight * value
    return total
