"""The .xlsx family: cells as stored, merges, hidden parts; compared with what openpyxl writes."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

from statlint.workbook.engines.stored import Refusal, StoredCell
from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part
from unit.workbook.two_readers import read_excel

STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm"/>'
    '<numFmt numFmtId="165" formatCode="0&quot;件&quot;"/></numFmts>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="31"/>'
    '<xf numFmtId="165"/></cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>'
)


def save(book: Workbook) -> bytes:
    """Write a workbook to bytes."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def cells_of(content: bytes) -> list[StoredCell]:
    """Read the cells of the first sheet."""
    return read_excel(content)["sheets"][0]["cells"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(
            '<c r="B2"><v>91</v></c>', [(2, 2, "number", "91", 91, "General", None)], id="a number"
        ),
        pytest.param(
            '<c r="B2"><v>0.30000000000000004</v></c>',
            [(2, 2, "number", "0.3", "0.3", "General", None)],
            id="binary noise",
        ),
        pytest.param(
            '<c r="B2"><v>1e+05</v></c>',
            [(2, 2, "number", "100000", 100000, "General", None)],
            id="an exponent",
        ),
        pytest.param(
            '<c r="B2" s="3"><v>12</v></c>',
            [(2, 2, "number", "12", 12, '0"件"', None)],
            id="a number with its own format",
        ),
        pytest.param(
            '<c r="B2" s="1"><v>45322</v></c>',
            [(2, 2, "date", "2024-01-31", None, r"yyyy\-mm", None)],
            id="a date",
        ),
        pytest.param(
            '<c r="B2" s="2"><v>45322</v></c>',
            [(2, 2, "date", "2024-01-31", None, 'yyyy"年"m"月"d"日"', None)],
            id="a date in a format that Chinese Excel names by number alone",
        ),
        pytest.param(
            '<c r="B2" s="1"><v>-5</v></c>',
            [(2, 2, "number", "-5", -5, r"yyyy\-mm", None)],
            id="a serial outside the calendar",
        ),
        pytest.param(
            '<c r="B2" t="d"><v>2024-01-31T00:00:00</v></c>',
            [(2, 2, "date", "2024-01-31", None, "General", None)],
            id="a date written as one",
        ),
        pytest.param(
            '<c r="B2" t="b"><v>1</v></c>',
            [(2, 2, "boolean", "TRUE", None, "General", None)],
            id="a boolean",
        ),
        pytest.param(
            '<c r="B2" t="e"><f>A1</f><v>#REF!</v></c>',
            [(2, 2, "error", "#REF!", None, "General", "=A1")],
            id="an error",
        ),
        pytest.param(
            '<c r="B2"><f>SUM(C2:D2)</f><v>5</v></c>',
            [(2, 2, "number", "5", 5, "General", "=SUM(C2:D2)")],
            id="a formula with its result",
        ),
        pytest.param(
            '<c r="B2"><f>SUM(C2:D2)</f></c>',
            [(2, 2, "no-result", "=SUM(C2:D2)", None, "General", "=SUM(C2:D2)")],
            id="a formula without a result",
        ),
        pytest.param(
            '<c r="B2" t="str"><f>""</f><v></v></c>',
            [(2, 2, "text", "", None, "General", '=""')],
            id="a formula whose result is an empty text",
        ),
        pytest.param(
            '<c r="B2" t="inlineStr"><is><r><t>总</t></r><r><t>计</t></r></is></c>',
            [(2, 2, "text", "总计", None, "General", None)],
            id="an inline rich text",
        ),
        pytest.param(
            '<c r="B2" t="inlineStr"><is><t>总计</t><rPh sb="0"><t>zǒngjì</t></rPh></is></c>',
            [(2, 2, "text", "总计", None, "General", None)],
            id="a text with its pronunciation",
        ),
        pytest.param(
            '<c r="B2" t="inlineStr"><is><t>商业_x000D_企业</t></is></c>',
            [(2, 2, "text", "商业\r企业", None, "General", None)],
            id="an escaped character",
        ),
        pytest.param(
            '<c r="B2"><v>abc</v></c>',
            [(2, 2, "text", "abc", None, "General", None)],
            id="letters where a number is announced",
        ),
        pytest.param(
            '<c r="B2" s="99"><v>1</v></c>',
            [(2, 2, "number", "1", 1, "General", None)],
            id="a style that does not exist",
        ),
        pytest.param(
            '<c r="b2"><v>1</v></c>',
            [(2, 2, "number", "1", 1, "General", None)],
            id="a reference in small letters",
        ),
        pytest.param(
            "<c><v>1</v></c><c><v>2</v></c>",
            [(2, 1, "number", "1", 1, "General", None), (2, 2, "number", "2", 2, "General", None)],
            id="no references",
        ),
        pytest.param('<c r="B2" s="3"/>', [], id="a format and nothing else"),
        pytest.param('<c r="B2" t="inlineStr"><is><t></t></is></c>', [], id="an empty text"),
    ],
)
def test_reads_a_cell_as_stored(cell: str, expected: list[StoredCell]) -> None:
    content = make_excel(f'<row r="2">{cell}</row>', styles=STYLES)

    assert cells_of(content) == expected


