"""From a stored cell to what it says as a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from statlint.values import Blank, Figure, Flaw, Number, Reading, Trait, Unreadable, read_figure
from statlint.workbook import Cell, CellKind

_FLAWS = {
    CellKind.BOOLEAN: Flaw.BOOLEAN,
    CellKind.DATE: Flaw.DATE,
    CellKind.ERROR: Flaw.ERROR_VALUE,
    CellKind.NO_RESULT: Flaw.NO_RESULT,
}
_PRINTED_ONLY = re.compile(r'"[^"]*"|\\.')


def _decimals(number: Number) -> int:
    if isinstance(number, int):
        return 0
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _read_number(number: Number, cell: Cell) -> Figure:
    number_format = cell.number_format or ""
    if "%" not in number_format:
        return Figure(number, cell.text, decimals=_decimals(number))
    shown = number_format.partition(".")[2].partition("%")[0]
    # A sign in quotes or after a backslash is printed only; Excel does not multiply for it.
    multiplied = "%" in _PRINTED_ONLY.sub("", number_format)
    value = _hundredfold(number) if multiplied else number
    return Figure(value, cell.text, "%", decimals=sum(sign in "0#" for sign in shown))


def _hundredfold(number: Number) -> Number:
    """Multiply by 100, by moving the point: to reckon with a long Decimal would round it."""
    if isinstance(number, int):
        return number * 100
    sign, digits, exponent = number.as_tuple()
    value = Decimal((sign, digits, int(exponent) + 2))
    return int(value) if value == value.to_integral_value() else value


def read_cell(cell: Cell, *, text_file: bool) -> Reading:
    """Read a cell as a figure; in a workbook a figure stored as text says so."""
    if cell.kind in _FLAWS:
        return Unreadable(cell.text, _FLAWS[cell.kind])
    if cell.kind is CellKind.NUMBER:
        return _read_number(cell.number, cell) if cell.number is not None else Blank()
    reading = read_figure(cell.text)
    if isinstance(reading, Figure) and not text_file:
        return replace(reading, traits=reading.traits | {Trait.STORED_AS_TEXT})
    return reading
