"""Web pages and XML Spreadsheet 2003: what office systems export under the name .xls."""

from __future__ import annotations

import pytest

from statlint.workbook import Fault
from statlint.workbook.engines.stored import Refusal, StoredCell, StoredSheet
from statlint.workbook.engines.web_page import read_web_page
from statlint.workbook.engines.xml_spreadsheet import read_xml_spreadsheet


def page_of(text: str) -> StoredSheet:
    """Read a page."""
    return read_web_page(text.encode())["sheets"][0]


def placed(text: str) -> list[tuple[int, int, str]]:
    """Read a page and give row, column and text of each cell."""
    return [cell[:2] + cell[3:4] for cell in page_of(text)["cells"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<table><tr><th>a</th><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 1, "b"), (2, 2, "2")],
            id="a table",
        ),
        pytest.param(
            "<TABLE><TR><TD>a<TD>1<TR><TD>b<TD>2</TABLE>",
            [(1, 1, "a"), (1, 2, "1"), (2, 1, "b"), (2, 2, "2")],
            id="ends left out",
        ),
        pytest.param(
            "<table><td>a</td><td>1</td></table>",
            [(1, 1, "a"), (1, 2, "1")],
            id="a cell without a row",
        ),
        pytest.param(
            "<table><tr><td rowspan=2>a<td>b<td>c<tr><td>d<tr><td>e</table>",
            [(1, 1, "a"), (1, 2, "b"), (1, 3, "c"), (2, 2, "d"), (3, 1, "e")],
            id="a cell that reaches into the next row",
        ),
        pytest.param(
            "<table><tr><td colspan=3>a<td>b</table>",
            [(1, 1, "a"), (1, 4, "b")],
            id="a cell over three columns",
        ),
        pytest.param(
            "<table><tr><td colspan=0>a<td rowspan=x>b</table>",
            [(1, 1, "a"), (1, 2, "b")],
            id="spans that make no sense",
        ),
        pytest.param(
            "<table><tr><td>商业<br>企业</td><td> 本年\n 新收 </td></tr></table>",
            [(1, 1, "商业\n企业"), (1, 2, "本年\n新收")],
            id="line breaks",
        ),
        pytest.param(
            "<h1>表三</h1><table><tr><td>a</table><p>填报人：张三</p>审核人：李四",
            [(1, 1, "表三"), (2, 1, "a"), (3, 1, "填报人：张三"), (4, 1, "审核人：李四")],
            id="texts around the table",
        ),
        pytest.param(
            "<table><tr><td><table><tr><td>a<td>1</table>注</td><td>右</td></tr></table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 1, "注"), (3, 1, "右")],
            id="a table inside a table for the layout",
        ),
        pytest.param(
            "<table><tr><td>表三<table><tr><td>a</table></td></tr></table>",
            [(1, 1, "表三"), (2, 1, "a")],
            id="a title beside a table inside a table",
        ),
        pytest.param(
            "<title>t</title><style>a</style><script>b</script><table><tr><td>&nbsp;<td>1</table>",
            [(1, 2, "1")],
            id="what is not shown",
        ),
        pytest.param("</table></td><td>a</td></style>b", [(1, 1, "ab")], id="tags without a table"),
    ],
)
def test_places_the_cells_of_a_page(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("<td>91", (1, 1, "number", "91", 91, None, None), id="a number"),
        pytest.param("<td>-0.5", (1, 1, "number", "-0.5", "-0.5", None, None), id="a fraction"),
        pytest.param("<td>007", (1, 1, "text", "007", None, None, None), id="leading zeros"),
        pytest.param("<td x:str>7", (1, 1, "text", "7", None, None, None), id="digits as text"),
        pytest.param("<td>1,234", (1, 1, "text", "1,234", None, None, None), id="grouped digits"),
        pytest.param("<td>#REF!", (1, 1, "error", "#REF!", None, None, None), id="an error"),
    ],
)
def test_takes_a_cell_as_excel_would(cell: str, expected: StoredCell) -> None:
    assert page_of(f"<table><tr>{cell}</table>")["cells"] == [expected]


