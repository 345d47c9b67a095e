"""What formulas say of cells, said of the lines and heads of the tables that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.model import Axis, Operator
from statlint.inference.written_cells import Spot, Written
from statlint.table import Layout

Place: TypeAlias = tuple[int, int, int]
"""A cell of a table: the table among all, the line and the head."""
PartAt: TypeAlias = tuple[int, int, int]
"""A part: its table, its strip, and how far from the position of the aggregate it is read."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a formula says of lines (or heads): the same at all positions where it is copied to."""

    axis: Axis
    layout: int
    operator: Operator
    factor: Fraction
    aggregate: int
    parts: tuple[PartAt, ...]

    @property
    def inside(self) -> bool:
        """Whether all parts are in the table of the aggregate."""
        return all(part[0] == self.layout for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Sites:
    """Where the lines and heads of one table stand: lines by how far right of the heads they are.

    The second half of a table may be printed beside the first.
    """

    table: int
    halves: dict[int, dict[int, int]]
    columns: dict[int, int]

    def place(self, row: int, column: int) -> Place | None:
        """Give the line and head of a cell; None outside of the table."""
        for shift, rows in self.halves.items():
            if row in rows and column - shift in self.columns:
                return self.table, rows[row], self.columns[column - shift]
        return None


def _sites(table: int, layout: Layout) -> _Sites:
    halves: dict[int, dict[int, int]] = {}
    for place, line in enumerate(layout.lines):
        halves.setdefault(line.shift, {})[line.position] = place
    columns = {head.position: place for place, head in enumerate(layout.heads)}
    return _Sites(table, halves, columns)


class Atlas:
    """Finds the tables that the cells of a workbook belong to."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        """Keep where the lines and heads of each table stand."""
        self._tables: dict[int, list[_Sites]] = {}
        for at, layout in enumerate(layouts):
            self._tables.setdefault(layout.grid.index, []).append(_sites(at, layout))

    def place(self, spot: Spot) -> Place | None:
        """Give the table, line and head of a cell; None outside of all tables."""
        sheet, row, column = spot
        found = (sites.place(row, column) for sites in self._tables.get(sheet, ()))
        return next((place for place in found if place), None)

    def shapes(self, written: Written) -> Iterator[tuple[Shape, int]]:
        """Give what a formula says along each axis that it can be read along, and the position."""
        whole = self.place(written.aggregate)
        parts = [place for spot in written.parts if (place := self.place(spot))]
        if whole is None or not parts:
            return
        if written.operator in _ORDERED and len(parts) < len(written.parts):
            return
        if written.operator is Operator.CUMULATIVE:
            yield from _going_on(written, whole, parts)
            return
        for axis in Axis:
            shape = _along(axis, written, whole, parts)
            if shape is not None:
                yield shape, whole[2] if axis is Axis.LINES else whole[1]


_ORDERED = frozenset(
    {Operator.DIVISION, Operator.RELATIVE_CHANGE, Operator.PRODUCT, Operator.CUMULATIVE}
)


def _along(axis: Axis, written: Written, whole: Place, parts: Sequence[Place]) -> Shape | None:
    """Say it of lines or of heads; None where parts in the same table stand elsewhere across."""
    strip, across = (1, 2) if axis is Axis.LINES else (2, 1)
    found = tuple((part[0], part[strip], part[across] - whole[across]) for part in parts)
    if any(table == whole[0] and (away or own == whole[strip]) for table, own, away in found):
        return None
    return Shape(axis, whole[0], written.operator, written.factor, whole[strip], found)


def _going_on(
    written: Written, whole: Place, parts: Sequence[Place]
) -> Iterator[tuple[Shape, int]]:
    """Say what goes on along the lines (or heads) of one table, from the one before."""
    for axis in Axis:
        strip, across = (1, 2) if axis is Axis.LINES else (2, 1)
        flows = [part for part in parts if part[across] == whole[across]]
        before = [part for part in parts if part[strip] == whole[strip]]
        if len(flows) != 1 or any(part[0] != whole[0] for part in parts):
            continue
        away = before[0][across] - whole[across] if before else -1
        steps = ((whole[0], whole[strip], away), (whole[0], flows[0][strip], 0))
        shape = Shape(axis, whole[0], written.operator, written.factor, whole[strip], steps)
        yield shape, whole[across]
