"""The .xls file: xlrd sees its errors, formats, merges and hidden parts, but no formulas."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import xlrd

from statlint.workbook.engines.dates import CHINESE_FORMATS, iso_date
from statlint.workbook.engines.details import NO_WORKSHEET, reported
from statlint.workbook.engines.exact import FORMAT_LIMIT, exact_number
from statlint.workbook.engines.stored import Refusal, StoredBook, StoredCell, StoredSheet
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_STATES = ("visible", "hidden", "very-hidden")
_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_FIRST_OWN_FORMAT = 164


def read_old_excel(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a workbook; raises Refusal where it is protected by a password or holds no sheet."""
    with open(os.devnull, "w", encoding="utf-8") as log:  # noqa: PTH123 - a device, not a path
        try:
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, ragged_rows=True, logfile=log
            )
        except xlrd.XLRDError as error:
            fault = Fault.ENCRYPTED if "encrypted" in str(error) else Fault.DAMAGED
            raise Refusal(fault, reported(str(error))) from error
    sheets = [_read_sheet(book, sheet, limits) for sheet in book.sheets()]
    if not sheets:
        raise Refusal(Fault.NO_SHEET, NO_WORKSHEET)
    return {"sheets": sheets, "unseen": ["formulas"], "date_1904": book.datemode == 1}


def _read_sheet(book: Book, sheet: Sheet, limits: Limits) -> StoredSheet:
    """Read one sheet."""
    count = sum(sheet.row_len(row) for row in range(sheet.nrows))
    if count > limits.cells:
        raise beyond(limits, "cells", count)
    cells = [
        _read_cell(book, sheet, row, column)
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if sheet.cell_type(row, column) not in _EMPTY and sheet.cell_value(row, column) != ""
    ]
    rows, columns = sheet.rowinfo_map.items(), sheet.colinfo_map.items()
    texts = [(cell[0], cell[1]) for cell in cells if cell[2] == "text"]
    indents = [(*place, _indent(book, sheet, *place)) for place in texts]
    return {
        "name": sheet.name,
        "state": _STATES[sheet.visibility],
        "cells": cells,
        "merges": [
            (top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
        ],
        "hidden_rows": [row + 1 for row, info in rows if info.hidden or info.height == 0],
        "hidden_columns": [
            column + 1 for column, info in columns if info.hidden or info.width == 0
        ],
        "indents": [one for one in indents if one[2]],
    }


def _read_cell(book: Book, sheet: Sheet, row: int, column: int) -> StoredCell:
    """Read one cell that holds something."""
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    code = _number_format(book, sheet, row, column)
    place = row + 1, column + 1
    if kind == xlrd.XL_CELL_TEXT:
        return *place, "text", str(value), None, code, None
    if kind == xlrd.XL_CELL_BOOLEAN:
        return *place, "boolean", "TRUE" if value else "FALSE", None, code, None
    if kind == xlrd.XL_CELL_ERROR:
        return *place, "error", xlrd.error_text_from_code.get(value, "#N/A"), None, code, None
    if kind == xlrd.XL_CELL_DATE:
        date = iso_date(float(value), date_1904=book.datemode == 1)
        if date is not None:
            return *place, "date", date, None, code, None
    exact = exact_number(repr(float(value)))
    if exact is None:
        return *place, "text", str(value), None, code, None
    return *place, "number", exact[1], exact[0], code, None


def _indent(book: Book, sheet: Sheet, row: int, column: int) -> int:
    """Give how far a cell sets its text in."""
    style = book.xf_list[sheet.cell_xf_index(row - 1, column - 1)]
    return int(style.alignment.indent_level)


def _number_format(book: Book, sheet: Sheet, row: int, column: int) -> str:
    """Give a cell's number format; Chinese Excel names its own by number alone."""
    key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
    known = CHINESE_FORMATS.get(key) if key < _FIRST_OWN_FORMAT else None
    return known or str(book.format_map[key].format_str)[:FORMAT_LIMIT]
