"""Web pages as documents: paragraphs, lists and tables in the order of reading."""

from __future__ import annotations

import pytest

from statlint.workbook import Container, Fault, ParagraphKind
from statlint.workbook.engines.stored import Refusal, StoredBlock, StoredSheet
from statlint.workbook.engines.web_document import read_web_document
from statlint.workbook.shape import shape_workbook

PROSE = "一是推进主动公开。" * 30


def blocks_of(page: str) -> list[StoredBlock]:
    """Read a page and give its blocks."""
    return read_web_document(page.encode())["document"]


def texts(page: str) -> list[str]:
    """Read a page and give the texts of its paragraphs, and the names of its tables."""
    return [block if isinstance(block, str) else block[1] for block in blocks_of(page)]


def table(page: str) -> StoredSheet:
    """Read the one table of a page."""
    (sheet,) = read_web_document(page.encode())["sheets"]
    return sheet


def placed(page: str) -> list[tuple[int, int, str]]:
    """Read the one table of a page: row, column and text of its cells."""
    return [(cell[0], cell[1], cell[3]) for cell in table(page)["cells"]]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<p>甲</p><p>乙", ["甲", "乙"], id="paragraphs, an end left out"),
        pytest.param("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"], id="nested divisions"),
        pytest.param("甲<center>乙</center>丙", ["甲", "乙", "丙"], id="text of the page itself"),
        pytest.param("<p><span>甲</span><span>乙</span></p>", ["甲乙"], id="spans"),
        pytest.param(
            "<p>政府信\r\n  息公开 2019\n年</p>", ["政府信息公开 2019 年"], id="a wrapped source"
        ),
        pytest.param(
            "<p>甲&nbsp;&nbsp;乙\u3000丙\u200b丁</p>", ["甲 乙\u3000丙丁"], id="odd blanks"
        ),
        pytest.param("<pre>甲\n乙</pre>", ["甲\n乙"], id="lines as written"),
        pytest.param("瑶海区<br>年报", ["瑶海区\n年报"], id="a line broken by hand"),
        pytest.param("甲乙<br>　　丙", ["甲乙", "丙"], id="an indented line is a paragraph"),
        pytest.param("甲乙。<br>丙", ["甲乙。", "丙"], id="a line after a full stop is one"),
        pytest.param("甲乙<br><br>丙", ["甲乙", "丙"], id="a blank line parts paragraphs"),
        pytest.param("甲乙<br>二、丙", ["甲乙", "二、丙"], id="a numbered line is a paragraph"),
        pytest.param("甲</br>乙", ["甲\n乙"], id="a line break written as an end"),
        pytest.param(
            "<p>甲</p><p style='display: none'>乙</p><p hidden>丙</p>"
            "<script>丁</script><style>戊</style><template>己</template><noscript>庚</noscript>"
            "<select><option>辛</select><!-- 壬 --><p style='mso-hide:all'>癸</p>",
            ["甲"],
            id="what is not shown",
        ),
        pytest.param(
            "<![if !supportEmptyParas]>甲<![endif]><!--[if gte mso 9]><p>乙</p><![endif]-->丙",
            ["甲丙"],
            id="conditions of Word",
        ),
        pytest.param("甲<![CDATA[乙", ["甲<![CDATA[乙"], id="half a declaration"),
        pytest.param("</p></div></table></td>甲", ["甲"], id="ends alone"),
        pytest.param(
            "<span style='display:block'>甲</span>乙", ["甲", "乙"], id="a block by style"
        ),
        pytest.param(
            "<p>数据<a style='mso-footnote-id:ftn1'>[1]</a>为</p>"
            "<div style='mso-element:footnote'><p>口径</p></div>",
            ["数据为", "口径"],
            id="a footnote",
        ),
        pytest.param(
            "<table><tr><td>左</td><td>右<p>下</td></tr></table>",
            ["左", "右", "下"],
            id="a row for the layout",
        ),
        pytest.param(
            "<table><tr><td><a href=x>首页</a></td><td>1</td></tr>"
            f"<tr><td>2</td><td>{PROSE}</td></tr></table>",
            ["首页", "1", "2", PROSE],
            id="a table that holds a text",
        ),
        pytest.param(
            "<table role=presentation><tr><td>a<td>1<tr><td>b<td>2</table>",
            ["a", "1", "b", "2"],
            id="a table that says it is none",
        ),
        pytest.param(
            "<table><tr><td><a href=x>一月</a><td><a href=x>12</a>"
            "<tr><td><a href=x>二月</a><td><a href=x>13</a></table>",
            ["一月", "12", "二月", "13"],
            id="a menu",
        ),
        pytest.param(
            "<table><tr><td>外<table><tr><td>a<td>1<tr><td>b<td>2</table>后</table>",
            ["外", "table 1", "后"],
            id="a table in a table for the layout",
        ),
        pytest.param(
            "<table><caption>单位：件</caption><tr><td>a<td>1<tr><td>b<td>2</table>",
            ["单位：件", "table 1"],
            id="a caption",
        ),
        pytest.param(
            "<table><tr><td>a<td>1<tr><td>b<td>2<p>末", ["table 1"], id="a table without an end"
        ),
        pytest.param(
            "甲<hr/>乙<div/>丙<br/>丁", ["甲", "乙", "丙\n丁"], id="elements that end at once"
        ),
        pytest.param("<h1>甲<h2>乙", ["甲", "乙"], id="a heading without an end"),
        pytest.param(
            "<table><tr><td>a<td>1<tr><td>b<td>2<tr><table><tr><td>c<td>3<tr><td>d<td>4</table>",
            ["table 1", "table 2"],
            id="a table between the cells of another",
        ),
        pytest.param(
            "<table style='display:none'><tr><td>a<td>1<tr><td>b<td>2</table>甲",
            ["甲"],
            id="a table that is not shown",
        ),
        pytest.param("<table></table><table><tr><td></table>甲", ["甲"], id="blank tables"),
        pytest.param("<tr><td>甲</td></tr>", ["甲"], id="cells without a table"),
        pytest.param(
            "<title>2019年报_瑶海区</title><p>正文</p>", ["2019年报_瑶海区", "正文"], id="a title"
        ),
        pytest.param(
            "<title>某区2019年年报-公开网</title><h1>某区2019年年报</h1>",
            ["某区2019年年报"],
            id="a title that the text has as well",
        ),
    ],
)
def test_gives_the_paragraphs_and_tables_of_a_page(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    ("page", "kind", "level", "numbering", "bold", "centred"),
    [
        pytest.param("<h2>甲</h2>", "heading", 2, "", True, False, id="a heading"),
        pytest.param("<h2>甲</h3>", "heading", 2, "", True, False, id="a heading ended as another"),
        pytest.param("<p class=MsoTitle>甲", "heading", 1, "", False, False, id="a title of Word"),
        pytest.param(
            "<p style='mso-outline-level:3'>甲", "heading", 3, "", False, False, id="an outline"
        ),
        pytest.param("<p align=center>甲", "body", 0, "", False, True, id="centred"),
        pytest.param(
            "<p style='text-align:center'><b>甲</b>", "body", 0, "", True, True, id="bold, centred"
        ),
        pytest.param("<p><b> </b>甲", "body", 0, "", False, False, id="a bold blank"),
        pytest.param(
            "<b>x<p style='font-weight:normal'>甲</b>", "body", 0, "", False, False, id="not bold"
        ),
        pytest.param("<ol><li>甲", "item", 0, "1.", False, False, id="a numbered item"),
        pytest.param("<ol start=3 type=a><li>甲", "item", 0, "c.", False, False, id="letters"),
        pytest.param("<ol type=I><li value=4>甲", "item", 0, "IV.", False, False, id="Roman"),
        pytest.param(
            "<ol style='list-style-type:cjk-ideographic' start=12><li>甲",
            "item", 0, "十二、", False, False, id="Chinese numbers",
        ),
        pytest.param("<p><a href=x>甲</a>", "item", 0, "", False, False, id="a link alone"),
        pytest.param("<p><a name=x>甲", "body", 0, "", False, False, id="a place that is marked"),
        pytest.param("<ul><li>甲", "item", 0, "", False, False, id="an item with a dot"),
        pytest.param(
            "<p><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span>"
            "<![endif]>甲",
            "body", 0, "（一）", False, False, id="a number that Word wrote",
        ),
        pytest.param(
            "<p><span style='mso-list:Ignore'>l&nbsp;</span>甲",
            "body", 0, "", False, False, id="a dot in a font of signs",
        ),
        pytest.param(
            "<div style='mso-element:footnote'>甲", "footnote", 0, "", False, False, id="a footnote"
        ),
    ],
)  # fmt: skip
def test_says_how_a_paragraph_is_set(
    page: str, kind: str, level: int, numbering: str, *, bold: bool, centred: bool
) -> None:
    block = blocks_of(page)[-1]

    assert block[1:] == ("甲", kind, level, numbering, bold, centred)


