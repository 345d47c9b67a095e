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
_FEWEST_CODES = 3
_UNIT = (
    r"(?:(?:thousand|million|billion|hundred|mn|bn|m|'?000)s? )?"
    r"(?:(?:US)?[$€£¥]|USD|EUR|GBP|JPY|CNY|RMB|CAD|NZD|AUD|CHF|INR|%|‰|km2|km²|sq\.? ?km|ha|k?t|kg"
    r"|[GMk]Wh?|persons?|number|no\.|units?|years?|tonnes?|index|ratio|dollars|thousands?|millions?)"
    r"(?: ?(?:m|mn|bn|million|thousand|billion))?(?:(?: per |/).+)?|per .+|(?:19|20)\d\d ?= ?100"
)
"""Words that are units where a whole row of heads holds such: per km2, USD, million USD."""
_CODE = r"(?=[^0-9]*[0-9])[A-Z][A-Z0-9]{2,}|[A-Z]{4}"
"""What names a series: JWR5, ABMI."""
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
    codes = [row for row in named if row not in units and _gives_codes(scan, named, row, body)]
    shown = [row for row in named if row not in (*units, *codes)]
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
    said = [_unit_text(scan, row, column) for row in units]
    stated = next((one for text in said if (one := _named_unit(text))), None)
    unit = stated or unit_among(reversed(texts))
    period = period_among(reversed(texts))
    roles = roles_of(texts) | (roles_of(said) & {Role.SHARE})
    return Strip(column, tuple(own), max(len(own) - 1, 0), roles=roles, unit=unit, period=period)


def _unit_text(scan: Scan, row: SheetRow, column: int) -> str:
    """Give what a row of units says over a column; a single unit is for all of them."""
    texts = [text for one in row.texts if (text := plain(scan.text(row.number, one)).strip())]
    return texts[0] if len(texts) == 1 else plain(scan.text(row.number, column)).strip()


def _named_unit(text: str) -> str | None:
    """Give the unit that a row of units sets over a column, known or not."""
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
    if not texts or len(heads) != len(columns):
        return False
    if all(map(is_unit, texts)) or (len(texts) == 1 and unit_of(texts[0]) == texts[0]):
        # English units are words for other things as well: a single one stands for all columns.
        return True
    unit = re.compile(_UNIT)
    return len(texts) > _TINY and all(unit.fullmatch(text) or is_unit(text) for text in texts)


def _gives_codes(
    scan: Scan, rows: Sequence[SheetRow], row: SheetRow, columns: Sequence[int]
) -> bool:
    """Tell whether a row holds codes, all of one form, beside one with a head of its own for each.

    Such as JWR5, JWR6 under the names of series.
    """
    texts = [plain(scan.text(row.number, column)).strip() for column in columns]
    code = re.compile(_CODE)
    if len(set(texts)) < max(len(texts), _FEWEST_CODES) or not all(map(code.fullmatch, texts)):
        return False
    named = (
        {scan.text(other.number, column) for column in columns} - {""}
        for other in rows
        if other is not row
    )
    return len(set(map(len, texts))) == 1 and any(len(heads) == len(columns) for heads in named)


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
