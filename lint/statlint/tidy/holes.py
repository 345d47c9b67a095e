"""Codes of two key columns that never come together, where nearly all others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product

from statlint.dataclass import dataclass
from statlint.tidy.listing import Listing

_FULL = 0.95
"""Share of combinations that must be there for a crossing to count as complete."""
_FEWEST = 20
_ALIKE = 0.9
_HABIT = 0.25
"""Share of the codes of the other column that a code may do without, this one left out."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two codes that never come together: of which key columns, and the share that does."""

    keys: tuple[int, int]
    codes: tuple[int, int]
    share: float


def holes_of(listing: Listing, masks: Mapping[int, int]) -> list[Apart]:
    """Find codes that never come together in crossings that are complete otherwise."""
    found: list[Apart] = []
    for one, other in combinations(range(len(listing.keys)), 2):
        found += _between(listing, masks, one, other)
    return found


def _between(listing: Listing, masks: Collection[int], one: int, other: int) -> list[Apart]:
    first, second = listing.strides[one], listing.strides[other]
    size, width = len(listing.keys[one]), len(listing.keys[other])
    due = size * width
    if due < _FEWEST or due > 2 * len(masks) or min(size, width) == 1:
        return []
    there = Counter((series // first % size, series // second % width) for series in masks)
    if len(there) == due or len(there) < _FULL * due:
        return []
    missing = [pair for pair in product(range(size), range(width)) if pair not in there]
    rows, columns = (Counter(pair[side] for pair in missing) for side in (0, 1))
    return [
        Apart((one, other), pair, len(there) / due)
        for pair in missing
        if rows[pair[0]] - 1 <= _HABIT * width
        and columns[pair[1]] - 1 <= _HABIT * size
        and _is_regular([there[at, pair[1]] for at in range(size) if (at, pair[1]) in there])
    ]


def _is_regular(counts: Sequence[int]) -> bool:
    """Tell whether nearly all codes come with as many series: then none is missing by chance."""
    usual = Counter(counts).most_common(1)
    return bool(usual) and usual[0][1] >= _ALIKE * len(counts)
