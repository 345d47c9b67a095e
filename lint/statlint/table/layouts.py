"""From a grid to the tables printed on it, where no form says what to look for."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.grid import Grid
from statlint.table.layout import Layout, Strip
from statlint.table.model import Label
from statlint.values import CellRange, CellRef, Figure, read_styled, style_of

_LEAST_SHARE = 0.5


def layouts_of(grid: Grid, taken: Sequence[CellRange] = ()) -> tuple[Layout, ...]:
    """Find the tables of a sheet, in reading order; `taken` are rectangles that forms explain."""
    del taken
    style = style_of(text for _, _, text in grid.texts())
    figures = [
        (row, column)
        for row, column, text in grid.texts()
        if isinstance(read_styled(text, style), Figure)
    ]
    if not figures:
        return ()
    by_column: dict[int, int] = {}
    by_row: dict[int, int] = {}
    for row, column in figures:
        by_column[column] = by_column.get(column, 0) + 1
        by_row[row] = by_row.get(row, 0) + 1
    most = max(by_column.values())
    columns = [c for c in sorted(by_column) if by_column[c] >= most * _LEAST_SHARE / 2]
    top = min(row for row, column in figures if column in columns)
    rows = [row for row in sorted(by_row) if row >= top]
    body = CellRange(CellRef(rows[0], columns[0]), CellRef(rows[-1], columns[-1]))
    stub = list(range(1, columns[0]))
    lines = tuple(
        Strip(
            row,
            tuple(
                Label(grid.text(row, column), grid.name, CellRef(row, column))
                for column in stub
                if grid.text(row, column)
            ),
        )
        for row in rows
    )
    heads = tuple(
        Strip(
            column,
            tuple(
                Label(grid.text(row, column), grid.name, CellRef(row, column))
                for row in range(max(1, rows[0] - 4), rows[0])
                if grid.text(row, column)
            ),
        )
        for column in columns
    )
    whole = CellRange(CellRef(1, 1), CellRef(grid.last_row, grid.last_column))
    return (Layout(grid, whole, lines, heads, body, style=style),)
