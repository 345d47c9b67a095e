"""The cells of a sheet that holds them one by one, asked for as those of a workbook are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.values import Number
from statlint.workbook import Cell, CellKind


class KeptCells:
    """Cells by their places."""

    __slots__ = ("_cells", "last_column", "last_row")

    def __init__(self, cells: Iterable[Cell] = ()) -> None:
        """Keep cells; of two at one place the later one counts."""
        self._cells = {(cell.ref.row, cell.ref.column): cell for cell in cells}
        self.last_row = max((row for row, _ in self._cells), default=0)
        self.last_column = max((column for _, column in self._cells), default=0)

    def __len__(self) -> int:
        """Count them."""
        return len(self._cells)

    def look_at(
        self, row: int, column: int
    ) -> tuple[CellKind, str, str | None, Number | None] | None:
        """Give kind, text, number format and number of a cell; None where there is none."""
        cell = self._cells.get((row, column))
        if cell is None:
            return None
        return cell.kind, cell.text, cell.number_format, cell.number

    def look_along(
        self, row: int, columns: Iterable[int]
    ) -> list[tuple[CellKind, str, str | None, Number | None] | None]:
        """Give kind, text, format and number of cells of a row; None for each that is not there."""
        return [self.look_at(row, column) for column in columns]

    def get(self, row: int, column: int) -> Cell | None:
        """Give a cell; None where there is none."""
        return self._cells.get((row, column))

    def held(self) -> Iterator[tuple[int, int, CellKind, str]]:
        """Go through row, column, kind and text of all cells."""
        for (row, column), cell in self._cells.items():
            yield row, column, cell.kind, cell.text
