"""Sums that follow from others: they are true, but nobody meant them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from statlint.inference.ground import Ground
from statlint.inference.settle import Hypothesis

_MOST = 200
"""Sums that are compared at most: reducing them takes the square of their number."""

Row: TypeAlias = dict[int, Fraction]


class Implied:
    """What a set of sums, and of strips with the same figures, implies by adding them up."""

    def __init__(self, ground: Ground, accepted: Sequence[Hypothesis]) -> None:
        """Start from the sums accepted and from strips that repeat the figures of others."""
        self._rows: dict[int, Row] = {}
        for one, other in _repeated(ground):
            self._take({one: Fraction(1), other: Fraction(-1)})
        for hypothesis in accepted:
            self.add(hypothesis)

    def add(self, one: Hypothesis) -> None:
        """Take a sum as given."""
        if len(self._rows) < _MOST:
            self._take(_row(one))

    def follows(self, one: Hypothesis) -> bool:
        """Tell whether a sum follows from those given."""
        return not self._reduced(_row(one))

    def _take(self, row: Row) -> None:
        left = self._reduced(row)
        if left:
            lead = max(left)
            self._rows[lead] = {place: share / left[lead] for place, share in left.items()}

    def _reduced(self, row: Row) -> Row:
        left = dict(row)
        done: Row = {}
        while left:
            lead = max(left)
            share = left[lead]
            given = self._rows.get(lead)
            if given is None:
                done[lead] = left.pop(lead)
                continue
            for place, part in given.items():
                rest = left.get(place, Fraction(0)) - share * part
                if rest:
                    left[place] = rest
                else:
                    left.pop(place, None)
        return done


def _row(one: Hypothesis) -> Row:
    return {one.aggregate: Fraction(-1), **{part: Fraction(1) for part in one.parts}}


def _repeated(ground: Ground) -> list[tuple[int, int]]:
    seen: dict[tuple[int, ...], int] = {}
    found = []
    for place in ground.sums:
        figures = tuple(ground.values[place][position] for position in ground.probes)
        if any(figures) and seen.setdefault(figures, place) != place:
            found.append((seen[figures], place))
    return found