def test_numbers_the_items_of_nested_lists_apart() -> None:
    page = "<ol><li>甲<ol type=A><li>乙<li>丙</ol><li>丁</ol><ol reversed start=2><li>戊<li>己</ol>"

    assert [(block[1], block[4]) for block in blocks_of(page)] == [
        ("甲", "1."),
        ("乙", "A."),
        ("丙", "B."),
        ("丁", "2."),
        ("戊", "2."),
        ("己", "1."),
    ]


@pytest.mark.parametrize(
    ("page", "cells", "merges"),
    [
        pytest.param(
            "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>1</table>",
            [(1, 1, "a"), (1, 2, "b"), (2, 2, "c"), (2, 3, "1")],
            [(1, 1, 2, 1), (1, 2, 1, 3)],
            id="cells over rows and columns",
        ),
        pytest.param(
            "<table><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3</table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 2, "2"), (3, 1, "b"), (3, 2, "3")],
            [(1, 1, 2, 1)],
            id="a cell down to the end of its group",
        ),
        pytest.param(
            "<table><thead><td rowspan=9>a<td>1</thead><tfoot><tr><td>b<td>2</tfoot></table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 1, "b"), (2, 2, "2")],
            [],
            id="groups of rows, a row left out",
        ),
        pytest.param(
            "<table><tr><td rowspan=99999999999999>a<td>1<tr><td colspan=x>2</table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 2, "2")],
            [(1, 1, 2, 1)],
            id="a cell beyond the end of the table",
        ),
        pytest.param(
            "<table><tr><td>a<td rowspan=2>b<tr><td colspan=3>c<td>1</table>",
            [(1, 1, "a"), (1, 2, "b"), (2, 1, "c"), (2, 3, "1")],
            [(1, 2, 2, 2)],
            id="cells that overlap",
        ),
        pytest.param(
            "<table><tr><td>商业<br>企业<td><p>本年</p><p>新收</p><tr><td>1<td>&nbsp;</table>",
            [(1, 1, "商业\n企业"), (1, 2, "本年\n新收"), (2, 1, "1")],
            [],
            id="several lines in a cell",
        ),
        pytest.param(
            "<table><tr><td>a<td style='display:none'>b<td>c<tr><td>1<td>2</table>",
            [(1, 1, "a"), (1, 2, "c"), (2, 1, "1"), (2, 2, "2")],
            [],
            id="a cell that is not shown",
        ),
        pytest.param(
            "<table><tr><td>a<ol><li>b</ol><td>007<tr><td>c<td>1,234</table>",
            [(1, 1, "a\n1.b"), (1, 2, "007"), (2, 1, "c"), (2, 2, "1,234")],
            [],
            id="a list in a cell",
        ),
        pytest.param(
            "<table><tr><td>a<td><table><tr><td>1</table><tr><td>b<td>2</table>",
            [(1, 1, "a"), (1, 2, "1"), (2, 1, "b"), (2, 2, "2")],
            [],
            id="a table of one cell in a cell",
        ),
    ],
)
def test_places_the_cells_of_a_table(
    page: str, cells: list[tuple[int, int, str]], merges: list[tuple[int, int, int, int]]
) -> None:
    assert (placed(page), table(page)["merges"]) == (cells, merges)


