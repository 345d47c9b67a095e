"""Plain layouts for tests of inference: the first row names the heads, the first column the lines.

They are made without the search for tables, so that a test of relations is about these alone.
"""

from __future__ import annotations

from statlint.grid import Grid
from statlint.table import Label, Layout, Strip
from statlint.table.layout_words import period_of, roles_of
from statlint.values import CellRange, CellRef
from tables import grid_of


def layout_of(table: str | Grid) -> Layout:
    """Make a layout of a text written as CSV, or of a sheet, with one row of heads over all."""
    grid = grid_of(table) if isinstance(table, str) else table
    last = CellRef(grid.last_row, grid.last_column)
    return Layout(
        grid,
        CellRange(CellRef(1, 1), last),
        tuple(_strip(grid, row, 1, row) for row in range(2, last.row + 1)),
        tuple(_strip(grid, 1, column, column) for column in range(2, last.column + 1)),
        CellRange(CellRef(2, 2), last),
    )


def _strip(grid: Grid, row: int, column: int, position: int) -> Strip:
    text = grid.text(row, column)
    if not text:
        return Strip(position)
    label = Label(text, grid.name, CellRef(row, column))
    return Strip(position, (label,), roles=roles_of([text]), period=period_of(text))