def test_knows_merged_and_hidden_parts_of_a_page() -> None:
    sheet = page_of(
        "<table><col><col span=2 style='display:none'><tr><td rowspan=2 colspan=2>a<td>b"
        "<tr style='DISPLAY: none'><td>c</table>"
    )

    assert (sheet["merges"], sheet["hidden_rows"], sheet["hidden_columns"]) == (
        [(1, 1, 2, 2)],
        [2],
        [2, 3],
    )


@pytest.mark.parametrize(
    ("named", "codec"),
    [("gb2312", "gbk"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("unicode", "utf-16")],
)
def test_reads_a_page_in_its_encoding(named: str, codec: str) -> None:
    page = f'<meta charset="{named}"><table><tr><td>总计<td>镕</table>'

    sheet = read_web_page(page.encode(codec))["sheets"][0]

    assert [cell[3] for cell in sheet["cells"]] == ["总计", "镕"]


def test_refuses_a_page_with_more_columns_than_a_sheet_has() -> None:
    with pytest.raises(Refusal) as caught:
        page_of("<table><tr><td colspan=16384>a<td>b</table>")

    assert caught.value.fault is Fault.TOO_LARGE


XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{}</Workbook>'
)


def workbook_of(inner: str) -> list[StoredSheet]:
    """Read an XML spreadsheet."""
    return read_xml_spreadsheet(XML.format(inner).encode())["sheets"]


def test_reads_an_xml_spreadsheet() -> None:
    sheets = workbook_of(
        '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
        '<Style ss:ID="c"><NumberFormat ss:Format="0&quot;件&quot;"/></Style>'
        '<Style ss:ID="g"/></Styles>'
        '<Worksheet ss:Name="表三"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/>'
        '<Row ss:Index="2"><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">'
        '申请<B>人</B>情况</Data></Cell><Cell><Data ss:Type="Number">91</Data></Cell></Row>'
        '<Row ss:Hidden="1"><Cell ss:Index="4" ss:StyleID="p" ss:Formula="=R[-1]C/100">'
        '<Data ss:Type="Number">0.91000000000000003</Data></Cell>'
        '<Cell ss:StyleID="c"><Data ss:Type="Error">#REF!</Data></Cell>'
        '<Cell ss:StyleID="g"><Data ss:Type="Boolean">1</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2024-01-31T00:00:00.000</Data></Cell>'
        '<Cell ss:Formula="=SUM(R2C4)"/><Cell/>'
        '<Cell ss:Formula="=SUM(RC[-1])" ss:ArrayRange="RC"/>'
        '<Cell><Data ss:Type="String"></Data></Cell></Row>'
        "</Table></Worksheet>"
        '<Worksheet ss:Name="底稿"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible>'
        "</x:WorksheetOptions></Worksheet>"
    )

    assert sheets == [
        {
            "name": "表三",
            "state": "visible",
            "cells": [
                (2, 1, "text", "申请人情况", None, "General", None),
                (2, 4, "number", "91", 91, "General", None),
                (3, 4, "number", "0.91", "0.91", "0.00%", "=D2/100"),
                (3, 5, "error", "#REF!", None, '0"件"', None),
                (3, 6, "boolean", "TRUE", None, "General", None),
                (3, 7, "date", "2024-01-31", None, "General", None),
                (3, 8, "no-result", "=SUM($D$2)", None, "General", "=SUM($D$2)"),
                (3, 10, "no-result", "{=SUM(I3)}", None, "General", "{=SUM(I3)}"),
            ],
            "merges": [(2, 1, 3, 3)],
            "hidden_rows": [3],
            "hidden_columns": [2, 3],
        },
        {
            "name": "底稿",
            "state": "hidden",
            "cells": [],
            "merges": [],
            "hidden_rows": [],
            "hidden_columns": [],
        },
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(XML.format("").encode(), Fault.NO_SHEET, id="no sheet"),
        pytest.param(b"<!DOCTYPE a><a/>", Fault.UNSAFE, id="a doctype"),
        pytest.param(
            XML.format(
                '<Worksheet><Table><Row ss:Index="1048577"><Cell/></Row></Table></Worksheet>'
            ).encode(),
            Fault.DAMAGED,
            id="a row outside the sheet",
        ),
    ],
)
def test_refuses_an_xml_spreadsheet(content: bytes, fault: Fault) -> None:
    with pytest.raises(Refusal) as caught:
        read_xml_spreadsheet(content)

    assert caught.value.fault is fault