def test_remembers_where_an_empty_text_stands() -> None:
    row = '<row r="2"><c r="B2" t="inlineStr"><is><t></t></is></c><c r="C2" s="3"/></row>'

    assert read_excel(make_excel(row))["sheets"][0].get("empty_texts") == [(2, 2)]


@pytest.mark.parametrize(
    "row", ['<row r="0"><c><v>1</v></c></row>', '<row r="1048577"><c><v>1</v></c></row>']
)
def test_refuses_a_cell_outside_the_sheet(row: str) -> None:
    with pytest.raises(Refusal, match="a cell in row"):
        read_excel(make_excel(row))


def test_refuses_more_sheets_than_a_workbook_has() -> None:
    parts = excel_parts(sheet_part(""))
    sheets = '<sheet name="a" sheetId="1" r:id="rId1"/>' * 1025
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", f"<sheets>{sheets}"
    )

    with pytest.raises(Refusal, match="1,026 sheets"):
        read_excel(make_zip(parts))


def test_moves_a_shared_formula_to_each_cell() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1+$C$1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    )

    assert [cell[6] for cell in cells_of(content)] == ["=B1+$C$1", "=B2+$C$1"]


def test_writes_a_shared_formula_anew_where_its_number_is_given_again() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:B1">A2</f><v>1</v></c>'
        '<c r="B1"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0" ref="A3:B3">A$9</f><v>2</v></c>'
        '<c r="B3"><f t="shared" si="0"/><v>2</v></c><c r="C3"><f t="shared" si="7"/><v>2</v></c>'
        "</row>"
    )

    assert [cell[6] for cell in cells_of(content)] == ["=A2", "=B2", "=A$9", "=B$9", "="]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param(
            '<f t="array" ref="A1:A2">B1:B2*2</f>', ["{=B1:B2*2}"] * 2 + [None], id="an array"
        ),
        pytest.param(
            '<f t="array" ref="A1">SUM(B1:B2*2)</f>',
            ["{=SUM(B1:B2*2)}", None, None],
            id="an array in one cell",
        ),
        pytest.param(
            '<f t="dataTable" ref="A1:A2" dt2D="1" r1="B1" r2="C1"/>',
            ["{=TABLE(B1,C1)}"] * 2 + [None],
            id="a data table",
        ),
        pytest.param(
            '<f t="array" ref="1A">B1</f>', ["{=B1}", None, None], id="a range that is none"
        ),
        pytest.param('<f t="array">B1</f>', ["{=B1}", None, None], id="no range"),
    ],
)
def test_gives_each_cell_the_formula_that_fills_it(
    formula: str, expected: list[str | None]
) -> None:
    content = make_excel(
        f'<row r="1"><c r="A1">{formula}<v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>6</v></c></row>'
    )

    assert [cell[6] for cell in cells_of(content)] == expected


def test_puts_no_cell_where_a_formula_that_fills_a_range_leaves_it_empty() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>2</v></c><c r="B1"/></row>'
    )

    assert [cell[:2] for cell in cells_of(content)] == [(1, 1)]


def test_knows_which_warnings_are_switched_off() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after='<ignoredErrors><ignoredError sqref="A1 C3:D4 B:B 7:7 5A" numberStoredAsText="1"'
        ' formula="0"/><ignoredError sqref="A2" evalError="true" formulaRange="1"/>'
        '<ignoredError sqref="A3"/></ignoredErrors>',
    )

    assert read_excel(content)["sheets"][0].get("silenced") == [
        ((1, 1, 1, 1), ["numberStoredAsText"]),
        ((3, 3, 4, 4), ["numberStoredAsText"]),
        ((1, 2, 1_048_576, 2), ["numberStoredAsText"]),
        ((7, 1, 7, 16_384), ["numberStoredAsText"]),
        ((2, 1, 2, 1), ["evalError", "formulaRange"]),
    ]


def test_keeps_so_many_ranges_without_warnings_and_no_more() -> None:
    ranges = " ".join(f"A{row}" for row in range(1, 20_001))
    content = make_excel(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after=f'<ignoredErrors><ignoredError sqref="{ranges}" formula="1"/></ignoredErrors>',
    )

    assert len(read_excel(content)["sheets"][0].get("silenced", [])) == 10_000


