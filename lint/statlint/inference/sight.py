"""A table seen along both axes: exact figures, and what the last digit of each is worth."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix, is_absent, matrix_of
from statlint.inference.model import Axis, Relation
from statlint.inference.precision import units_of
from statlint.table import Layout
from statlint.values import CellRef, Reading, Unreadable

RoundedAt: TypeAlias = Callable[[int, int], bool]
"""Whether the figure of a line under a head is rounded."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in the scale of its table, and how far rounding may have moved it, in half units.

    `unit` is one unit of the last digit shown, `slack` the same where the figure counts as rounded
    and 0 elsewhere, `coarse` one unit of what figures around seem to be rounded to.
    """

    value: int
    unit: int
    slack: int
    coarse: int


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """The figures of one line (or head), by position."""

    axis: Axis
    strip: int
    values: list[int | None]
    units: list[int]
    readings: list[Reading]
    coarse: list[int]

    def at(self, position: int, rounded: RoundedAt, *, stepped: bool = False) -> Cell | None:
        """Give the figure at a position; None where there is none.

        `stepped` says that those which do not count as rounded are multiples of `coarse`.
        """
        value = self.values[position]
        if value is None:
            return None
        unit = self.units[position]
        if not rounded(*self.axis.cell(self.strip, position)):
            return Cell(value, unit, 0, self.coarse[position] if stepped else 0)
        return Cell(value, unit, unit, max(unit, self.coarse[position]))

    def is_hole(self, position: int) -> bool:
        """Tell whether a cell is blank, withheld or cannot be read."""
        reading = self.readings[position]
        return is_absent(reading) or isinstance(reading, Unreadable)


class Sight:
    """The figures of a table, by strip and position along either axis."""

    def __init__(self, layout: Layout) -> None:
        """Take the figures of a table."""
        self.layout = layout
        self.matrix = matrix_of(layout)

    @property
    def one(self) -> int:
        """What stands for 1 in the scale of the table."""
        return int(10**self.matrix.scale)

    def row(self, axis: Axis, strip: int) -> Row:
        """Give the figures of one line or head."""
        matrix, coarse = self._along[axis]
        return Row(
            axis,
            strip,
            matrix.values[strip],
            matrix.units[strip],
            matrix.readings[strip],
            coarse[strip],
        )

    @cached_property
    def _along(self) -> dict[Axis, tuple[Matrix, list[list[int]]]]:
        """The figures along each axis, with what they seem to be rounded to."""
        coarse = units_of(self.matrix)
        return {
            Axis.LINES: (self.matrix, coarse),
            Axis.HEADS: (
                self.matrix.turned(),
                [list(column) for column in zip(*coarse, strict=True)],
            ),
        }

    def by_formula(self, relation: Relation, position: int) -> bool:
        """Tell whether a formula says how figures of a relation hang together at a place.

        It reckons the aggregate, or a part from the aggregate: 差额 = MAX(0, 目标 - 完成).
        """
        formula, ref = self._formula(relation.axis, relation.aggregate, position)
        if formula is not None:
            return True
        if relation.others or relation.places:
            return False
        found = (self._formula(relation.axis, part, position)[0] for part in relation.parts)
        own = re.compile(rf"(?<![A-Z0-9$]){ref}(?![0-9(])")
        return any(one is not None and own.search(one.replace("$", "")) for one in found)

    def _formula(self, axis: Axis, strip: int, position: int) -> tuple[str | None, CellRef]:
        line, head = axis.cell(strip, position)
        ref = self.layout.ref(self.layout.lines[line], self.layout.heads[head])
        cell = self.layout.grid.cell(ref.row, ref.column)
        return (cell.formula if cell is not None else None), ref


def always(_line: int, _head: int) -> bool:
    """Take every figure for rounded."""
    return True
