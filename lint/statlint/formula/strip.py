"""Sums along one line: the cells of one column or of one row that a formula adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass
from statlint.formula.formulas import Formulas
from statlint.formula.labels import head_label, line_label
from statlint.formula.sums import Sum, sums
from statlint.grid import Grid
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind


@dataclass(frozen=True, slots=True)
class Lane:
    """One column (`down`) or one row of a sheet, in which places are numbered."""

    grid: Grid
    down: bool
    number: int

    @property
    def key(self) -> tuple[int, bool, int]:
        """What tells it from other lanes of the workbook."""
        return self.grid.index, self.down, self.number

    @property
    def last(self) -> int:
        """The last place that is used on the sheet."""
        return self.grid.last_row if self.down else self.grid.last_column

    def ref(self, place: int) -> CellRef:
        """Give the cell at a place."""
        return CellRef(place, self.number) if self.down else CellRef(self.number, place)

    def cell(self, place: int) -> Cell | None:
        """Give what the file holds at a place."""
        ref = self.ref(place)
        return self.grid.stored(ref.row, ref.column)

    def label(self, place: int) -> str:
        """Give the words that name a place: its line's label in a column, its head's in a row."""
        label = line_label if self.down else head_label
        return label(self.grid, self.ref(place))

    def indent(self, place: int) -> int:
        """Count the white space before the label of a line."""
        for column in range(self.number - 1, 0, -1):
            cell = self.grid.cell(place, column)
            if cell is not None and cell.kind is CellKind.TEXT and cell.text.strip():
                return len(cell.text) - len(cell.text.lstrip())
        return 0

    def ranges(self, places: Sequence[int]) -> Iterator[CellRange]:
        """Give places in order as ranges."""
        first = last = places[0]
        for place in places[1:]:
            if place != last + 1:
                yield CellRange(self.ref(first), self.ref(last))
                first = place
            last = place
        yield CellRange(self.ref(first), self.ref(last))


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A sum that only adds, of cells in one lane; `spans` are first and last places, in order.

    `own` is the place of the total, where it stands in the same lane.
    """

    sum: Sum
    lane: Lane
    spans: tuple[tuple[int, int], ...]
    own: int | None

    @property
    def first(self) -> int:
        """The first place that is added."""
        return self.spans[0][0]

    @property
    def last(self) -> int:
        """The last place that is added."""
        return self.spans[-1][1]

    @property
    def size(self) -> int:
        """How many places are added."""
        return sum(last - first + 1 for first, last in self.spans)

    def places(self) -> Iterator[int]:
        """Go through the places that are added."""
        for first, last in self.spans:
            yield from range(first, last + 1)


def strips(formulas: Formulas) -> tuple[Strip, ...]:
    """Find the sums along one line that count no cell twice, in the order of the workbook."""
    found = (strip_of(one) for one in formulas.ask(sums).values())
    return tuple(one for one in found if one is not None)


def strip_of(one: Sum) -> Strip | None:
    """Read a sum as one along a line; None where it is none."""
    first = one.terms[0].area
    if not one.pure or any(term.area.grid is not first.grid for term in one.terms):
        return None
    ranges = [term.area.used for term in one.terms]
    used = [area for area in ranges if area is not None]
    if len(used) < len(ranges) or sum(map(_length, used)) < _SHORTEST:
        return None
    lane = _lane(first.grid, used)
    if lane is None:
        return None
    spans = sorted(_span(area, down=lane.down) for area in used)
    if any(after[0] <= before[1] for before, after in pairwise(spans)):
        return None
    return Strip(one, lane, tuple(_merged(spans)), _own(one, lane))


_SHORTEST = 2


def _length(area: CellRange) -> int:
    rows = area.last.row - area.first.row + 1
    return rows * (area.last.column - area.first.column + 1)


def _lane(grid: Grid, ranges: Sequence[CellRange]) -> Lane | None:
    columns = {ref.column for area in ranges for ref in (area.first, area.last)}
    rows = {ref.row for area in ranges for ref in (area.first, area.last)}
    if len(columns) == 1:
        return Lane(grid, down=True, number=columns.pop())
    return Lane(grid, down=False, number=rows.pop()) if len(rows) == 1 else None


def _span(area: CellRange, *, down: bool) -> tuple[int, int]:
    if down:
        return area.first.row, area.last.row
    return area.first.column, area.last.column


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans that touch."""
    first, last = spans[0]
    for start, end in spans[1:]:
        if start != last + 1:
            yield first, last
            first = start
        last = end
    yield first, last


def _own(one: Sum, lane: Lane) -> int | None:
    across, place = (one.ref.column, one.ref.row) if lane.down else (one.ref.row, one.ref.column)
    return place if one.grid is lane.grid and across == lane.number else None
