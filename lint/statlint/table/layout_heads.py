"""The heads of a table with the labels over them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from statlint.grid import Grid
from statlint.table.layout import Role, Strip
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_columns import Columns
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_said import period_among, unit_among
from statlint.table.layout_units import is_unit
from statlint.table.layout_words import roles_of, unit_of
from statlint.table.model import Label
from statlint.values import plain

_MOST = 0.6
_TINY = 2
_NUMBERS = r"\(?\d{1,3}\)?(?:\s*[-=+−*/×÷]\s*\(?\d{1,3}\)?)*%?|[甲乙丙丁]|[①-⑳]"


def heads_of(scan: Scan, rows: Sequence[SheetRow], columns: Columns) -> tuple[Strip, ...]:
    """Give the heads of a table, spanners before them."""
    body = columns.body
    named = [row for row in rows if not _numbers_columns(scan, row, body)] or list(rows)
    units = [
        row
        for above, row in pairwise(named)
        if _names_units(scan, row, body) or _sets_units_under(scan, above, row, body)
    ]
    shown = [row for row in named if row not in units]
    last = shown[-1] if shown else None
    merged = any(_is_merged(scan.grid, row) for row in shown)
    spread: list[Mapping[int, Label]] = []
    begun: set[int] = set()
    for row in shown:
        spread.append(
            _spread(scan, row, columns, begun if row is not last and not merged else None)
        )
        begun.update(row.texts)
    return tuple(
        _head(scan, column, [one[column] for one in spread if column in one], units)
        for column in body
    )


def _numbers_columns(scan: Scan, row: SheetRow, columns: Sequence[int]) -> bool:
    """Tell whether a row of heads only numbers the columns: 1, 2, 3=1+2."""
    if row.numbers:
        return True
    texts = [text for column in columns if (text := plain(scan.text(row.number, column)))]
    numbers = re.compile(_NUMBERS)
    return (
        bool(texts)
        and not any(row.cells.get(column) is Kind.YEAR for column in columns)
        and all(numbers.fullmatch(text) for text in texts)
    )


def _head(scan: Scan, column: int, labels: Sequence[Label], units: Sequence[SheetRow]) -> Strip:
    own: list[Label] = []
    for label in labels:
        if not own or label.cell != own[-1].cell:
            own.append(label)
    texts = [label.text for label in own]
    said = [scan.text(row.number, column) for row in units]
    stated = next((one for row in units if (one := _named_unit(scan, row, column))), None)
    unit = stated or unit_among(reversed(texts))
    period = period_among(reversed(texts))
    roles = roles_of(texts) | (roles_of(said) & {Role.SHARE})
    return Strip(column, tuple(own), max(len(own) - 1, 0), roles=roles, unit=unit, period=period)


def _named_unit(scan: Scan, row: SheetRow, column: int) -> str | None:
    """Give the unit that a row of units sets over a column, known or not."""
    text = plain(scan.text(row.number, column)).strip()
    return unit_of(text) or text.strip("()[] ") or None


def _names_units(scan: Scan, row: SheetRow, columns: Sequence[int]) -> bool:
    """Tell whether a row of heads names nothing but units."""
    texts = [text for column in columns if (text := plain(scan.text(row.number, column)).strip())]
    units = [text for text in texts if text[0] in "([" and text[-1] in ")]" and len(text) > _TINY]
    return bool(texts) and len(units) >= _MOST * len(texts)


def _sets_units_under(scan: Scan, above: SheetRow, row: SheetRow, columns: Sequence[int]) -> bool:
    """Tell whether a row holds bare units only, under a row with a head of its own for each."""
    texts = [text for column in columns if (text := plain(scan.text(row.number, column)).strip())]
    heads = {scan.text(above.number, column) for column in columns} - {""}
    return bool(texts) and len(heads) == len(columns) and all(map(is_unit, texts))


def _is_merged(grid: Grid, row: SheetRow) -> bool:
    """Tell whether a cell of a row of heads is merged over several columns."""
    merges = (grid.merge_at(row.number, column) for column in row.texts)
    return any(merge and merge.first.column < merge.last.column for merge in merges)


def _spread(
    scan: Scan, row: SheetRow, columns: Columns, begun: Collection[int] | None
) -> Mapping[int, Label]:
    """Give the label that a row of heads sets over each column.

    Where spanners are not merged, a blank cell goes on with the text at its left, as far as the
    columns where a spanner of the rows above has `begun`; None where nothing goes on.
    """
    labels: dict[int, Label] = {}
    going_on: Label | None = None
    for column in range(min(columns.body), max(columns.body) + 1):
        if column in columns.stub:
            continue
        label = scan.label(row.number, column)
        if label.text:
            going_on = label
        elif begun is None or column in begun:
            going_on = None
        if going_on is not None:
            labels[column] = going_on
    return labels
