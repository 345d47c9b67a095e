"""The engines for .xls, .xlsb and .ods, on fixtures that other programs wrote."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import xlwt

from statlint.workbook.engines.calamine import read_with_calamine
from statlint.workbook.engines.old_excel import read_old_excel
from statlint.workbook.engines.stored import Refusal
from unit.workbook.packages import make_excel

WORKBOOKS = Path(__file__).parents[3] / "fixtures" / "workbooks"
TABLE = [
    (2, 2, "三、收到和处理政府信息公开申请情况"),
    (3, 2, "申请人情况"),
    (3, 3, "自然人"),
    (3, 4, "商业企业"),
    (3, 5, "科研机构"),
    (3, 6, "总计"),
    (3, 10, "隐藏列"),
    (4, 2, "本年新收政府信息公开申请数量"),
    (4, 3, "91"),
    (4, 4, "12"),
    (4, 5, "3"),
    (4, 6, "106"),
    (5, 2, "上年结转政府信息公开申请数量"),
    (5, 3, "4"),
    (5, 4, "0"),
    (5, 5, "0"),
    (5, 6, "4"),
]


def test_xls_keeps_how_far_texts_are_set_in() -> None:
    book, target = xlwt.Workbook(), BytesIO()
    sheet, style = book.add_sheet("表"), xlwt.easyxf("align: indent 2")
    sheet.write(0, 0, "甲", style)
    sheet.write(1, 0, "乙")
    sheet.write(1, 1, 3, style)
    book.save(target)

    (read,) = read_old_excel(target.getvalue())["sheets"]

    assert read.get("indents") == [(1, 1, 2)]


def test_xls_keeps_addresses_kinds_formats_merges_and_hidden_parts() -> None:
    book = read_old_excel((WORKBOOKS / "statistics.xls").read_bytes())

    sheet, draft = book["sheets"]
    cells = sheet["cells"]
    assert book["unseen"] == ["formulas"]
    assert [(row, column, text) for row, column, _, text, *_ in cells if row < 6] == TABLE
    assert [cell for cell in cells if cell[0] == 7] == [
        (7, 2, "text", "占比", None, "General", None),
        (7, 3, "number", "0.987", "0.987", "0.0%", None),
        (7, 4, "number", "0.3", "0.3", "General", None),
        (7, 5, "text", "12", None, "General", None),
        (7, 6, "boolean", "TRUE", None, "General", None),
        (7, 7, "error", "#DIV/0!", None, "General", None),
        (7, 8, "date", "2024-01-31", None, r"yyyy\-mm\-dd", None),
    ]
    assert (sheet["name"], sheet["state"], draft["name"], draft["state"]) == (
        "表三",
        "visible",
        "底稿",
        "hidden",
    )
    assert (sheet["merges"], sheet["hidden_rows"], sheet["hidden_columns"]) == (
        [(2, 2, 2, 6)],
        [9],
        [10],
    )


def test_ods_keeps_addresses_and_says_what_it_cannot_see() -> None:
    book = read_with_calamine((WORKBOOKS / "statistics.ods").read_bytes())

    sheet, draft = book["sheets"]
    cells = sheet["cells"]
    assert book["unseen"] == [
        "error-values",
        "number-formats",
        "formulas",
        "hidden-parts",
        "merges",
    ]
    assert [(row, column, text) for row, column, _, text, *_ in cells if row < 6] == TABLE
    assert [cell for cell in cells if cell[0] == 7 and cell[1] in {3, 4, 8}] == [
        (7, 3, "number", "0.987", "0.987", None, None),
        (7, 4, "number", "0.3", "0.3", None, None),
        (7, 8, "date", "2024-01-31", None, None, None),
    ]
    assert (sheet["state"], draft["state"]) == ("visible", "hidden")


def test_xlsb_keeps_addresses_and_says_what_it_cannot_see() -> None:
    book = read_with_calamine((WORKBOOKS / "statistics.xlsb").read_bytes())

    assert "error-values" in book["unseen"]
    assert book["sheets"][0]["cells"] == [
        (2, 2, "text", "申请人情况", None, None, None),
        (2, 3, "text", "总计", None, None, None),
        (3, 2, "text", "本年新收", None, None, None),
        (3, 3, "number", "91", 91, None, None),
        (3, 4, "number", "0.3", "0.3", None, None),
        (3, 5, "boolean", "TRUE", None, None, None),
    ]


def test_calamine_keeps_the_merges_of_an_xlsx() -> None:
    content = make_excel(
        '<row r="3"><c r="B3"><v>1</v></c></row>',
        after='<mergeCells><mergeCell ref="B3:C3"/></mergeCells>',
    )

    book = read_with_calamine(content)

    assert (book["sheets"][0]["merges"], "merges" in book["unseen"]) == ([(3, 2, 3, 3)], False)


def test_calamine_keeps_dates_and_times() -> None:
    content = make_excel(
        '<row r="1"><c r="A1" s="1"><v>45322.5</v></c><c r="B1" s="1"><v>0.5</v></c>'
        '<c r="C1" s="2"><v>1.5</v></c><c r="D1" s="1"><v>45322</v></c></row>',
        styles='<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs>',
    )

    cells = read_with_calamine(content)["sheets"][0]["cells"]

    assert [cell[2:4] for cell in cells] == [
        ("date", "2024-01-31T12:00:00"),
        ("date", "12:00:00"),
        ("date", "36:00:00"),
        ("date", "2024-01-31"),
    ]


def test_calamine_refuses_a_sheet_of_too_many_cells() -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="Z200000"><v>1</v></c></row>'
    )

    with pytest.raises(Refusal, match="5,200,000 cells in one sheet, limit 3,000,000"):
        read_with_calamine(content)


@pytest.mark.parametrize("engine", [read_old_excel, read_with_calamine])
def test_refuses_what_is_no_workbook(engine: type) -> None:
    with pytest.raises(Refusal):
        engine(b"\xd0\xcf\x11\xe0" * 400)
