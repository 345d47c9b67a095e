"""From a workbook to the bytes of a file, by openpyxl or by XlsxWriter, results included."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from io import BytesIO
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from openpyxl import Workbook
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.external_link import ExternalLink
from openpyxl.workbook.external_link.external import ExternalBook, ExternalSheetNames

from formula_books.model import Book, Content, Page
from formula_books.reckon import Reckoner
from formula_books.values import Value, Wrong

Writer: TypeAlias = Callable[[Book], bytes]
"""What makes a file of a workbook."""

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
_EMPTY = re.compile(rb'(<c r="[A-Z]+[0-9]+"[^>]*)>(<f>[^<]*</f><v></v>)')
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_STATES = {"hidden": "hidden", "very-hidden": "veryHidden"}
_DAY = "yyyy-mm-dd"


def results(book: Book) -> list[dict[str, Value]]:
    """Work out what the file stores for the formulas of each page."""
    reckoner = Reckoner(book)
    return [
        {
            ref: page.results[ref] if ref in page.results else reckoner.value(page.name, ref)
            for ref, content in page.cells.items()
            if _is_formula(content)
        }
        for page in book.pages
    ]


def _is_formula(content: Content) -> bool:
    return isinstance(content, str) and content.startswith("=")


def write_with_openpyxl(book: Book) -> bytes:
    """Write a workbook with openpyxl; the results are put beside the formulas afterwards."""
    target = Workbook()
    for at, page in enumerate(book.pages):
        sheet = target.worksheets[0] if at == 0 else target.create_sheet()
        sheet.title = page.name
        _fill(sheet, page)
    for name, place in book.names.items():
        target.defined_names[name] = DefinedName(name, attr_text=place)
    for path in book.files:
        link = ExternalLink(ExternalBook(sheetNames=ExternalSheetNames(["Sheet1"]), id="rId1"))
        link.file_link = Relationship(type="externalLinkPath", Target=path, TargetMode="External")
        target._external_links.append(link)  # noqa: SLF001 - the only way to make one
    target.calculation.fullPrecision = not book.as_displayed
    target.save(stream := BytesIO())
    return _completed(stream.getvalue(), book, results(book))


def _fill(sheet: object, page: Page) -> None:
    """Put a page's contents into an openpyxl sheet."""
    for ref, content in page.cells.items():
        cell = sheet[ref]  # type: ignore[index]  # openpyxl has no types
        cell.value = content
        if isinstance(content, str) and not _is_formula(content):
            cell.data_type = "s"
        if isinstance(content, date):
            cell.number_format = _DAY
    for ref, code in page.formats.items():
        sheet[ref].number_format = code  # type: ignore[index]
    for merge in page.merges:
        sheet.merge_cells(merge)  # type: ignore[attr-defined]
    for row in page.hidden_rows:
        sheet.row_dimensions[row].hidden = True  # type: ignore[attr-defined]
    for column in page.hidden_columns:
        sheet.column_dimensions[column].hidden = True  # type: ignore[attr-defined]
    sheet.sheet_state = _STATES.get(page.state, "visible")  # type: ignore[attr-defined]
    sheet.auto_filter.ref = page.filtered  # type: ignore[attr-defined]


def _completed(data: bytes, book: Book, stored: list[dict[str, Value]]) -> bytes:
    """Put results and switched-off warnings into a package; every part gets the same date."""
    with ZipFile(BytesIO(data)) as old, ZipFile(stream := BytesIO(), "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if (number := _SHEET.fullmatch(part.filename)) is not None:
                at = int(number[1]) - 1
                written = content.decode("utf-8")
                if book.calculated:
                    written = _with_results(written, stored[at])
                content = _silenced(written, book.pages[at]).encode("utf-8")
            new.writestr(ZipInfo(part.filename), content, ZIP_DEFLATED)
    return stream.getvalue()


def _with_results(sheet: str, stored: Mapping[str, Value]) -> str:
    def cell(found: re.Match[str]) -> str:
        ref, attributes, formula = found.groups()
        kind, written = _written(stored[ref])
        return f'<c r="{ref}"{attributes}{kind}><f>{formula}</f><v>{written}</v></c>'

    return _FORMULA.sub(cell, sheet)


def _written(value: Value) -> tuple[str, str]:
    """Give a result's type and characters as they stand in a file."""
    if isinstance(value, Wrong):
        return ' t="e"', value.name
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, str):
        return ' t="str"', escape(value, quote=False)
    return "", repr(value)


