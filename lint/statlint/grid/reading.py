"""From a stored cell to what it says as a figure."""

from __future__ import annotations

from decimal import Decimal

from statlint.dataclass import replace
from statlint.grid.shown import shape_of
from statlint.typed import TypeAlias
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
from statlint.workbook.cells import number_of

_FLAWS = {
    CellKind.BOOLEAN: Flaw.BOOLEAN,
    CellKind.DATE: Flaw.DATE,
    CellKind.ERROR: Flaw.ERROR_VALUE,
    CellKind.NO_RESULT: Flaw.NO_RESULT,
}


Look: TypeAlias = tuple[CellKind, str, str | None] | tuple[CellKind, str, str | None, Number | None]
"""Kind, text and number format of a cell, and its number where the text alone may not say it."""


def _read_number(number: Number, text: str, number_format: str) -> Figure:
    """Read a stored number: exact, with what its number format shows of it."""
    # A shape is asked for once a format, not once a cell; most cells have none.
    shape = shape_of(number_format, negative=number < 0) if number_format else None
    if shape is not None and shape.percent:
        value = _hundredfold(number)
        printed = shape.show(value)
        return Figure(value, f"{printed}%", "%", decimals=decimals_of(printed), shown=printed)
    shown = None if shape is None else shape.show(number)
    # A sign in quotes or after a backslash is printed only; Excel does not multiply for it.
    unit = "%" if "%" in number_format else None
    return Figure(number, text, unit, decimals=decimals_of(number), shown=shown)


def _hundredfold(number: Number) -> Number:
    """Multiply by 100, by moving the point: to reckon with a long Decimal would round it."""
    if isinstance(number, int):
        return number * 100
    sign, digits, exponent = number.as_tuple()
    value = Decimal((sign, digits, int(exponent) + 2))
    return int(value) if value == value.to_integral_value() else value


def read_cell(cell: Cell, *, text_file: bool) -> Reading:
    """Read a cell as a figure; in a workbook a figure stored as text says so."""
    look = (cell.kind, cell.text, cell.number_format, cell.number)
    return read_look(look, text_file=text_file)


def read_look(look: Look, *, text_file: bool) -> Reading:
    """Read what a cell holds as a figure."""
    kind, text, number_format, *stored = look
    if kind in _FLAWS:
        return Unreadable(text, _FLAWS[kind])
    if kind is CellKind.NUMBER:
        number = stored[0] if stored else number_of(text)
        return _read_number(number, text, number_format or "") if number is not None else Blank()
    reading = read_figure(text)
    if isinstance(reading, Figure) and not text_file:
        return replace(reading, traits=reading.traits | {Trait.STORED_AS_TEXT})
    return reading
