"""Tables of Word documents: cells where a reader sees them, tables in tables, layout."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.word_cells import in_one
from unit.workbook.word_files import (
    book_of,
    cell,
    cells_of,
    order_of,
    paragraph,
    plain,
    row,
    run,
    table,
    texts_of,
)

DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def across(columns: int) -> str:
    """Write how many columns a cell spans."""
    return f'<w:gridSpan w:val="{columns}"/>'


def controlled(inner: str) -> str:
    """Write a content control around something."""
    return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_a_boxhead_with_merged_cells() -> None:
    body = table(
        row(cell("项目", DOWN), cell("申请人情况", across(2))),
        row(cell("", GOES_ON), cell("自然人"), cell("总计")),
        row(cell("新收"), cell("124"), cell("124")),
    )

    book = book_of(body)

    assert cells_of(book) == {
        (1, 1): "项目",
        (1, 2): "申请人情况",
        (2, 2): "自然人",
        (2, 3): "总计",
        (3, 1): "新收",
        (3, 2): "124",
        (3, 3): "124",
    }
    assert book["sheets"][0]["merges"] == [(1, 1, 2, 1), (1, 2, 1, 3)]


@pytest.mark.parametrize(
    ("rows", "cells", "merges"),
    [
        pytest.param(
            [
                row(cell("a", across(2) + DOWN), cell("b")),
                row(cell("", across(2) + GOES_ON), cell("c")),
                row(cell("d"), cell("e"), cell("f")),
            ],
            {(1, 1): "a", (1, 3): "b", (2, 3): "c", (3, 1): "d", (3, 2): "e", (3, 3): "f"},
            [(1, 1, 2, 2)],
            id="down and across at once",
        ),
        pytest.param(
            [
                row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("b")),
                row(cell("c"), cell("d"), cell("e")),
            ],
            {(1, 1): "a", (1, 3): "b", (2, 1): "c", (2, 2): "d", (2, 3): "e"},
            [(1, 1, 1, 2)],
            id="merged across in the old way",
        ),
        pytest.param(
            [
                row(cell("a"), cell("b"), cell("c")),
                row(cell("d"), cell("e"), about='<w:gridBefore w:val="1"/>'),
            ],
            {(1, 1): "a", (1, 2): "b", (1, 3): "c", (2, 2): "d", (2, 3): "e"},
            [],
            id="a row that begins later",
        ),
        pytest.param(
            [row(cell("a", GOES_ON), cell("b")), row(cell("c"), cell("d", across(0)))],
            {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"},
            [],
            id="merges that make no sense",
        ),
        pytest.param(
            [
                row(cell("a", DOWN), cell("b")),
                row(cell("x", across(2) + GOES_ON)),
                row(cell("c"), cell("d")),
            ],
            {(1, 1): "a", (1, 2): "b", (2, 1): "x", (3, 1): "c", (3, 2): "d"},
            [(2, 1, 2, 2)],
            id="a cell that goes on with a narrower one",
        ),
        pytest.param(
            [row(cell("a", across(3)), cell("b")), row(cell("c", across(3)), cell("d"))],
            {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"},
            [],
            id="columns that no row has for itself",
        ),
        pytest.param(
            [row(cell("a"), cell("b", across(900_000_000))), row(cell("c"), cell("d"))],
            {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"},
            [(1, 2, 1, 3)],
            id="a span without end",
        ),
        pytest.param(
            [
                row(cell("a"), cell("b")),
                row(cell("x"), cell("y"), about="<w:del/>"),
                row(cell("c"), cell("x", "<w:cellDel/>"), cell("d")),
                controlled(row(cell("e"), controlled(cell("f")))),
            ],
            {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d", (3, 1): "e", (3, 2): "f"},
            [],
            id="rows and cells struck out, or in content controls",
        ),
        pytest.param(
            [row(cell("a"), cell("")), row(cell(" "), cell("")), row(cell(""), cell("b"))],
            {(1, 1): "a", (3, 2): "b"},
            [],
            id="an empty row",
        ),
    ],
)
def test_places_of_cells(
    rows: list[str], cells: dict[tuple[int, int], str], merges: list[tuple[int, int, int, int]]
) -> None:
    book = book_of(table(*rows))

    assert cells_of(book) == cells
    assert book["sheets"][0]["merges"] == merges


@pytest.mark.parametrize(
    ("widths", "columns"),
    [
        pytest.param("2000 40 2000", [1, 2, 1, 2], id="a little apart are one"),
        pytest.param("2000 400 2000", [1, 2, 1, 3], id="far apart are two"),
        pytest.param("", [1, 2, 1, 3], id="nobody knows how far"),
        pytest.param("0 0 0", [1, 2, 1, 3], id="no widths at all"),
    ],
)
def test_borders_that_were_meant_to_be_one(widths: str, columns: list[int]) -> None:
    body = table(
        row(cell("a"), cell("b", across(2))), row(cell("c", across(2)), cell("d")), widths=widths
    )

    assert [column for _, column in cells_of(book_of(body))] == columns


def test_a_narrow_column_with_a_cell_in_it_stays() -> None:
    body = table(row(cell("a"), cell("1"), cell("b")), widths="2000 40 2000")

    assert [column for _, column in cells_of(book_of(body))] == [1, 2, 3]


def test_tables_within_a_table_have_places_of_their_own() -> None:
    inner = plain("x y") + paragraph("后记")
    body = table(row(cell("a"), cell(paragraph("前言") + inner)), row(cell("b"), cell("c")))

    book = book_of(paragraph("p") + body + plain("e f") + paragraph("q"))

    assert [cells_of(book, at) for at in range(3)] == [
        {(1, 1): "a", (1, 2): "前言\n后记", (2, 1): "b", (2, 2): "c"},
        {(1, 1): "x", (1, 2): "y"},
        {(1, 1): "e", (1, 2): "f"},
    ]
    assert [one if isinstance(one, str) else one[0] for one in book["document"]] == [
        *("paragraph 1", "table 1", "table 2", "table 3", "paragraph 2")
    ]


@pytest.mark.parametrize(
    ("body", "order"),
    [
        pytest.param(
            table(row(cell(paragraph("a") + plain("x y") + paragraph("b")))),
            ["paragraph 1", "table 1", "paragraph 2"],
            id="one cell around everything",
        ),
        pytest.param(
            table(row(cell("a")), row(cell("b"))), ["paragraph 1", "paragraph 2"], id="one column"
        ),
        pytest.param(
            table(row(cell(""), cell(paragraph("a") + plain("x y")), cell(""))),
            ["paragraph 1", "table 1"],
            id="a table between empty cells",
        ),
        pytest.param(
            table(row(cell("a"), cell("")), row(cell("b"), cell(""))),
            ["table 1"],
            id="a blank form",
        ),
        pytest.param(table(), [], id="no row"),
    ],
)
def test_tables_that_only_frame(body: str, order: list[str]) -> None:
    assert order_of(body) == order


def test_hidden_rows_are_told() -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), about="<w:hidden/>"))

    assert book_of(body)["sheets"][0]["hidden_rows"] == [2]


def test_a_document_of_tables_has_no_paragraph() -> None:
    assert texts_of(plain("a b") + plain("c d")) == []


BOX = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"


def test_a_text_box_in_an_empty_cell_is_what_it_holds() -> None:
    boxed = f"<w:r>{BOX.format(paragraph('91'))}</w:r>"
    body = table(
        row(cell("a"), cell(paragraph(boxed))), row(cell("b"), cell(paragraph(run("3") + boxed)))
    )

    book = book_of(body)

    assert cells_of(book) == {(1, 1): "a", (1, 2): "91", (2, 1): "b", (2, 2): "3"}
    assert [one if isinstance(one, str) else one[:2] for one in book["document"]] == [
        "table 1",
        ("text box 1", "91"),
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["结", "果", "维", "持"], "结果维持", id="one sign under the other"),
        pytest.param(["结\n果", "维\n持"], "结果维持", id="lines broken by hand"),
        pytest.param(["商业", "企业"], "商业\n企业", id="two signs"),
        pytest.param(["1", "2"], "1\n2", id="figures"),
        pytest.param(["", " 本年", "", "新收 "], " 本年\n新收 ", id="empty lines"),
        pytest.param([" ", ""], "", id="nothing"),
    ],
)
def test_lines_of_a_cell(lines: list[str], text: str) -> None:
    assert in_one(lines) == text
