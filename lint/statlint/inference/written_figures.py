"""Whether the figures agree with what formulas say of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from statlint.inference.matrix import Matrix
from statlint.inference.model import Axis, Operator
from statlint.inference.written_places import Shape

_NOISE = Fraction(1, 10**9)
"""How far a stored result may lie from the exact one: it was reckoned with binary figures."""


class Figures:
    """The figures of all tables, asked along both axes."""

    def __init__(self, matrices: Sequence[Matrix]) -> None:
        """Keep the figures, line by line."""
        self._matrices = matrices

    def at(self, table: int, axis: Axis, strip: int, position: int) -> Fraction | None:
        """Give one figure; None where there is none, or no such position."""
        line, head = axis.cell(strip, position)
        matrix = self._matrices[table]
        if not (0 <= line < len(matrix.values) and 0 <= head < matrix.width):
            return None
        value = matrix.values[line][head]
        return None if value is None else Fraction(value, 10**matrix.scale)

    def unit(self, table: int, axis: Axis, strip: int, position: int) -> Fraction:
        """Give one unit of the last digit of a figure."""
        line, head = axis.cell(strip, position)
        matrix = self._matrices[table]
        return Fraction(matrix.units[line][head], 10**matrix.scale)

    def width(self, table: int, axis: Axis) -> int:
        """Count the positions of a table."""
        matrix = self._matrices[table]
        return matrix.width if axis is Axis.LINES else len(matrix.values)

    def any_in(self, table: int, axis: Axis, strip: int) -> bool:
        """Tell whether a strip holds any figure."""
        positions = range(self.width(table, axis))
        return any(self.at(table, axis, strip, position) is not None for position in positions)

    def gap(self, shape: Shape, position: int) -> Fraction | None:
        """Give what is stated less what a formula would give; 0 within its last digit.

        None where nothing is stated, or a figure that it needs is missing.
        """
        stated = self.at(shape.layout, shape.axis, shape.aggregate, position)
        parts = [
            self.at(table, shape.axis, strip, position + away) for table, strip, away in shape.parts
        ]
        reckoned = _reckoned(shape, parts)
        if stated is None or reckoned is None:
            return None
        gap = stated - reckoned
        unit = self.unit(shape.layout, shape.axis, shape.aggregate, position)
        allowed = max(unit / 2, abs(reckoned) * _NOISE)
        return Fraction(0) if abs(gap) <= allowed else gap


def _reckoned(shape: Shape, parts: Sequence[Fraction | None]) -> Fraction | None:
    there = [part for part in parts if part is not None]
    if not there:
        return None
    if shape.operator is Operator.SUM:
        return sum(there, Fraction(0))
    if shape.operator is Operator.AVERAGE:
        return sum(there, Fraction(0)) / len(there)
    if len(there) < len(parts):
        return None
    match shape.operator:
        case Operator.DIVISION:
            return shape.factor * there[0] / there[1] if there[1] else None
        case Operator.RELATIVE_CHANGE:
            return shape.factor * (there[0] - there[1]) / there[1] if there[1] else None
        case Operator.PRODUCT:
            return shape.factor * there[0] * there[1]
        case _:
            return sum(there, Fraction(0))
