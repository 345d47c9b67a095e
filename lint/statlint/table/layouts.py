"""From a grid to the tables printed on it, where no form says what to look for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from statlint.grid import Grid
from statlint.table.layout import Layout, Role, Strip
from statlint.table.layout_bands import bands_of
from statlint.table.layout_cells import Scan, scan
from statlint.table.layout_columns import columns_of
from statlint.table.layout_drafts import Draft, drafts_of
from statlint.table.layout_heads import heads_of
from statlint.table.layout_row_kinds import rows_of
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_said import period_among, unit_among
from statlint.table.layout_serials import serial_roles
from statlint.table.layout_stub import lines_of
from statlint.table.layout_words import unit_of
from statlint.table.model import Label
from statlint.values import CellRange, CellRef

_LABELS = frozenset({Role.ORDINAL, Role.CODE})
_FEWEST_FIGURES = 3


def layouts_of(grid: Grid, taken: Sequence[CellRange] = ()) -> tuple[Layout, ...]:
    """Find the tables of a sheet, in reading order; `taken` are rectangles that forms explain."""
    sheet = scan(grid, taken)
    found = []
    for columns in bands_of(sheet):
        for draft in drafts_of(sheet, rows_of(sheet, columns)):
            layout = _layout(sheet, draft)
            if layout is not None:
                found.append(layout)
    return tuple(sorted(found, key=lambda one: (one.body.first.row, one.body.first.column)))


def _layout(sheet: Scan, draft: Draft) -> Layout | None:
    columns = columns_of(sheet, draft)
    if not columns.body:
        return None
    heads = tuple(
        replace(head, roles=head.roles | serial_roles(sheet, draft.lines, head.position))
        if Role.RANK not in head.roles
        else head
        for head in heads_of(sheet, draft.heads, columns.body)
    )
    lines = lines_of(sheet, draft, columns)
    if not _counts_something(draft, heads, lines):
        return None
    words = [
        Label(sheet.text(row.number, column), sheet.grid.name, CellRef(row.number, column))
        for row in draft.above
        for column in row.texts
    ]
    first, last = columns.body[0], columns.body[-1]
    leftmost = min((first, *columns.stub))
    rightmost = max((last, *columns.stub))
    rows = [strip.position for strip in lines]
    return Layout(
        sheet.grid,
        _range_of(draft, (leftmost, rightmost)),
        lines,
        heads,
        _rectangle(rows[0], first, rows[-1], last),
        boxhead=_rectangle(draft.heads[0].number, leftmost, draft.heads[-1].number, rightmost)
        if draft.heads
        else None,
        stubs=tuple(
            _rectangle(rows[0], run[0], rows[-1], run[-1]) for run in _stretches(columns.stub)
        ),
        notes=tuple(_notes(draft)),
        title=next((label for label in words if unit_of(label.text) is None), None),
        unit=unit_among(label.text for label in words),
        period=period_among(label.text for label in words),
        style=sheet.style,
    )


def _counts_something(draft: Draft, heads: Sequence[Strip], lines: Sequence[Strip]) -> bool:
    """Tell whether there are figures enough to be a table, beside years and running numbers."""
    measured = {head.position for head in heads if not head.roles & _LABELS}
    figures = sum(
        row.cells[column].numeric
        for row in draft.lines
        for column in row.cells
        if column in measured
    )
    return figures >= _FEWEST_FIGURES and any(strip.labels for strip in (*lines, *heads))


def _rectangle(top: int, left: int, bottom: int, right: int) -> CellRange:
    return CellRange(CellRef(top, left), CellRef(bottom, right))


def _range_of(draft: Draft, columns: tuple[int, int]) -> CellRange:
    rows = [*draft.above, *draft.heads, *draft.body, *draft.below]
    numbers = [row.number for row in rows]
    noted = [column for row in (*draft.above, *draft.below) for column in row.cells]
    left, right = min((columns[0], *noted)), max((columns[1], *noted))
    return _rectangle(min(numbers), left, max(numbers), right)


def _stretches(numbers: Iterable[int]) -> list[list[int]]:
    """Part ascending numbers into runs without a gap."""
    runs = groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    return [[number for _, number in run] for _, run in runs]


def _notes(draft: Draft) -> list[CellRange]:
    """Give the rectangles around the table that hold words alone."""
    rows: dict[int, SheetRow] = {row.number: row for row in (*draft.above, *draft.below)}
    return [
        _rectangle(
            run[0],
            min(min(rows[number].cells) for number in run),
            run[-1],
            max(max(rows[number].cells) for number in run),
        )
        for run in _stretches(sorted(rows))
    ]
