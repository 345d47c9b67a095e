"""A grid looked at upright or turned by 90°, so that one search finds both."""

from __future__ import annotations

from statlint.dataclass import dataclass, field
from statlint.grid import Grid
from statlint.table.leaves import Leaf, find_leaves
from statlint.table.model import Label
from statlint.values import CellRef, Figure, Reading


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A grid with rows and columns as they are, or exchanged; texts and leaves are kept."""

    grid: Grid
    turned: bool
    texts: dict[tuple[int, int], str] = field(repr=False)
    """Every text that is shown, by row and column; merged cells are spread."""
    rows_of: dict[str, set[int]] = field(repr=False)
    """The rows in which each text is shown."""
    _lines: tuple[int, ...] = field(repr=False)
    """For a text file whose rows take several lines: the line of each row."""
    _leaves: dict[tuple[int, int], list[Leaf]] = field(repr=False)
    _readings: dict[tuple[int, int], Reading] = field(repr=False)

    @property
    def rows(self) -> int:
        """The last row of the view."""
        return self.grid.last_column if self.turned else self._height

    @property
    def columns(self) -> int:
        """The last column of the view."""
        return self._height if self.turned else self.grid.last_column

    @property
    def _height(self) -> int:
        return len(self._lines) or self.grid.last_row

    def on_sheet(self, row: int, column: int) -> tuple[int, int]:
        """Give the row and column of the sheet at a position."""
        if self.turned:
            row, column = column, row
        if row <= len(self._lines):
            return self._lines[row - 1], column
        beyond = row - len(self._lines)
        return (self._lines[-1] + beyond if self._lines else row), column

    def ref(self, row: int, column: int) -> CellRef:
        """Give the sheet's own reference of a position."""
        return CellRef(*self.on_sheet(row, column))

    def text(self, row: int, column: int) -> str:
        """Give the text shown at a position."""
        return self.texts.get((row, column), "")

    def reading(self, row: int, column: int) -> Reading:
        """Read the figure shown at a position."""
        at = (row, column)
        if at not in self._readings:
            self._readings[at] = self.grid.reading(*self.on_sheet(row, column))
        return self._readings[at]

    def has_figure(self, row: int, column: int) -> bool:
        """Tell whether a position shows a figure."""
        return (row, column) in self.texts and isinstance(self.reading(row, column), Figure)

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """Give the position whose cell is shown here."""
        if self._lines:
            # A text file has no merged cells.
            return row, column
        ref = self.grid.anchor(*self.on_sheet(row, column))
        return (ref.column, ref.row) if self.turned else (ref.row, ref.column)

    def label(self, row: int, column: int) -> Label:
        """Give the label shown at a position, with the cell that holds it."""
        anchor_row, anchor_column = self.anchor(row, column)
        return Label(self.text(row, column), self.grid.name, self.ref(anchor_row, anchor_column))

    def _find_leaves(self, rows: tuple[int, int]) -> list[Leaf]:
        return find_leaves(self.text, self._anchor_column, rows, self.columns)

    def _anchor_column(self, row: int, column: int) -> int:
        return self.anchor(row, column)[1]

    def leaves(self, first_row: int, last_row: int) -> list[Leaf]:
        """Give the leaf of each column over some rows."""
        rows = (first_row, last_row)
        if rows not in self._leaves:
            self._leaves[rows] = self._find_leaves(rows)
        return self._leaves[rows]


def views_of(grid: Grid) -> tuple[View, View]:
    """Look at a grid upright and turned."""
    return view_of(grid), view_of(grid, turned=True)


def view_of(grid: Grid, *, turned: bool = False) -> View:
    """Look at a grid upright or turned."""
    lines = lines_of_rows(grid)
    row_at = {line: row for row, line in enumerate(lines, start=1)}
    texts: dict[tuple[int, int], str] = {}
    rows_of: dict[str, set[int]] = {}
    for line, column, text in grid.texts():
        row = row_at.get(line, line)
        at = (column, row) if turned else (row, column)
        texts[at] = text
        rows_of.setdefault(text, set()).add(at[0])
    return View(grid, turned, texts, rows_of, lines, {}, {})


def lines_of_rows(grid: Grid) -> tuple[int, ...]:
    """Give the line of each row where some rows take several lines, else nothing."""
    continued = grid.sheet.continued
    if not continued:
        return ()
    return tuple(line for line in range(1, grid.last_row + 1) if line not in continued)
