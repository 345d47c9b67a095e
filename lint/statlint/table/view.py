"""A grid looked at upright or turned by 90°, so that one search finds both."""

from __future__ import annotations

from dataclasses import dataclass

from statlint.grid import Grid
from statlint.table.model import Label
from statlint.values import CellRef, Figure, Reading


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A grid with rows and columns as they are, or exchanged."""

    grid: Grid
    turned: bool = False

    @property
    def rows(self) -> int:
        """The last row of the view."""
        return self.grid.last_column if self.turned else self.grid.last_row

    @property
    def columns(self) -> int:
        """The last column of the view."""
        return self.grid.last_row if self.turned else self.grid.last_column

    def ref(self, row: int, column: int) -> CellRef:
        """Give the sheet's own reference of a position."""
        return CellRef(column, row) if self.turned else CellRef(row, column)

    def text(self, row: int, column: int) -> str:
        """Give the text shown at a position."""
        return self.grid.text(column, row) if self.turned else self.grid.text(row, column)

    def reading(self, row: int, column: int) -> Reading:
        """Read the figure shown at a position."""
        return self.grid.reading(column, row) if self.turned else self.grid.reading(row, column)

    def has_figure(self, row: int, column: int) -> bool:
        """Tell whether a position shows a figure."""
        return isinstance(self.reading(row, column), Figure)

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """Give the position whose cell is shown here."""
        ref = self.grid.anchor(column, row) if self.turned else self.grid.anchor(row, column)
        return (ref.column, ref.row) if self.turned else (ref.row, ref.column)

    def label(self, row: int, column: int) -> Label:
        """Give the label shown at a position, with the cell that holds it."""
        anchor_row, anchor_column = self.anchor(row, column)
        return Label(self.text(row, column), self.grid.name, self.ref(anchor_row, anchor_column))
