"""How precise the figures of a table are: one unit of the last digit that means something."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from statlint.inference.matrix import Matrix

_ENOUGH = 6
"""Figures that must share a factor before it says that they are rounded to it."""
_STEPS = (5, 3)
"""What statistical offices round at random to, beside powers of ten."""


def units_of(matrix: Matrix) -> list[list[int]]:
    """Give one unit of the last digit of each figure, in the measure of the matrix.

    It is what the cell itself shows, or more where all figures of its strip or of its position are
    multiples of more: 1992.00000 of an export, thousands written out, random rounding to 5.
    """
    strips = [_coarse(row, matrix.scale) for row in matrix.values]
    columns = [_coarse(column, matrix.scale) for column in zip(*matrix.values, strict=True)]
    return [
        [max(unit, strip, column) for unit, column in zip(units, columns, strict=True)]
        for units, strip in zip(matrix.units, strips, strict=True)
    ]


def _coarse(values: Sequence[int | None], scale: int) -> int:
    figures = [value for value in values if value]
    if not figures:
        return 1
    shared = gcd(*figures)
    unit = 1
    while shared % (unit * 10) == 0 and unit < 10**scale:
        unit *= 10
    distinct = len(set(figures))
    if distinct < _ENOUGH:
        # Few figures may all end in zero by chance: only decimals that an export wrote are left.
        return unit if distinct > 1 else 1
    while shared % (unit * 10) == 0:
        unit *= 10
    return unit * next((step for step in _STEPS if shared % (unit * step) == 0), 1)
