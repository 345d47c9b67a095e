"""XML Spreadsheet 2003: once saved as .xml by Excel, still exported as .xls by office systems."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import Element, iterparse

from statlint.values import Text
from statlint.workbook.engines.details import DOCTYPE, NO_WORKSHEET
from statlint.workbook.engines.exact import exact_number
from statlint.workbook.engines.limits import COLUMNS, PROLOG, ROWS
from statlint.workbook.engines.row_column import with_letters
from statlint.workbook.engines.stored import Refusal, StoredBook, StoredCell, StoredSheet
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import Fault

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_STATES = {"SheetHidden": "hidden", "SheetVeryHidden": "very-hidden"}
_NAMED_FORMATS = {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "": "General"}
_TYPES = {"Boolean": "boolean", "DateTime": "date", "Error": "error"}


def read_xml_spreadsheet(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a workbook; all that a form needs to know stands in it."""
    if b"<!DOCTYPE" in content[:PROLOG].replace(b"\0", b""):
        raise Refusal(Fault.UNSAFE, DOCTYPE)
    formats: dict[str, str] = {}
    sheets = []
    for _, element in iterparse(BytesIO(content)):  # noqa: S314 - a DOCTYPE is refused above
        if element.tag == f"{_SS}Style":
            formats[element.get(f"{_SS}ID", "")] = _format(element)
        elif element.tag == f"{_SS}Worksheet":
            sheets.append(_Sheet(element, formats, limits).sheet)
            element.clear()
    if not sheets:
        raise Refusal(Fault.NO_SHEET, NO_WORKSHEET)
    return {"sheets": sheets, "unseen": [], "date_1904": False}


def _format(style: Element) -> str:
    """Give the number format of a style; Excel has names for some."""
    number_format = style.find(f"{_SS}NumberFormat")
    code = "" if number_format is None else number_format.get(f"{_SS}Format", "")
    return _NAMED_FORMATS.get(code, code)


class _Sheet:
    """One worksheet while it is read; rows, columns and cells count on from the ones before."""

    def __init__(self, worksheet: Element, formats: dict[str, str], limits: Limits) -> None:
        visible = worksheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible", "")
        self._formats, self._limits = formats, limits
        self.sheet: StoredSheet = {
            "name": worksheet.get(f"{_SS}Name", ""),
            "state": _STATES.get(visible.strip(), "visible"),
            "cells": [],
            "merges": [],
            "hidden_rows": [],
            "hidden_columns": [],
        }
        for table in worksheet.findall(f"{_SS}Table"):
            self.sheet["hidden_columns"] += _hidden(table.findall(f"{_SS}Column"), COLUMNS)
            rows = table.findall(f"{_SS}Row")
            self.sheet["hidden_rows"] += _hidden(rows, ROWS)
            for number, row in _numbered(rows, ROWS):
                self._read_row(number, row)

    def _read_row(self, row: int, element: Element) -> None:
        """Read the cells of one row."""
        for column, cell in _numbered(element.findall(f"{_SS}Cell"), COLUMNS):
            across, down = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
            if across or down:
                self.sheet["merges"].append((row, column, row + down, column + across))
            stored = self._read_cell(row, column, cell)
            if stored is not None:
                self.sheet["cells"].append(stored)
            if len(self.sheet["cells"]) > self._limits.cells:
                raise beyond(self._limits, "cells", len(self.sheet["cells"]))

    def _read_cell(self, row: int, column: int, cell: Element) -> StoredCell | None:
        """Read one cell; None where it holds nothing."""
        written, data = cell.get(f"{_SS}Formula"), cell.find(f"{_SS}Data")
        formula = with_letters(written, row, column) if written else None
        if formula and cell.get(f"{_SS}ArrayRange"):
            formula = f"{{{formula}}}"
        code = self._formats.get(cell.get(f"{_SS}StyleID", ""), "General")
        if data is None:
            return (row, column, "no-result", formula, None, code, formula) if formula else None
        written, kind = "".join(data.itertext()), data.get(f"{_SS}Type", "String")
        if kind == "Number" and (exact := exact_number(written)) is not None:
            return row, column, "number", exact[1], exact[0], code, formula
        if kind == "Boolean":
            written = "TRUE" if written.strip() == "1" else "FALSE"
        elif kind == "DateTime":
            written = written.removesuffix(".000").removesuffix("T00:00:00")
        if not written and formula is None:
            return None
        return row, column, _TYPES.get(kind, "text"), written, None, code, formula


def _numbered(elements: list[Element], last: int) -> list[tuple[int, Element]]:
    """Give each element its number: after the one before and what that covers, or its own."""
    numbered, place = [], 0
    for element in elements:
        place = _count(element, "Index") or place + 1
        if place > last:
            words = Text(
                f"有行或列的编号是 {place}，超出工作表的范围",
                f"a row or column numbered {place}, which no sheet has",
            )
            raise Refusal(Fault.DAMAGED, words)
        numbered.append((place, element))
        place += _count(element, "MergeAcross") + _count(element, "Span")
    return numbered


def _hidden(elements: list[Element], last: int) -> list[int]:
    """List the places of hidden rows or columns."""
    return [
        place
        for first, element in _numbered(elements, last)
        if element.get(f"{_SS}Hidden") == "1"
        for place in range(first, min(first + _count(element, "Span"), last) + 1)
    ]


def _count(element: Element, name: str) -> int:
    """Read a count that an element may carry."""
    written = element.get(f"{_SS}{name}", "")
    return int(written) if written.isdecimal() else 0
