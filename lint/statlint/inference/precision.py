"""How precise the figures of a table are: one unit of the last digit that means something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import gcd

from statlint.inference.matrix import Matrix

_ENOUGH = 6
"""Figures that must share a factor before it says that they are rounded to it."""
_STEPS = (5, 3)
"""What statistical offices round at random to, beside powers of ten."""
_ALIKE = 2
"""Strips that must be rounded to one unit for another, with a wrong figure, to be so as well."""
_PER_SLIP = 20
"""Figures to each wrong one beyond the first."""


def units_of(matrix: Matrix) -> list[list[int]]:
    """Give one unit of the last digit of each figure, in the measure of the matrix.

    It is what the cell itself shows, or more where all figures of its strip or of its position are
    multiples of more: 1992.00000 of an export, thousands written out, random rounding to 5. A
    wrong figure among them keeps its own.
    """
    strips = _coarse_units(matrix.values, matrix.scale)
    columns = _coarse_units(zip(*matrix.values, strict=True), matrix.scale)
    rows = [
        units if strip == 1 else _raised(values, units, [strip] * len(units))
        for values, units, strip in zip(matrix.values, matrix.units, strips, strict=True)
    ]
    if max(columns, default=1) == 1:
        return rows
    return [
        _raised(values, units, columns) for values, units in zip(matrix.values, rows, strict=True)
    ]


def _raised(values: Sequence[int | None], units: Sequence[int], coarse: Sequence[int]) -> list[int]:
    return [
        max(unit, _kept(value, other))
        for value, unit, other in zip(values, units, coarse, strict=True)
    ]


def _kept(value: int | None, unit: int) -> int:
    """Give a unit where a figure is a multiple of it, else 1."""
    return 1 if value and value % unit else unit


def _coarse_units(strips: Iterable[Sequence[int | None]], scale: int) -> list[int]:
    """Give the unit of each strip; what several share holds for one with a wrong figure, too."""
    values = list(strips)
    units = [_coarse(one, scale) for one in values]
    often = Counter(units)
    shared = [unit for unit, count in often.items() if count >= _ALIKE and unit > 1]
    return [
        max([own, *(unit for unit in shared if _nearly_all(one, unit))])
        for one, own in zip(values, units, strict=True)
    ]


def _nearly_all(values: Sequence[int | None], unit: int) -> bool:
    """Tell whether figures are multiples of a unit but for a slip."""
    figures = {value for value in values if value}
    off = sum(value % unit != 0 for value in figures)
    return len(figures) >= _ENOUGH and off <= max(1, len(figures) // _PER_SLIP)


def _coarse(values: Sequence[int | None], scale: int) -> int:
    figures = [value for value in values if value]
    if not figures:
        return 1
    shared = gcd(*figures)
    if shared == 1:
        return 1
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
