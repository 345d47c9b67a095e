"""From a stored cell to what it says as a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from statlint.values import Blank, Figure, Flaw, Reading, Trait, Unreadable, read_figure
from statlint.workbook import Cell, CellKind

_FLAWS = {
    CellKind.BOOLEAN: Flaw.BOOLEAN,
    CellKind.DATE: Flaw.DATE,
    CellKind.ERROR: Flaw.ERROR_VALUE,
    CellKind.NO_RESULT: Flaw.NO_RESULT,
}


def _decimals(number: int | Decimal) -> int:
    if isinstance(number, int):
        return 0
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _read_number(cell: Cell) -> Figure:
    number = cell.number if cell.number is not None else 0
    if cell.number_format and "%" in cell.number_format:
        number = (Decimal(number) * 100).normalize()
        shown = cell.number_format.partition(".")[2].partition("%")[0]
        return Figure(number, cell.text, "%", decimals=sum(sign in "0#" for sign in shown))
    return Figure(number, cell.text, decimals=_decimals(number))


def read_cell(cell: Cell, *, text_file: bool) -> Reading:
    """Read a cell as a figure; in a workbook a figure stored as text says so."""
    if cell.kind in _FLAWS:
        return Unreadable(cell.text, _FLAWS[cell.kind])
    if cell.kind is CellKind.NUMBER:
        return _read_number(cell) if cell.number is not None else Blank()
    reading = read_figure(cell.text)
    if isinstance(reading, Figure) and not text_file:
        return replace(reading, traits=reading.traits | {Trait.STORED_AS_TEXT})
    return reading
