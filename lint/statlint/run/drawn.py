"""From the bytes of a file to its sheets as they are printed, whole or around some cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from statlint.dataclass import dataclass, field
from statlint.finding.drawn import GAP, DrawnCell, DrawnRow, DrawnSheet
from statlint.grid import Grid
from statlint.run.grids import grids_of
from statlint.run.printed import is_figure, printed
from statlint.values import CellRange, CellRef
from statlint.values.limits import USUAL, Limits
from statlint.workbook import open_workbook
from statlint.workbook.sniff import ZIP

_WHOLE = 3_000
"""Cells of the largest sheet that is drawn whole."""
_WHOLE_COLUMNS = 40
"""Columns of the widest one."""
_AROUND = 2
"""Rows and columns that are drawn on either side of a cell."""
_HEADS = 4
"""Rows at the top of a table that are drawn with it."""
_STUB = 2
"""Columns at its left."""
_MOST_ROWS = 240
"""Rows of a sheet of which only parts are drawn."""
_LARGEST, _LARGEST_TEXT = 32 << 20, 2 << 20
"""Bytes of the largest file that is read once more: packed, and as it is."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a sheet is to be seen: cells, and the tables that they may stand in."""

    cells: frozenset[CellRef] = frozenset()
    tables: tuple[CellRange, ...] = ()
    most: int = _WHOLE
    """Cells of the largest sheet that is drawn whole."""


def sheets_of(
    path: str,
    content: bytes,
    wanted: Mapping[str | None, Wanted],
    *,
    encoding: str | None = None,
    limits: Limits = USUAL,
) -> tuple[DrawnSheet, ...]:
    """Draw the sheets of a file that are wanted, in its order; none where it cannot be read.

    A large one is drawn around the cells that are wanted.
    """
    if len(content) > (_LARGEST if content.startswith(ZIP) else _LARGEST_TEXT):
        return ()
    workbook = open_workbook(path, content, encoding=encoding, limits=limits).workbook
    if workbook is None:
        return ()
    grids = (grid for grid in grids_of(workbook) if grid.name in wanted)
    return tuple(_draw(grid, wanted[grid.name]) for grid in grids if len(grid))


def _draw(grid: Grid, wanted: Wanted) -> DrawnSheet:
    marked = {grid.anchor(cell.row, cell.column) for cell in wanted.cells}
    whole = grid.last_row * grid.last_column <= wanted.most and grid.last_column <= _WHOLE_COLUMNS
    rows = _rows(grid, wanted, marked, whole=whole)
    columns = _columns(grid, wanted, marked, whole=whole)
    drawing = _Drawing(grid, _with_gaps(columns), _bands(rows))
    return DrawnSheet(
        grid.name,
        drawing.columns,
        tuple(drawing.rows()),
        grid.last_row,
        grid.last_column,
        grid.last_row - (rows[-1] if rows else 0),
        hidden=grid.sheet.state.value != "visible",
    )


def _rows(
    grid: Grid, wanted: Wanted, marked: AbstractSet[CellRef], *, whole: bool
) -> Sequence[int]:
    """Choose the rows that are drawn: hidden ones only where a cell of theirs is wanted."""
    named = {cell.row for cell in marked}
    hidden = grid.sheet.hidden_rows
    if whole:
        every = range(1, grid.last_row + 1)
        return [row for row in every if row not in hidden or row in named]
    first = sorted(named)[: _MOST_ROWS // (2 * _AROUND + 1)]
    near = set(_around(first, grid.last_row)) | _heads(wanted, first or [1], grid.last_row)
    return sorted(row for row in near if row not in hidden or row in named)


def _heads(wanted: Wanted, rows: Iterable[int], last: int) -> set[int]:
    """Give the rows at the top of the tables that some rows stand in; else those of the sheet."""
    tops = set()
    for row in rows:
        over = [one for one in wanted.tables if one.first.row <= row <= one.last.row]
        tops.add(over[0].first.row if over else 1)
    return {row for top in tops for row in range(top, min(top + _HEADS, last + 1))}


def _columns(
    grid: Grid, wanted: Wanted, marked: AbstractSet[CellRef], *, whole: bool
) -> Sequence[int]:
    named = {cell.column for cell in marked}
    hidden = grid.sheet.hidden_columns
    chosen: Iterable[int] = range(1, grid.last_column + 1)
    if not whole and grid.last_column > _WHOLE_COLUMNS:
        firsts = {one.first.column for one in wanted.tables} or {1}
        stubs = {first + at for first in firsts for at in range(_STUB)}
        near = sorted({*_around(sorted(named), grid.last_column), *stubs})
        chosen = near[:_WHOLE_COLUMNS]
    return [column for column in chosen if column not in hidden or column in named]


def _around(places: Iterable[int], last: int) -> Iterator[int]:
    for place in places:
        yield from range(max(1, place - _AROUND), min(last, place + _AROUND) + 1)


def _with_gaps(columns: Sequence[int]) -> tuple[int, ...]:
    """Put a gap between columns that do not follow one another."""
    found = list(columns[:1])
    for before, after in pairwise(columns):
        found += [after] if after == before + 1 else [GAP, after]
    return tuple(found)


def _bands(rows: Sequence[int]) -> Iterator[list[int]]:
    """Gather rows that follow one another."""
    band: list[int] = []
    for row in rows:
        if band and row != band[-1] + 1:
            yield band
            band = []
        band.append(row)
    if band:
        yield band


@dataclass(slots=True, eq=False)
class _Drawing:
    """One sheet on its way to the page; a merged range is drawn once in each band of rows."""

    grid: Grid
    columns: tuple[int, ...]
    bands: Iterable[Sequence[int]]
    _seen: set[CellRef] = field(default_factory=set)

    def rows(self) -> Iterator[DrawnRow]:
        """Draw all rows."""
        before = 0
        for band in self.bands:
            missing = range(before + 1, band[0])
            hidden = sum(row in self.grid.sheet.hidden_rows for row in missing)
            for row in band:
                cells = tuple(self._cells(row, band))
                first = row == band[0]
                skipped = len(missing) - hidden if first else 0
                yield DrawnRow(row, cells, skipped, hidden if first else 0)
            before = band[-1]

    def _cells(self, row: int, band: Collection[int]) -> Iterator[DrawnCell]:
        at = 0
        while at < len(self.columns):
            column = self.columns[at]
            if column == GAP:
                yield DrawnCell(CellRef(row, 1), "…", again=True)
                at += 1
                continue
            merge = self.grid.merge_at(row, column)
            across = self._across(merge, at) if merge else 1
            if merge is None or row == max(merge.first.row, next(iter(band))):
                yield self._cell(row, column, merge, across, band)
            at += across

    def _across(self, merge: CellRange, at: int) -> int:
        """Count the places that a merged range takes, gaps within it as well."""
        ends = [
            place
            for place in range(at, len(self.columns))
            if self.columns[place] != GAP and self.columns[place] <= merge.last.column
        ]
        return ends[-1] - at + 1

    def _cell(
        self, row: int, column: int, merge: CellRange | None, across: int, band: Collection[int]
    ) -> DrawnCell:
        ref = merge.first if merge else CellRef(row, column)
        down = sum(row <= one <= merge.last.row for one in band) if merge else 1
        again = merge is not None and ref in self._seen
        self._seen.add(ref)
        text = printed(self.grid, row, column)
        return DrawnCell(ref, text, across, down, is_figure(self.grid, row, column), again)