def test_takes_every_cell_for_a_text_and_notes_hidden_parts() -> None:
    page = (
        "<table><col style='display:none'><tr><td>a<td>1<tr style='display:none'><td>b<td>2</table>"
    )

    assert table(page) == {
        "name": "table 1",
        "state": "visible",
        "cells": [
            (1, 1, "text", "a", None, None, None),
            (1, 2, "text", "1", None, None, None),
            (2, 1, "text", "b", None, None, None),
            (2, 2, "text", "2", None, None, None),
        ],
        "merges": [],
        "hidden_rows": [2],
        "hidden_columns": [1],
    }


def test_counts_paragraphs_tables_and_footnotes_apart() -> None:
    page = (
        "<p>甲<table><tr><td>a<td>1<tr><td>b<td>2</table><p>乙"
        "<div style='mso-element:footnote'>注</div><p>丙"
    )
    book = shape_workbook(read_web_document(page.encode()), Container.HTML)

    assert book.document is not None
    assert [str(getattr(block, "place", block)) for block in book.document.blocks] == [
        "paragraph 1",
        "table 1",
        "paragraph 2",
        "footnote 1",
        "paragraph 3",
    ]
    assert [sheet.name for sheet in book.sheets] == ["table 1"]
    assert book.document.paragraphs[2].kind is ParagraphKind.FOOTNOTE


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param('<meta charset="gb2312">镕基'.encode("gb18030"), "镕基", id="GBK as gb2312"),
        pytest.param('<meta charset="gbk">总计情况'.encode(), "总计情况", id="UTF-8 called GBK"),
        pytest.param("<p>政府信息公开".encode("utf-16"), "政府信息公开", id="UTF-16 with a mark"),
        pytest.param(
            "<p>政府資訊公開申請辦理情況".encode("big5"), "政府資訊公開申請辦理情況", id="Big5"
        ),
        pytest.param(
            b'<meta charset="gbk">' + ("政府信息公开" * 99).encode("gbk") + b"\xff",
            "政府信息公开" * 99 + "\ufffd",
            id="one broken place in GBK",
        ),
        pytest.param(b'<meta charset="nonsense"><p>\xe9t\xe9', "été", id="an unknown encoding"),
    ],
)
def test_decodes_a_page(content: bytes, expected: str) -> None:
    (block,) = read_web_document(content)["document"]

    assert block[1] == expected


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<table><tr><td>" * 100, id="tables within tables"),
        pytest.param(
            f"<table>{('<tr>' + '<td colspan=1000>a' * 17) * 2}</table>", id="too many columns"
        ),
        pytest.param("<table><tr><td>a<td>1<tr><td>b<td>2</table>" * 1025, id="too many tables"),
    ],
)
def test_refuses_a_page_beyond_all_measure(page: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_web_document(page.encode())

    assert caught.value.fault is Fault.TOO_LARGE


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<b>" * 30_000 + "甲" + "</b>" * 30_000, id="nested elements"),
        pytest.param("<div>" * 30_000 + "甲", id="unclosed elements"),
        pytest.param("甲" + "</i>" * 30_000, id="ends without beginnings"),
        pytest.param("甲<" + "a " * 30_000, id="an endless tag"),
    ],
)
def test_reads_a_hostile_page(page: str) -> None:
    assert texts(page)[0][0] == "甲"
