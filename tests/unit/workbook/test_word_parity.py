"""Word documents by other programs are read as those programs read them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.values.place import Place
from statlint.workbook import Sheet, Workbook, open_workbook
from statlint.workbook.engines.word_breaks import parted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Opened
    from docx.table import Table

DOCUMENTS = Path(__file__).parents[3] / "fixtures" / "documents"
YAOHAI = "瑶海区2019年政府信息公开年报"

Corners: TypeAlias = tuple[int, int, int, int]

words = st.text("ab12条件，-", min_size=1, max_size=6)
texts = st.lists(words, max_size=3).map("\n".join)
corners = st.tuples(*[st.integers(0, 3)] * 4)


def opened(document: Opened) -> Workbook:
    """Write a document and read it."""
    stream = BytesIO()
    document.save(stream)
    workbook = open_workbook("x.docx", stream.getvalue()).workbook
    assert workbook is not None
    return workbook


def shown(text: str) -> str:
    """Give what is shown of the lines of a cell."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def theirs(table: Table) -> list[list[str]]:
    """Give the texts that python-docx shows, for the columns that some row tells apart."""
    rows = [row.cells for row in table.rows]
    parted = [
        at
        for at in range(len(table.columns))
        if at == 0 or any(row[at]._tc is not row[at - 1]._tc for row in rows)  # noqa: SLF001
    ]
    return [[shown(row[at].text) for at in parted] for row in rows]


def ours(sheet: Sheet, like: list[list[str]]) -> list[list[str]]:
    """Give the texts that statlint shows, over as many cells."""
    texts = {(cell.ref.row, cell.ref.column): cell.text for cell in sheet.cells}
    for merge in sheet.merges:
        text = texts.get((merge.first.row, merge.first.column), "")
        for row in range(merge.first.row, merge.last.row + 1):
            for column in range(merge.first.column, merge.last.column + 1):
                texts[row, column] = text
    return [
        [texts.get((row, column), "") for column in range(1, len(line) + 1)]
        for row, line in enumerate(like, 1)
    ]


def apart(merges: list[Corners]) -> Iterator[Corners]:
    """Give the ranges that have no cell of one before; python-docx spoils tables of others."""
    taken: set[tuple[int, int]] = set()
    for first, left, second, right in merges:
        top, bottom = sorted((first, second))
        start, end = sorted((left, right))
        cells = {(row, at) for row in range(top, bottom + 1) for at in range(start, end + 1)}
        if not cells & taken:
            taken |= cells
            yield top, start, bottom, end


@settings(max_examples=40)
@given(
    st.lists(st.lists(texts, min_size=4, max_size=4), min_size=4, max_size=4),
    st.lists(corners, max_size=4),
)
def test_tables_are_read_as_python_docx_reads_them(
    lines: list[list[str]], merges: list[Corners]
) -> None:
    document = Document()
    document.add_paragraph("x")
    table = document.add_table(4, 4)
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    for top, left, bottom, right in apart(merges):
        table.cell(top, left).merge(table.cell(bottom, right))
    expected = theirs(table)
    workbook = opened(document)

    if len(expected[0]) == 1:
        assert workbook.sheets == ()
    else:
        assert ours(workbook.sheets[0], expected) == expected


@settings(max_examples=40)
@given(st.lists(st.text("ab1条\t\n ", max_size=8), max_size=8))
def test_paragraphs_are_read_as_python_docx_reads_them(lines: list[str]) -> None:
    document = Document()
    document.add_heading("一、总体情况", 1)
    for line in lines:
        document.add_paragraph(line)
    expected = [
        part for one in document.paragraphs for part in parted(one.text.strip("\n")) if part.strip()
    ]

    read = opened(document).document

    assert read is not None
    assert [one.text for one in read.paragraphs] == expected


@pytest.mark.parametrize("name", [YAOHAI, f"{YAOHAI}-LibreOffice"])
def test_a_whole_report_is_read_as_python_docx_reads_it(name: str) -> None:
    path = DOCUMENTS / f"{name}.docx"
    document = Document(str(path))
    tables = [theirs(table) for table in document.tables]

    workbook = open_workbook(str(path)).workbook

    assert workbook is not None
    assert workbook.document is not None
    assert [one.text for one in workbook.document.paragraphs] == [
        one.text for one in document.paragraphs if one.text.strip()
    ]
    assert [ours(sheet, like) for sheet, like in zip(workbook.sheets, tables, strict=True)] == [
        [[text if "\n" not in text else text.replace("\n", "") for text in row] for row in table]
        for table in tables
    ]


def test_the_same_report_by_another_program_is_the_same() -> None:
    first, second = (
        open_workbook(str(DOCUMENTS / f"{name}.docx")).workbook
        for name in (YAOHAI, f"{YAOHAI}-LibreOffice")
    )

    assert first is not None
    assert second is not None
    assert first.document == second.document
    assert [sheet.cells for sheet in first.sheets] == [sheet.cells for sheet in second.sheets]
    assert [set(one.merges) for one in first.sheets] == [set(one.merges) for one in second.sheets]


def test_all_kinds_of_blocks_by_another_program() -> None:
    workbook = open_workbook(str(DOCUMENTS / "all-kinds-of-blocks-LibreOffice.docx")).workbook

    assert workbook is not None
    assert workbook.document is not None
    assert [
        str(one) if isinstance(one, Place) else f"{one.place}: {one.numbering}{one.text}"
        for one in workbook.document.blocks
    ] == [
        "paragraph 1: 某区2019年政府信息公开工作年度报告",
        "paragraph 2: 一、总体情况",
        "paragraph 3: （一）主动公开",
        "paragraph 4: 公开信息8775条，其中新政策文件20条。链接  a\tb\nc",
        "footnote 1: 不含乡镇。",
        "endnote 1: 据年鉴。",
        "paragraph 5: （二）依申请公开",
        "paragraph 6: 二、表格",
        "paragraph 7: 前文后文",
        "text box 1: 框中共3件\n第二行",
        "table 1",
        "table 2",
        "paragraph 8: 1.第一",
        "paragraph 9: 2.第二",
        "paragraph 10: 后记",
    ]
    assert [[cell.text for cell in sheet.cells] for sheet in workbook.sheets] == [
        ["项目", "申请人情况", "自然人", "总计", "新收", "124", "124"],
        ["内", "7"],
    ]
