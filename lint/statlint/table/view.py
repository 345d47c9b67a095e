"""A grid looked at upright or turned by 90°, so that one search finds both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from statlint.grid import Grid
from statlint.table.leaves import Leaf, find_leaves
from statlint.table.model import Label
from statlint.values import CellRef, Figure, Reading, label_key

_LARGE = 20_000
"""Cells from which on a sheet is a list of data with, at best, a table somewhere in it."""
_ROWS_ABOVE, _ROWS_BELOW = 10, 100


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A grid with rows and columns as they are, or exchanged; texts and leaves are kept."""

    grid: Grid
    turned: bool
    texts: dict[tuple[int, int], str] = field(repr=False)
    """Every text that is shown, by row and column; merged cells are spread."""
    rows_of: dict[str, set[int]] = field(repr=False)
    """The rows in which each text is shown."""
    worded: dict[str, set[int]] = field(repr=False)
    """The same of those with a letter."""
    _lines: tuple[int, ...] = field(repr=False, default=())
    """For a text file whose rows take several lines: the line of each row."""
    _leaves: dict[tuple[int, int], list[Leaf]] = field(repr=False, default_factory=dict)
    _readings: dict[tuple[int, int], Reading] = field(repr=False, default_factory=dict)

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

    def leaves(self, first_row: int, last_row: int) -> list[Leaf]:
        """Give the leaf of each column over some rows."""
        rows = (first_row, last_row)
        if rows not in self._leaves:
            self._leaves[rows] = find_leaves(
                self.text, lambda row, column: self.anchor(row, column)[1], rows, self.columns
            )
        return self._leaves[rows]


def view_of(grid: Grid, vocabulary: Collection[str] | None = None, *, turned: bool = False) -> View:
    """Look at a grid upright or turned; of a large one only at the rows near a known label.

    Without a vocabulary all rows count, however many there are.
    """
    return _view(grid, _near(grid, vocabulary), turned=turned)


def views_of(grid: Grid, vocabulary: Collection[str] | None = None) -> tuple[View, View]:
    """Look at a grid upright and turned."""
    near = _near(grid, vocabulary)
    return _view(grid, near, turned=False), _view(grid, near, turned=True)


def _view(grid: Grid, near: Collection[int] | None, *, turned: bool) -> View:
    lines = _lines_of_rows(grid)
    row_at = {line: row for row, line in enumerate(lines, start=1)}
    texts: dict[tuple[int, int], str] = {}
    rows_of: dict[str, set[int]] = {}
    for line, column, text in grid.texts() if near is None or near else ():
        if near is None or line in near:
            row = row_at.get(line, line)
            at = (column, row) if turned else (row, column)
            texts[at] = text
            rows_of.setdefault(text, set()).add(at[0])
    worded = {text: rows for text, rows in rows_of.items() if any(map(str.isalpha, text))}
    return View(grid, turned, texts, rows_of, worded, lines)


def _lines_of_rows(grid: Grid) -> tuple[int, ...]:
    """Give the line of each row where some rows take several lines, else nothing."""
    continued = grid.sheet.continued
    if not continued:
        return ()
    return tuple(line for line in range(1, grid.last_row + 1) if line not in continued)


def _near(grid: Grid, vocabulary: Collection[str] | None) -> Collection[int] | None:
    """Give the rows near a known label where a sheet is large; None where all rows count."""
    large = vocabulary is not None and len(grid) > _LARGE
    return _rows_near_labels(grid, vocabulary) if large and vocabulary is not None else None


def _rows_near_labels(grid: Grid, vocabulary: Collection[str]) -> set[int]:
    near: set[int] = set()
    known: dict[str, bool] = {}
    worded = all(any(map(str.isalpha, key)) for key in vocabulary)
    for row, _, text in grid.texts():
        if row in near or text.isdigit() or (worded and not any(map(str.isalpha, text))):
            continue
        if text not in known:
            known[text] = label_key(text) in vocabulary
        if known[text]:
            near.update(range(row - _ROWS_ABOVE, row + _ROWS_BELOW))
    return near
