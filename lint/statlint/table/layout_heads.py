"""The heads of a table with the labels over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.grid import Grid
from statlint.table.layout import Role, Strip
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_said import period_among, unit_among
from statlint.table.layout_words import roles_of, unit_of
from statlint.table.model import Label
from statlint.values import plain

_MOST = 0.6


def heads_of(scan: Scan, rows: Sequence[SheetRow], columns: Sequence[int]) -> tuple[Strip, ...]:
    """Give the heads over some columns, spanners before them."""
    named = [row for row in rows if not row.numbers]
    units = [row for row in named[1:] if _names_units(scan, row, columns)]
    shown = [row for row in named if row not in units]
    spread = [_spread(scan.grid, row, columns, last=row is shown[-1]) for row in shown]
    return tuple(
        _head(scan, column, [one[column] for one in spread if column in one], units)
        for column in columns
    )


def _head(scan: Scan, column: int, labels: Sequence[Label], units: Sequence[SheetRow]) -> Strip:
    own: list[Label] = []
    for label in labels:
        if not own or label.cell != own[-1].cell:
            own.append(label)
    texts = [label.text for label in own]
    said = [text for row in units if (text := scan.text(row.number, column))]
    unit = unit_among([*said, *reversed(texts)])
    period = period_among(reversed(texts))
    roles = roles_of(texts) | (roles_of(said) & {Role.SHARE})
    return Strip(column, tuple(own), max(len(own) - 1, 0), roles=roles, unit=unit, period=period)


def _names_units(scan: Scan, row: SheetRow, columns: Sequence[int]) -> bool:
    """Tell whether a row of heads names nothing but units."""
    texts = [text for column in columns if (text := scan.text(row.number, column))]
    in_brackets = [text for text in texts if plain(text)[:1] == "(" and plain(text)[-1:] == ")"]
    return bool(texts) and sum(unit_of(text) is not None for text in in_brackets) >= _MOST * len(
        texts
    )


def _spread(
    grid: Grid, row: SheetRow, columns: Sequence[int], *, last: bool
) -> Mapping[int, Label]:
    """Give the label that a row of heads sets over each column; blank cells go on with the left."""
    labels: dict[int, Label] = {}
    going_on: Label | None = None
    for column in range(min(columns), max(columns) + 1):
        text = grid.text(row.number, column)
        if text:
            going_on = Label(text, grid.name, grid.anchor(row.number, column))
        if going_on is not None and (text or not last):
            labels[column] = going_on
        if row.cells.get(column) is Kind.SPREAD and grid.merge_at(row.number, column) is None:
            going_on = None
    return labels
