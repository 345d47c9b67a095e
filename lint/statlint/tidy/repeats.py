"""Keys and periods that a long list has twice."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from statlint.dataclass import dataclass
from statlint.tidy.listing import Listing

_MOST = 0.03
_SOME = 1
"""Share of rows, and rows beside it, that may repeat others before a key is taken for missing."""


@dataclass(frozen=True, slots=True)
class Twice:
    """Two rows of a list with the same keys and period."""

    first: int
    again: int
    alike: bool


def repeats_of(listing: Listing) -> list[Twice] | None:
    """Find rows that repeat keys and period; None where so many do that a key must be missing."""
    # Keys that a form states are those, however many rows they do not tell apart.
    most = len(listing) if listing.shape.is_stated else _SOME + _MOST * len(listing)
    found: list[Twice] = []
    for rows in listing.by_period:
        series = list(map(listing.series.__getitem__, rows))
        repeated = len(series) - len(set(series))
        if not repeated:
            continue
        if len(found) + repeated > most:
            return None
        found += _in_period(listing, rows, series)
    return found


def _in_period(listing: Listing, rows: Sequence[int], series: Sequence[int]) -> list[Twice]:
    first: dict[int, int] = {}
    found = []
    for row, one in zip(rows, series, strict=True):
        known = first.setdefault(one, row)
        if known != row:
            found.append(Twice(known, row, _are_alike(listing, known, row)))
    return found


def _are_alike(listing: Listing, one: int, other: int) -> bool:
    """Tell whether two rows give the same figures; a blank and a blank are the same."""
    pairs = ((figures.values[one], figures.values[other]) for figures in listing.figures)
    return all(first == second or (isnan(first) and isnan(second)) for first, second in pairs)
