"""From a stored cell to what it says as a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from statlint.grid.shown import shape_of
from statlint.values import (
    Blank,
    Figure,
    Flaw,
    Number,
    Reading,
    Trait,
    Unreadable,
    decimals_of,
    read_figure,
)
from statlint.workbook import Cell, CellKind

_FLAWS = {
    CellKind.BOOLEAN: Flaw.BOOLEAN,
    CellKind.DATE: Flaw.DATE,
    CellKind.ERROR: Flaw.ERROR_VALUE,
    CellKind.NO_RESULT: Flaw.NO_RESULT,
}


def _read_number(number: Number, cell: Cell) -> Figure:
    """Read a stored number: exact, with what its number format shows of it."""
    number_format = cell.number_format or ""
    # A shape is asked for once a format, not once a cell; most cells have none.
    shape = shape_of(number_format, negative=number < 0) if number_format else None
    if shape is not None and shape.percent:
        value = _hundredfold(number)
        printed = shape.show(value)
        return Figure(value, f"{printed}%", "%", decimals=decimals_of(printed), shown=printed)
    shown = None if shape is None else shape.show(number)
    # A sign in quotes or after a backslash is printed only; Excel does not multiply for it.
    unit = "%" if "%" in number_format else None
    return Figure(number, cell.text, unit, decimals=decimals_of(number), shown=shown)


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
