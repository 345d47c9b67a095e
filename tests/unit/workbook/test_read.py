"""Which engine reads a workbook, and what becomes of one that breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.workbook.engines.read import Told, read
from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part

WORKBOOKS = Path(__file__).parents[3] / "fixtures" / "workbooks"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
VALUES_ONLY = ["error-values", "number-formats", "formulas", "hidden-parts"]


def unseen_of(told: list[Told]) -> list[str]:
    """Give what the engine that read a workbook could not see."""
    last = told[-1]
    assert last[0] == "book"
    assert any(sheet["cells"] for sheet in last[1]["sheets"])
    return last[1]["unseen"]


def strict() -> bytes:
    """Make a workbook in the strict form of the standard, of which openpyxl reads no sheet."""
    names = (
        ("schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml"),
        ("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
    )
    parts = excel_parts(sheet_part(ONE_CELL))
    for name, part in parts.items():
        for loose, exact in names:
            part = str(part).replace(loose, exact)  # noqa: PLW2901 - the part as written so far
        parts[name] = part
    return make_zip(parts)


@pytest.mark.parametrize(
    ("content", "container", "unseen"),
    [
        pytest.param(make_excel(ONE_CELL), "xlsx", [], id="xlsx"),
        pytest.param(strict(), "xlsx", VALUES_ONLY, id="strict xlsx"),
        pytest.param((WORKBOOKS / "statistics.xls").read_bytes(), "xls", ["formulas"], id="xls"),
        pytest.param(
            (WORKBOOKS / "statistics.xlsb").read_bytes(),
            "xlsb",
            [*VALUES_ONLY, "merges"],
            id="xlsb",
        ),
        pytest.param(
            (WORKBOOKS / "statistics.ods").read_bytes(), "ods", [*VALUES_ONLY, "merges"], id="ods"
        ),
    ],
)
def test_reads_each_container(content: bytes, container: str, unseen: list[str]) -> None:
    told = list(read(content))

    assert told[-2] == ("container", container)
    assert unseen_of(told) == unseen


def test_gives_a_workbook_that_one_engine_refuses_to_the_other() -> None:
    parts = excel_parts(sheet_part(ONE_CELL))
    del parts["xl/sharedStrings.xml"]

    assert unseen_of(list(read(make_zip(parts)))) == VALUES_ONLY


def test_a_workbook_whose_sheets_are_all_lost_is_no_empty_workbook() -> None:
    parts = excel_parts(sheet_part(ONE_CELL))
    del parts["xl/worksheets/sheet1.xml"]

    assert list(read(make_zip(parts)))[-1] == (
        "fault",
        "no-sheet",
        "part xl/worksheets/sheet1.xml is missing",
    )


def test_an_ods_that_repeats_cells_without_end_is_refused() -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = make_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<?xml version="1.0"?><office:document-content '
            f'xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet>'
            '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
            'office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )

    assert list(read(content))[-1][:2] in {("fault", "damaged"), ("fault", "too-large")}
