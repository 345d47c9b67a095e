"""A table seen along both axes: exact figures, and what the last digit of each is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from statlint.inference.matrix import Matrix, is_absent, matrix_of
from statlint.inference.model import Axis
from statlint.inference.precision import units_of
from statlint.table import Layout
from statlint.values import Unreadable

RoundedAt: TypeAlias = Callable[[int, int], bool]
"""Whether the figure of a line under a head is rounded."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in the scale of its table: how far rounding may have moved it, in half units.

    `unit` is one unit of the last digit shown, `slack` the same where the figure counts as rounded
    and 0 elsewhere, `coarse` one unit of what figures around seem to be rounded to.
    """

    value: int
    unit: int
    slack: int
    coarse: int


class Sight:
    """The figures of a table, cell by cell, by strip and position along either axis."""

    def __init__(self, layout: Layout) -> None:
        """Take the figures of a table."""
        self.layout = layout
        self._lines = matrix_of(layout)

    @cached_property
    def _coarse(self) -> list[list[int]]:
        return units_of(self._lines)

    @property
    def matrix(self) -> Matrix:
        """The figures line by line."""
        return self._lines

    @property
    def one(self) -> int:
        """What stands for 1 in the scale of the table."""
        return int(10**self._lines.scale)

    def at(self, axis: Axis, strip: int, position: int, rounded: RoundedAt) -> Cell | None:
        """Give the figure where a strip and a position cross; None where there is none."""
        line, head = place_of(axis, strip, position)
        value = self._lines.values[line][head]
        if value is None:
            return None
        unit = self._lines.units[line][head]
        if not rounded(line, head):
            return Cell(value, unit, 0, 0)
        return Cell(value, unit, unit, max(unit, self._coarse[line][head]))

    def is_hole(self, axis: Axis, strip: int, position: int) -> bool:
        """Tell whether a cell is blank, withheld or cannot be read."""
        line, head = place_of(axis, strip, position)
        reading = self._lines.readings[line][head]
        return is_absent(reading) or isinstance(reading, Unreadable)

    def has_formula(self, axis: Axis, strip: int, position: int) -> bool:
        """Tell whether a formula reckons a figure."""
        line, head = place_of(axis, strip, position)
        row, column = self.layout.lines[line].position, self.layout.heads[head].position
        cell = self.layout.grid.cell(row, column)
        return cell is not None and cell.formula is not None


def place_of(axis: Axis, strip: int, position: int) -> tuple[int, int]:
    """Give the line and the head of a cell."""
    return (strip, position) if axis is Axis.LINES else (position, strip)