def _silenced(sheet: str, page: Page) -> str:
    """Add the ranges for which warnings are switched off, where Excel writes them."""
    if not page.silenced:
        return sheet
    ranges = "".join(f'<ignoredError sqref="{where}" {kind}="1"/>' for where, kind in page.silenced)
    return sheet.replace("</worksheet>", f"<ignoredErrors>{ranges}</ignoredErrors></worksheet>")


_WARNINGS = {
    "numberStoredAsText": "number_stored_as_text",
    "formula": "formula_differs",
    "formulaRange": "formula_range",
    "evalError": "eval_error",
    "twoDigitTextYear": "two_digit_text_year",
    "unlockedFormula": "formula_unlocked",
    "emptyCellReference": "empty_cell_reference",
}


def write_with_xlsxwriter(book: Book) -> bytes:
    """Write a workbook with XlsxWriter, which takes the results with the formulas."""
    target = xlsxwriter.Workbook(stream := BytesIO(), {"in_memory": True})
    target.set_properties({"created": date(2024, 1, 31)})
    for page, stored in zip(book.pages, results(book), strict=True):
        sheet = target.add_worksheet(page.name)
        for merge in page.merges:
            sheet.merge_range(merge, "")
        for ref, content in page.cells.items():
            code = page.formats.get(ref, _DAY if isinstance(content, date) else None)
            style = target.add_format({"num_format": code} if code else {})
            if isinstance(content, str) and _is_formula(content):
                result = stored[ref] if book.calculated else ""
                sheet.write_formula(ref, _named(content, book.files), style, _plain(result))
            elif isinstance(content, str):
                sheet.write_string(ref, content, style)
            elif isinstance(content, date):
                sheet.write_datetime(ref, content, style)
            else:
                sheet.write(ref, content, style)
        _set_apart(sheet, page)
    for name, place in book.names.items():
        target.define_name(name, f"={place}")
    target.close()
    return _settled(stream.getvalue(), book)


def _named(formula: str, files: tuple[str, ...]) -> str:
    """Name other files in the formula itself: XlsxWriter writes no list of them."""
    for number, file in enumerate(files, 1):
        formula = re.sub(rf"\[{number}\](\w+)!", rf"'[{file}]\1'!", formula)
    return formula


def _plain(value: Value) -> Value:
    return value.name if isinstance(value, Wrong) else value


def _set_apart(sheet: xlsxwriter.worksheet.Worksheet, page: Page) -> None:
    """Hide what is hidden and switch off what is switched off."""
    for row in page.hidden_rows:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for column in page.hidden_columns:
        sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
    {"hidden": sheet.hide, "very-hidden": sheet.very_hidden}.get(page.state, lambda: None)()
    if page.filtered:
        sheet.autofilter(page.filtered)
    if page.silenced:
        sheet.ignore_errors({_WARNINGS[kind]: where for where, kind in page.silenced})


def _settled(data: bytes, book: Book) -> bytes:
    """Set what XlsxWriter cannot: empty texts as results, precision as displayed."""
    with ZipFile(BytesIO(data)) as old, ZipFile(stream := BytesIO(), "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if book.as_displayed and part.filename == "xl/workbook.xml":
                content = content.replace(b"<calcPr ", b'<calcPr fullPrecision="0" ')
            if _SHEET.fullmatch(part.filename):
                # XlsxWriter takes an empty result for none at all.
                content = (
                    _EMPTY.sub(rb'\1 t="str">\2', content)
                    if book.calculated
                    else content.replace(b"<v></v>", b"")
                )
            new.writestr(ZipInfo(part.filename), content, ZIP_DEFLATED)
    return stream.getvalue()
