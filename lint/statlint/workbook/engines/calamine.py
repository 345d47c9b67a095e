"""What python-calamine reads: .xlsb and .ods, and workbooks that the other engines refuse."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TypeAlias

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from statlint.workbook.engines.details import NO_WORKSHEET, reported
from statlint.workbook.engines.exact import exact_number
from statlint.workbook.engines.stored import Refusal, StoredBook, StoredCell, StoredSheet
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import Fault

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta

# Error cells come as blanks, and there are no formats, formulas or hidden rows and columns.
_UNSEEN = ("error-values", "number-formats", "formulas", "hidden-parts")
# A tuple: members of this enumeration cannot be keys.
_STATES = ((SheetVisibleEnum.Hidden, "hidden"), (SheetVisibleEnum.VeryHidden, "very-hidden"))


def read_with_calamine(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a workbook's values; `unseen` says what this engine hides."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        metadata = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        sheets = [book.get_sheet_by_name(sheet.name) for sheet in metadata]
    except PasswordError as error:
        raise Refusal(Fault.ENCRYPTED) from error
    except CalamineError as error:
        raise Refusal(Fault.DAMAGED, reported(str(error))) from error
    if len(sheets) > limits.sheets:
        raise beyond(limits, "sheets", len(sheets))
    if not sheets:
        raise Refusal(Fault.NO_SHEET, NO_WORKSHEET)
    unseen = [*_UNSEEN]
    if any(sheet.merged_cell_ranges is None for sheet in sheets):
        unseen.append("merges")
    states = [_state(sheet.visible) for sheet in metadata]
    stored = [
        _read_sheet(sheet, state, limits) for sheet, state in zip(sheets, states, strict=True)
    ]
    return {"sheets": stored, "unseen": unseen, "date_1904": False}


def _state(visible: SheetVisibleEnum) -> str:
    """Tell whether a sheet's tab can be seen."""
    return next((state for member, state in _STATES if member == visible), "visible")


def _read_sheet(sheet: CalamineSheet, state: str, limits: Limits) -> StoredSheet:
    """Read one sheet; rows and columns count from the sheet's corner, not from the first value."""
    first_row, first_column = sheet.start or (0, 0)
    if sheet.height * sheet.width > limits.cells:
        raise beyond(limits, "cells", sheet.height * sheet.width)
    cells = [
        _read_cell(row, column, value)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), first_row + 1)
        for column, value in enumerate(values, first_column + 1)
        if value != ""
    ]
    merges = [
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return {
        "name": sheet.name,
        "state": state,
        "cells": cells,
        "merges": merges,
        "hidden_rows": [],
        "hidden_columns": [],
    }


def _read_cell(row: int, column: int, value: Value) -> StoredCell:
    """Turn one value into a stored cell."""
    if isinstance(value, str):
        return row, column, "text", value, None, None, None
    if isinstance(value, bool):
        return row, column, "boolean", "TRUE" if value else "FALSE", None, None, None
    if isinstance(value, int | float):
        exact = exact_number(repr(value))
        if exact is None:
            return row, column, "text", repr(value), None, None, None
        return row, column, "number", exact[1], exact[0], None, None
    return row, column, "date", _iso(value), None, None, None


def _iso(value: time | date | datetime | timedelta) -> str:
    """Write a date, a time or both in ISO form."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return value.isoformat().removesuffix("T00:00:00")
