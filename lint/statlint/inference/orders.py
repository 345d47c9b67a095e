"""Which positions follow each other: those of one table, and of one kind of period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from statlint.table import Role, Strip

_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL, Role.AVERAGE, Role.MEDIAN, Role.SHARE, Role.CHANGE})
_SIGNS = {"Q": "季", "H": "半年", "M": "月"}
"""What tells the kind of a period that is printed without its year."""


def stretches(across: tuple[Strip, ...]) -> Iterator[range]:
    """Part the positions of pooled tables: each stretch is the positions of one table."""
    start = 0
    for place, (before, after) in enumerate(pairwise(across), 1):
        # The second half of a table may be printed beside the first: its rows begin anew.
        if (after.shift, after.position) <= (before.shift, before.position):
            yield range(start, place)
            start = place
    if across:
        yield range(start, len(across))


def orders_of(across: tuple[Strip, ...]) -> list[tuple[int, ...]]:
    """Give the positions that may go on from each other, without totals and means."""
    orders = []
    for own in stretches(across):
        kept = [
            place for place in own if across[place].figures and not across[place].roles & _TOTALS
        ]
        kinds = sorted((_kind(across[place]), place) for place in kept)
        for _, alike in groupby(kinds, key=lambda one: one[0]):
            orders.append(tuple(place for _, place in alike))
    return orders


def _kind(strip: Strip) -> str:
    """Tell years, quarters and months apart: 一季度 stands between months and is none of them."""
    if strip.period is not None and strip.period.kind:
        return strip.period.kind
    return next((kind for kind, sign in _SIGNS.items() if sign in strip.text), "")
