"""The .xlsx family: openpyxl reads the package, one pass over each sheet's part reads its cells."""

from __future__ import annotations

from io import BytesIO
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.xml.constants import SHARED_STRINGS

from statlint.values import Text
from statlint.workbook.engines.details import NO_WORKSHEET, inside
from statlint.workbook.engines.excel_book import is_as_displayed, read_links, read_names
from statlint.workbook.engines.excel_cells import CELL, MAIN, CellReader, read_text
from statlint.workbook.engines.excel_styles import read_styles
from statlint.workbook.engines.limits import SILENCED
from statlint.workbook.engines.ranges import read_range
from statlint.workbook.engines.stored import Refusal, StoredBook, StoredRange, StoredSheet
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROW, _COLUMN, _MERGE, _STRING = f"{MAIN}row", f"{MAIN}col", f"{MAIN}mergeCell", f"{MAIN}si"
_SILENCED, _ON = f"{MAIN}ignoredError", {"1", "true"}
_MISSING = Text("工作表内容缺失", "the sheet is missing")
_STATES = {"hidden": "hidden", "veryHidden": "very-hidden"}


def read_excel(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a workbook; raises Refusal where a sheet that the workbook names cannot be found."""
    package = ExcelReader(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    package.read_manifest()
    package.read_workbook()
    strings = _read_strings(package)
    date_1904 = package.wb.epoch == CALENDAR_MAC_1904
    styles = read_styles(package.archive)
    sheets = []
    for name, state, part in _list_sheets(package, limits):
        cells = CellReader(strings, styles, date_1904=date_1904)
        with package.archive.open(part) as source:
            sheets.append(_read_sheet(name, state, source, cells, limits))
    if not sheets:
        raise Refusal(Fault.NO_SHEET, NO_WORKSHEET)
    return {
        "sheets": sheets,
        "unseen": [],
        "date_1904": date_1904,
        "names": read_names(package),
        "links": read_links(package),
        "as_displayed": is_as_displayed(package),
    }


def _read_strings(package: ExcelReader) -> list[str]:
    """Read the texts that cells refer to by number."""
    named = package.package.find(SHARED_STRINGS)
    if named is None:
        return []
    strings = []
    with package.archive.open(named.PartName[1:]) as source:
        for _, element in iterparse(source):  # noqa: S314 - the front door refuses a DOCTYPE
            if element.tag == _STRING:
                strings.append(read_text(element))
                element.clear()
    return strings


def _list_sheets(package: ExcelReader, limits: Limits) -> Iterator[tuple[str, str, str]]:
    """Give name, state and part of each worksheet; chart and macro sheets hold no cells."""
    if len(package.parser.sheets) > limits.sheets:
        raise beyond(limits, "sheets", len(package.parser.sheets))
    for sheet, relation in package.parser.find_sheets():
        if not relation.Type.endswith("/worksheet"):
            continue
        if relation.target not in package.valid_files:
            raise Refusal(Fault.NO_SHEET, inside(relation.target, _MISSING))
        yield sheet.name, _STATES.get(sheet.state, "visible"), relation.target


def _read_sheet(
    name: str, state: str, source: IO[bytes], cells: CellReader, limits: Limits
) -> StoredSheet:
    """Read one sheet in one pass; the declared dimension is not believed."""
    sheet: StoredSheet = {
        "name": name,
        "state": state,
        "cells": [],
        "merges": [],
        "hidden_rows": [],
        "hidden_columns": [],
        "silenced": [],
    }
    hidden_columns: list[tuple[int, int]] = []
    for _, element in iterparse(source):  # noqa: S314 - the front door refuses a DOCTYPE
        if element.tag == _ROW:
            _read_row(element, cells, sheet, limits)
            element.clear()
        elif element.tag == _COLUMN and _is_hidden(element.attrib, "width"):
            hidden_columns.append((int(element.attrib["min"]), int(element.attrib["max"])))
        elif element.tag == _MERGE:
            sheet["merges"].append(_read_merge(element.attrib["ref"]))
        elif element.tag == _SILENCED:
            sheet["silenced"] += _read_silenced(element, SILENCED - len(sheet["silenced"]))
    sheet["empty_texts"] = cells.empty_texts
    sheet["indents"] = cells.indents
    last = max((cell[1] for cell in sheet["cells"]), default=0)
    # A hidden stretch often runs to the last of 16,384 columns; only the used ones matter.
    sheet["hidden_columns"] = [
        column for first, end in hidden_columns for column in range(first, min(end, last) + 1)
    ]
    return sheet


def _read_row(element: Element, cells: CellReader, sheet: StoredSheet, limits: Limits) -> None:
    """Add one row's cells to a sheet."""
    cells.begin_row(element.get("r"))
    if _is_hidden(element.attrib, "ht"):
        sheet["hidden_rows"].append(cells.row)
    stored = (cells.read(child) for child in element if child.tag == CELL)
    sheet["cells"].extend(cell for cell in stored if cell is not None)
    count = len(sheet["cells"]) + len(cells.empty_texts)
    if count > limits.cells:
        raise beyond(limits, "cells", count)


def _is_hidden(attributes: Mapping[str, str], extent: str) -> bool:
    """Tell whether a row or column is hidden, be it by no height or width at all."""
    return attributes.get("hidden") in _ON or float(attributes.get(extent, "1")) == 0


def _read_merge(written: str) -> StoredRange:
    """Read a merged range; it is never expanded."""
    merge = read_range(written)
    if merge is None:
        words = Text(f"合并单元格的范围「{written}」不成立", f"“{written}” is no range to merge")
        raise Refusal(Fault.DAMAGED, words)
    return merge


def _read_silenced(element: Element, most: int) -> list[tuple[StoredRange, list[str]]]:
    """Read for which ranges the program's own warnings are switched off, and which of them."""
    kinds = [kind for kind, on in element.attrib.items() if kind != "sqref" and on in _ON]
    ranges = (read_range(one) for one in element.get("sqref", "").split(maxsplit=most)[:most])
    return [(one, kinds) for one in ranges if one is not None] if kinds else []
