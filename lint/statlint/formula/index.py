"""Cells of some kind, found quickly within a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from statlint.formula.reads import Area
from statlint.grid import Grid
from statlint.values import CellRef


class CellIndex:
    """Cells of a workbook by sheet and column, each column in the order of its rows."""

    def __init__(self, cells: Iterable[tuple[Grid, CellRef]]) -> None:
        """Keep the cells."""
        self._rows: dict[tuple[int, int], list[int]] = {}
        for grid, ref in cells:
            self._rows.setdefault((grid.index, ref.column), []).append(ref.row)
        for rows in self._rows.values():
            rows.sort()

    def __bool__(self) -> bool:
        """Tell whether there is any cell."""
        return bool(self._rows)

    def within(self, area: Area) -> Iterator[CellRef]:
        """Go through the cells inside a range, column by column."""
        used = area.used
        if used is None or not self._rows:
            return
        for column in range(used.first.column, used.last.column + 1):
            rows = self._rows.get((area.grid.index, column), [])
            index = bisect_left(rows, used.first.row)
            while index < len(rows) and rows[index] <= used.last.row:
                yield CellRef(rows[index], column)
                index += 1
