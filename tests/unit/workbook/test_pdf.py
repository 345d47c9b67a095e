"""PDF documents: what comes out whole is read, anything else is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.values import CellRange
from statlint.workbook import Container, Fault, Workbook, open_workbook
from unit.workbook.pdf_files import HEAD, ROWS, book_of, grid, rule, write

pytest.importorskip("pdfplumber")

DOCUMENTS = Path(__file__).parents[3] / "fixtures" / "documents"
YAOHAI = "瑶海区2019年政府信息公开年报-LibreOffice"

FULL = "a" * 70
"""A line of 389 points."""


def tables_of(*pages: str) -> list[dict[tuple[int, int], str]]:
    return [
        {(row, column): text for row, column, _, text, *_ in sheet["cells"]}
        for sheet in book_of(*pages)["sheets"]
    ]


def texts_of(*pages: str) -> list[str]:
    return [block if isinstance(block, str) else block[1] for block in book_of(*pages)["document"]]


def cells(rows: list[list[str]]) -> dict[tuple[int, int], str]:
    return {
        (row, column): text
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }


def read(path: Path) -> Workbook:
    workbook = open_workbook(str(path)).workbook
    assert workbook is not None
    return workbook


def shown(workbook: Workbook) -> list[tuple[object, set[CellRange]]]:
    """Give the cells without blanks, which a PDF does not hold."""
    return [
        ({cell.ref: "".join(cell.text.split()) for cell in sheet.cells}, set(sheet.merges))
        for sheet in workbook.sheets
    ]


def test_a_whole_report_is_read_as_the_document_it_was_made_from() -> None:
    document = read(DOCUMENTS / f"{YAOHAI}.docx")

    printed = read(DOCUMENTS / f"{YAOHAI}-whole-rows.pdf")

    assert printed.container is Container.PDF
    assert shown(printed) == shown(document)
    assert printed.document is not None
    assert document.document is not None
    assert [
        ("".join(one.text.split()), one.kind, one.level) for one in printed.document.paragraphs
    ] == [("".join(one.text.split()), one.kind, one.level) for one in document.document.paragraphs]


def test_a_row_that_the_end_of_a_page_cuts_is_not_guessed() -> None:
    opening = open_workbook(str(DOCUMENTS / f"{YAOHAI}.pdf"))

    assert (opening.container, opening.fault) == (Container.PDF, Fault.UNSUPPORTED)
    assert opening.detail is not None
    assert opening.detail.zh == "PDF 文档（第 6 页的表格第一行是上一页末行的一部分）"


def test_a_table_stands_between_its_paragraphs() -> None:
    page = write(100, 80, "Before") + grid(ROWS) + write(100, 200, "After")

    assert texts_of(page) == ["Before", "table 1", "After"]
    assert tables_of(page) == [cells(ROWS)]


def test_merged_cells_are_one() -> None:
    page = (
        "".join(rule(100, y, 260, y) for y in (100, 140))
        + "".join(rule(x, 100, x, 140) for x in (100, 260))
        + rule(180, 120, 180, 140)
        + rule(100, 120, 260, 120)
        + write(110, 114, "Over both")
        + write(110, 134, "1")
        + write(190, 134, "2")
    )

    book = book_of(page)

    assert tables_of(page) == [{(1, 1): "Over both", (2, 1): "1", (2, 2): "2"}]
    assert book["sheets"][0]["merges"] == [(1, 1, 1, 2)]


def test_a_frame_around_text_is_no_table() -> None:
    page = grid([["In a frame"]], width=200) + write(100, 200, "After") + grid([["", ""]], y=300)

    assert texts_of(page) == ["In a frame", "After"]


def test_a_table_that_repeats_its_heads_goes_on() -> None:
    first, second = grid(ROWS, y=660), grid([HEAD, ["Open", "5", "6"]], y=60)

    assert tables_of(first, second) == [cells([*ROWS, ["Open", "5", "6"]])]


def test_a_cell_over_rows_goes_on_where_the_page_ends() -> None:
    def page(rows: list[list[str]], y: float) -> str:
        # No line between the first cells of the rows below the heads.
        lines = grid(rows, y=y)
        for at in range(2, len(rows)):
            lines = lines.replace(rule(100, y + 20 * at, 340, y + 20 * at), "")
            lines += rule(180, y + 20 * at, 340, y + 20 * at)
        return lines

    first = page([HEAD, ["Kind", "1", "2"], ["", "3", "4"]], 660)
    second = page([HEAD, ["", "5", "6"], ["", "7", "8"]], 60)

    book = book_of(first, second)

    assert book["sheets"][0]["merges"] == [(2, 1, 5, 1)]
    assert tables_of(first, second) == [
        cells([HEAD, ["Kind", "1", "2"], ["", "3", "4"], ["", "5", "6"], ["", "7", "8"]])
    ]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(grid(ROWS, y=100, width=70), id="other columns"),
        pytest.param(grid([["a", "b"], ["1", "2"]], y=100), id="fewer columns"),
        pytest.param(write(100, 90, "Table 2") + grid(ROWS), id="a title"),
    ],
)
def test_another_table_is_another_table(second: str) -> None:
    assert len(tables_of(grid(ROWS, y=660), second)) == 2


def test_what_stands_at_the_edge_of_each_page_is_left_out() -> None:
    pages = [
        write(100, 30, "Yearly report")
        + write(100, 100, f"Text {word}")
        + write(290, 780, f"- {number} -")
        for number, word in enumerate(("one", "two", "three"), 1)
    ]

    assert texts_of(*pages) == ["Text one", "Text two", "Text three"]


def test_a_title_at_the_edge_of_one_page_is_none_of_these() -> None:
    assert texts_of(write(100, 30, "Yearly report"), write(100, 100, "x")) == ["Yearly report", "x"]


def test_lines_are_put_together() -> None:
    page = (
        write(120, 100, FULL[:66])
        + write(100, 115, FULL)
        + write(100, 130, "ends.")
        + write(120, 145, "Second")
        + write(100, 400, FULL)
        + write(100, 500, FULL)
    )

    assert texts_of(page) == [f"{FULL[:66]} {FULL} ends.", "Second", FULL, FULL]


def test_headings_are_told_by_their_size_and_place() -> None:
    page = (
        write(160, 80, "w" * 30, size=14)
        + write(100, 115, FULL)
        + write(100, 130, "1. Point")
        + write(270, 160, "middle")
    )

    assert [block[1:] for block in book_of(page)["document"]] == [
        ("w" * 30, "body", 0, "", False, False),
        (FULL, "body", 0, "", False, False),
        ("1. Point", "body", 0, "", False, False),
        ("middle", "body", 0, "", False, True),
    ]


def test_the_number_of_a_note_is_no_part_of_a_figure() -> None:
    page = write(100, 100, "All 8775") + write(141, 95, "1", size=5) + write(145, 100, " cases")

    assert texts_of(page) == ["All 8775 cases"]


def test_signs_printed_twice_count_once_and_watermarks_not_at_all() -> None:
    page = (
        write(100, 100, "Bold 12")
        + write(100.2, 100, "Bold 12")
        + write(200, 300, "COPY", 40, "0.7 0.7 -0.7 0.7")
        + write(100, 400, "lean", 10, "1 0 0.2 1")
        + write(900, 400, "away")
    )

    assert texts_of(page) == ["Bold 12", "lean"]