def test_reads_what_openpyxl_writes() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "表三"
    sheet["B3"] = "申请人情况"
    sheet["C3"] = CellRichText("自然", TextBlock(InlineFont(b=True), "人"))
    sheet["D4"] = date(2024, 1, 31)
    sheet["E4"] = datetime(2024, 1, 31, 8, 30)  # noqa: DTZ001 - Excel knows no time zones
    sheet["F4"] = ArrayFormula("F4:F5", "=C4:C5*2")
    sheet["G4"] = True
    book.save(target := BytesIO())

    assert cells_of(target.getvalue()) == [
        (3, 2, "text", "申请人情况", None, "General", None),
        (3, 3, "text", "自然人", None, "General", None),
        (4, 4, "date", "2024-01-31", None, "yyyy-mm-dd", None),
        (4, 5, "date", "2024-01-31T08:30:00", None, "yyyy-mm-dd h:mm:ss", None),
        (4, 6, "no-result", "{=C4:C5*2}", None, "General", "{=C4:C5*2}"),
        (4, 7, "boolean", "TRUE", None, "General", None),
    ]


def test_counts_dates_from_1904_where_the_workbook_says_so() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2024, 1, 31)

    stored = read_excel(save(book))

    assert (stored["date_1904"], stored["sheets"][0]["cells"][0][3]) == (True, "2024-01-31")


def test_knows_merges_and_hidden_rows_columns_and_sheets() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "表三"
    sheet.append(["三", None, None, "总计", "旁注"])
    sheet.append(["新收", 1, 2, 3])
    sheet.append(["结转", 0, 0, 0])
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("底稿").sheet_state = "hidden"
    book.create_sheet("模板").sheet_state = "veryHidden"
    book.create_chartsheet("图")

    stored = read_excel(save(book))

    first = stored["sheets"][0]
    assert [(sheet["name"], sheet["state"]) for sheet in stored["sheets"]] == [
        ("表三", "visible"),
        ("底稿", "hidden"),
        ("模板", "very-hidden"),
    ]
    assert first["merges"] == [(1, 1, 1, 3)]
    assert (first["hidden_rows"], first["hidden_columns"]) == ([2], [2])


def test_takes_no_height_and_no_width_for_hidden() -> None:
    content = make_excel(
        '<row r="1" ht="0" customHeight="1"><c r="B1"><v>1</v></c></row>',
        before='<cols><col min="2" max="2" width="0"/></cols>',
    )

    sheet = read_excel(content)["sheets"][0]

    assert (sheet["hidden_rows"], sheet["hidden_columns"]) == ([1], [2])


def test_keeps_hidden_columns_up_to_the_last_used_one() -> None:
    content = make_excel(
        '<row r="1"><c r="E1"><v>1</v></c></row>',
        before='<cols><col min="3" max="16384" hidden="1" width="9"/></cols>',
    )

    assert read_excel(content)["sheets"][0]["hidden_columns"] == [3, 4, 5]


def test_never_expands_a_merged_range() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )

    assert read_excel(content)["sheets"][0]["merges"] == [(1, 1, 1_048_576, 16_384)]


def test_does_not_believe_the_declared_dimension() -> None:
    content = make_excel(
        '<row r="7"><c r="C7"><v>1</v></c></row>', before='<dimension ref="A1:A1"/>'
    )

    assert cells_of(content) == [(7, 3, "number", "1", 1, "General", None)]


def test_cuts_an_overlong_number_format() -> None:
    styles = (
        f'<numFmts><numFmt numFmtId="164" formatCode="{"[" * 60_000}"/></numFmts>'
        '<cellXfs><xf numFmtId="164"/></cellXfs>'
    )
    content = make_excel('<row r="1"><c r="A1"><v>1</v></c></row>', styles=styles)

    assert cells_of(content) == [(1, 1, "number", "1", 1, "[" * 255, None)]


def test_reads_a_workbook_without_styles() -> None:
    parts = excel_parts(sheet_part('<row r="1"><c r="A1" s="5"><v>1</v></c></row>'))
    del parts["xl/styles.xml"]

    assert cells_of(make_zip(parts)) == [(1, 1, "number", "1", 1, "General", None)]


def test_refuses_a_workbook_with_a_missing_sheet() -> None:
    parts = excel_parts(sheet_part(""))
    del parts["xl/worksheets/sheet1.xml"]

    with pytest.raises(Refusal, match=r"sheet1\.xml: the sheet is missing"):
        read_excel(make_zip(parts))


def test_refuses_a_workbook_of_charts_alone() -> None:
    book = Workbook()
    book.create_chartsheet("图")
    book.remove(book.active)

    with pytest.raises(Refusal, match="no worksheet"):
        read_excel(save(book))
