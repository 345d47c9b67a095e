"""From printed pages to files: workbooks with number formats, and delimited text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook

from submissions.model import Figure, Submission
from submissions.writing import Sheet, fill_sheet, places

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def write_formatted(name: str, sheets: Sequence[Sheet], shares: frozenset[str]) -> Submission:
    """Write a workbook that shows each decimal figure with its own decimals.

    The columns of `shares` hold fractions that are shown as percentages.
    """
    book = Workbook()
    for at, sheet in enumerate(sheets):
        target = book.worksheets[0] if at == 0 else book.create_sheet()
        target.title = sheet.name
        fill_sheet(target, sheet)
        _format(target, sheet, shares)
    stream = BytesIO()
    book.save(stream)
    return Submission(f"{name}.xlsx", stream.getvalue(), places(sheets))


def _format(target: Worksheet, sheet: Sheet, shares: frozenset[str]) -> None:
    for slot, ref in sheet.slots().items():
        figure = sheet.figures.get(slot)
        cell = target.cell(ref.row, ref.column)
        if slot.head in shares and isinstance(figure, int | Decimal):
            cell.value = Decimal(figure) / 100
            cell.number_format = f"{_shape(figure)}%"
        elif isinstance(figure, Decimal):
            cell.number_format = _shape(figure)


def _shape(figure: Figure) -> str:
    exponent = figure.as_tuple().exponent if isinstance(figure, Decimal) else 0
    decimals = -exponent if isinstance(exponent, int) else 0
    return f"0.{'0' * decimals}" if decimals else "0"
