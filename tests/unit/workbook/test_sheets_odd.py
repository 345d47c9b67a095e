"""Workbooks of the xlsx family as few programs write them, all read without openpyxl."""

from __future__ import annotations

import pytest

from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet
from statlint.workbook.sheets.read import open_sheets
from unit.workbook.packages import excel_parts, make_zip, sheet_part
from unit.workbook.two_readers import parts_of, read_own

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml"
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c></row>'
PREFIXED = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>合计</x:t>'
    "</x:is></x:c></x:row></x:sheetData></x:worksheet>"
)
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"

Parts = dict[str, str | bytes]


def read(parts: Parts) -> Sheet:
    """Read the sheet of a workbook made of parts."""
    return read_own(make_zip(parts)).sheets[0]


def written(part: str | bytes) -> str:
    """Give a part as text."""
    return part if isinstance(part, str) else part.decode()


def strict(parts: Parts) -> Parts:
    """Name elements and relations as Strict OOXML does."""
    return {
        name: written(part)
        .replace(MAIN, f"{STRICT}/spreadsheetml/main")
        .replace(OFFICE, f"{STRICT}/officeDocument/relationships")
        for name, part in parts.items()
    }


def in_capitals(parts: Parts) -> Parts:
    """Write the names of the parts themselves in another case than what refers to them."""
    return {name if name.startswith(("[", "_")) else name.upper(): parts[name] for name in parts}


def with_backslashes(parts: Parts) -> Parts:
    """Separate folders as Windows does."""
    return {name.replace("/", "\\"): part for name, part in parts.items()}


def in_utf16(parts: Parts) -> Parts:
    """Write the sheet in UTF-16."""
    return {**parts, SHEET: written(parts[SHEET]).replace("UTF-8", "UTF-16").encode("utf-16")}


def prefixed(parts: Parts) -> Parts:
    """Give the names of the sheet a prefix, and its cells no references."""
    return {**parts, SHEET: PREFIXED}


def without_strings(parts: Parts) -> Parts:
    """Leave out a part that is announced, but that no cell asks for."""
    return {name: part for name, part in parts.items() if "sharedStrings" not in name}


def without_types(parts: Parts) -> Parts:
    """Announce the workbook as a template with macros, by the type of an ending."""
    kind = "application/vnd.ms-excel.template.macroEnabled.main+xml"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    default = f'<Default Extension="xml" ContentType="{kind}"/>'
    return {**parts, "[Content_Types].xml": f'<Types xmlns="{space}">{default}</Types>'}


@pytest.mark.parametrize(
    "change",
    [
        strict,
        in_capitals,
        with_backslashes,
        in_utf16,
        prefixed,
        without_strings,
        without_types,
    ],
)
def test_reads_an_odd_package(change: object) -> None:
    assert callable(change)
    sheet = read(change(excel_parts(sheet_part(ROW))))

    cell = Cell(CellRef(1, 1), CellKind.TEXT, "合计", None, "General")
    assert (sheet.name, sheet.cells) == ("表三", (cell,))


def test_reads_what_lies_behind_other_bytes() -> None:
    workbook = read_own(b"MZ" * 99 + make_zip(excel_parts(sheet_part(ROW))))

    assert len(workbook.sheets[0].cells) == 1


def test_tells_a_workbook_with_macros() -> None:
    parts = parts_of(make_zip(without_types(excel_parts(sheet_part(ROW)))))

    assert parts.container == "xlsm"


@pytest.mark.parametrize(
    "kind", ["wordprocessingml.document.main", "vnd.ms-excel.sheet.binary.macroEnabled", "odd"]
)
def test_leaves_other_packages_alone(kind: str) -> None:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = f'<Types xmlns="{space}"><Override PartName="/a" ContentType="{kind}"/></Types>'

    assert open_sheets(make_zip({"[Content_Types].xml": types, "a": ""})) is None


def test_leaves_an_archive_alone() -> None:
    assert open_sheets(make_zip({"a.csv": "1"})) is None


def test_keeps_how_a_text_is_pronounced_out() -> None:
    row = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>课</t></r>'
        "<rPh><t>カ</t></rPh></is></c></row>"
    )
    strings = "<si><r><t>合</t></r><r><t>计</t></r><rPh><t>ごう</t></rPh></si>"

    cells = read(excel_parts(sheet_part(row), strings=strings)).cells

    assert [cell.text for cell in cells] == ["合计", "课"]


def test_tells_where_a_text_is_longer_than_a_cell_holds() -> None:
    text = "长" * 32_768
    row = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
        f'</row><row r="2"><c r="B2" t="inlineStr"><is><t>{text}</t></is></c></row>'
    )
    strings = f"<si><t>{text}</t></si><si><t>{text[1:]}</t></si>"

    sheet = read(excel_parts(sheet_part(row), strings=strings))

    assert sheet.long_texts == (CellRef(1, 1), CellRef(2, 2))


def test_places_cells_without_references() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"

    cells = read(excel_parts(sheet_part(rows))).cells

    assert [(cell.ref.row, cell.ref.column) for cell in cells] == [(1, 1), (1, 2), (2, 2)]
