"""Figures added up along lists of strips, so that the mean of any stretch is soon known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, islice
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix

_Sums: TypeAlias = tuple[list[int], list[int] | None]
"""The figures before each place added up, and how many they are where some are missing."""


@dataclass(frozen=True, slots=True)
class Side:
    """Strips of a list in a row: from the place `start` on, forwards (step 1) or back (-1)."""

    start: int
    step: int
    count: int

    def taken(self, strips: tuple[int, ...], length: int) -> tuple[int, ...]:
        """Give the first strips of it, in the order of the list."""
        if self.step > 0:
            return strips[self.start : self.start + length]
        return strips[self.start + 1 - length : self.start + 1]


class Added:
    """The figures of some strips, added up at each position that is asked for."""

    def __init__(self, matrix: Matrix, strips: tuple[int, ...]) -> None:
        """Begin with nothing added up."""
        self.strips = strips
        self._matrix = matrix
        self._sums: dict[int, _Sums] = {}

    def units(self, side: Side, position: int) -> int:
        """Give one unit of the last digit of the first figure."""
        return self._matrix.units[self.strips[side.start]][position]

    def met(
        self, position: int, side: Side, wanted: int, reach: float, lengths: Collection[int]
    ) -> list[int]:
        """Give those of some lengths at which the mean is a figure wanted, or within its reach.

        A blank cell counts as nothing, or as a nought.
        """
        sums, counts = self._at(position)
        step = side.step
        first = side.start + (step < 0)
        base, due = sums[first], step * wanted
        if counts is None:
            return [
                length
                for length in lengths
                if abs(sums[first + step * length] - base - due * length) <= reach * length
            ]
        met = []
        for length in lengths:
            total = sums[first + step * length] - base
            stated = abs(counts[first + step * length] - counts[first])
            away = min(abs(total - due * stated), abs(total - due * length))
            if stated and away <= reach * length:
                met.append(length)
        return met

    def stretches(self, position: int, wanted: int, reach: float) -> set[tuple[int, int]]:
        """Give the stretches (first place, and the one behind) with a figure for their mean.

        A blank cell counts as nothing, or as a nought. What a stretch holds beyond as many figures
        as wanted is the difference of two levels: only levels that lie together are compared.
        """
        sums, counts = self._at(position)
        met: set[tuple[int, int]] = set()
        for many in (range(len(sums)),) if counts is None else (range(len(sums)), counts):
            levels = [total - wanted * count for total, count in zip(sums, many, strict=True)]
            met.update(_level(levels, reach))
        if counts is None:
            return met
        return {(first, last) for first, last in met if counts[last] > counts[first]}

    def _at(self, position: int) -> _Sums:
        known = self._sums.get(position)
        if known is None:
            column = [self._matrix.values[strip][position] for strip in self.strips]
            there = [value is not None for value in column]
            known = (
                list(accumulate([value or 0 for value in column], initial=0)),
                None if all(there) else list(accumulate(there, initial=0)),
            )
            self._sums[position] = known
        return known


def _level(levels: Sequence[int], reach: float) -> Iterator[tuple[int, int]]:
    """Give the places, two or more apart, between which the level moves less than its reach."""
    order = sorted(range(len(levels)), key=levels.__getitem__)
    most = reach * len(levels)
    for at, one in enumerate(order):
        level = levels[one]
        for other in islice(order, at + 1, None):
            away = levels[other] - level
            if away > most:
                break
            apart = abs(other - one)
            if apart > 1 and away <= reach * apart:
                yield (one, other) if one < other else (other, one)
