"""Figures added up along lists of strips, so that the mean of any stretch is soon known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

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
