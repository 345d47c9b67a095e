"""Where the cells of a text file stand in the text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import CellRef
from statlint.values.region import Region
from statlint.workbook import open_workbook
from statlint.workbook.text_regions import find_words, read_regions

PIECES = st.sampled_from(['"', "\n", "\r\n", "\r", ",", ";", "\t", " ", "总计", "-3", "a"])
VALUES = st.lists(PIECES, max_size=4).map("".join)
LINE_ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True)
class Placed:
    """A cell as it was written, with its row and column and where its first sign stands."""

    row: int
    column: int
    written: str
    at: int


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str, list[Placed]]:
    """Write rows: the separator stated or not, some empty, cells with quotes and breaks."""
    separator, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(LINE_ENDS))
    text = draw(st.sampled_from(["", f"sep={separator}{end}"]))
    cells: list[Placed] = []
    for row in draw(
        st.lists(st.lists(VALUES, max_size=4).filter(lambda one: one != [""]), min_size=1)
    ):
        begun, _ = scanned(text, len(text))
        for column, value in enumerate(row, 1):
            text += separator if column > 1 else ""
            cells.append(Placed(begun, column, written(value, separator), len(text)))
            text += cells[-1].written
        text += end
    return text, separator, cells


def written(value: str, separator: str) -> str:
    """Write a cell: in quotes where anything in it asks for them."""
    if any(sign in value for sign in ('"', "\n", "\r", separator)):
        return '"' + value.replace('"', '""') + '"'
    return value


def scanned(text: str, at: int) -> tuple[int, int]:
    """Go through a text sign by sign; give the line and the column of a place in it."""
    line, column = 1, 1
    for number, sign in enumerate(text[:at]):
        first_of_two = sign == "\r" and text[number + 1 : number + 2] == "\n"
        if sign in "\r\n" and not first_of_two:
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@given(texts())
def test_each_cell_is_where_a_plain_scan_finds_it(
    found: tuple[str, str, list[Placed]],
) -> None:
    text, separator, cells = found
    regions = read_regions(text.encode(), "utf-8", separator)

    assert regions is not None
    for cell in cells:
        line, column = scanned(text, cell.at)
        end_line, end_column = scanned(text, cell.at + len(cell.written))
        assert regions.find(CellRef(cell.row, cell.column)) == Region(
            line, end_line, column, end_column
        )


@pytest.mark.parametrize(
    ("text", "cell", "region"),
    [
        pytest.param(
            "表,\n\n甲,1\n乙,2\n", "B4", Region(4, 4, 3, 4), id="a title and a blank line"
        ),
        pytest.param('甲,"一\n二",3\n乙,4,5\n', "C1", Region(2, 2, 4, 5), id="behind a break"),
        pytest.param('甲,"一\n二",3\n乙,4,5\n', "B1", Region(1, 2, 3, 3), id="over two lines"),
        pytest.param('甲,"一\n二",3\n乙,4,5\n', "B3", Region(3, 3, 3, 4), id="below a break"),
        pytest.param('甲,"一\n二",3\n', "A2", None, id="a line within a row"),
        pytest.param("甲,1\n", "C1", None, id="a column that is not there"),
        pytest.param("甲,1\n", "A9", None, id="a line that is not there"),
        pytest.param('甲,"1\n乙,2\n', "B1", Region(1, 1, 3, 5), id="a stray quote"),
        pytest.param('甲,"1"2,3\n乙,4,5\n', "C1", Region(1, 1, 8, 9), id="more behind a quote"),
        pytest.param('甲,"1"2,"3\n乙,4,5\n', "B1", Region(1, 1, 3, 7), id="two kinds of quotes"),
        pytest.param('"甲"乙,"1,2\n', "A1", Region(1, 1), id="quotes that nobody can tell apart"),
        pytest.param("sep=;\n甲;1\n", "B2", Region(2, 2, 3, 4), id="below what names the sign"),
    ],
)
def test_a_cell_has_a_line_and_a_column(text: str, cell: str, region: Region | None) -> None:
    separator = ";" if text.startswith("sep=;") else ","
    regions = read_regions(text.encode(), "utf-8", separator)

    assert regions is not None
    assert regions.find(CellRef.parse(cell)) == region


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param("合计,1\n".encode("gb18030") * 30, "utf-8", id="another encoding now"),
        pytest.param(b'a,"1\n' * 200, "utf-8", id="nothing but stray quotes"),
    ],
)
def test_another_text_than_before_has_no_regions(content: bytes, encoding: str) -> None:
    assert read_regions(content, encoding, ",") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_cell_of_a_file_that_was_read_has_its_region(encoding: str) -> None:
    text = '某市统计表,,\n\n地区,"户数\n（户）",人口\n甲县,12,30\n"乙,县",8,20\n合计,20,50\n' * 3
    content = text.encode(encoding)
    opening = open_workbook("a.csv", content)
    assert opening.workbook is not None
    assert opening.workbook.dialect is not None
    dialect, (sheet,) = opening.workbook.dialect, opening.workbook.sheets
    regions = read_regions(content, dialect.encoding, dialect.separator)

    assert regions is not None
    assert [cut(text, regions.find(cell.ref)) for cell in sheet.cells] == [
        written(cell.text, ",") for cell in sheet.cells
    ]


def cut(text: str, region: Region | None) -> str:
    """Cut a region out of a text that has lines of one kind."""
    assert region is not None
    assert region.column is not None
    assert region.end_column is not None
    lines = text.splitlines(keepends=True)[region.line - 1 : region.end_line]
    rest = len(lines[-1]) - region.end_column + 1
    return "".join(lines)[region.column - 1 : -rest]


@pytest.mark.parametrize(
    ("words", "region"),
    [
        pytest.param("受理申请12件", Region(1, 2, 3, 4), id="over a line that was wrapped"),
        pytest.param("办结 9 件", Region(2, 2, 5, 9), id="blanks do not count"),
        pytest.param("件", None, id="words that are there twice"),
        pytest.param("没有", None, id="words that are not there"),
        pytest.param(" ", None, id="no words"),
    ],
)
def test_words_are_found_however_lines_are_broken(words: str, region: Region | None) -> None:
    text = "全年受理申请\n12件，办结9件。\n"

    assert find_words(text.encode(), "utf-8", words) == region


def test_words_of_another_encoding_are_not_looked_for() -> None:
    assert find_words("合计".encode(), "big5", "合计") is None
