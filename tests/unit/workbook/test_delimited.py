"""Text files: rows, lines and quotes."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import Text
from statlint.values.limits import Limits
from statlint.workbook import Dialect, Fault
from statlint.workbook.delimited import read_delimited, read_rows
from statlint.workbook.engines.stored import Refusal

TABLE = [
    ["三、收到和处理政府信息公开申请情况", "", ""],
    ["申请人情况", "自然人", "总计"],
    ["本年新收", "91", "94"],
    ["上年结转", "4", "4"],
    ["（一）予以公开", "127", "124"],
]


def write(table: list[list[str]], separator: str, end: str = "\r\n") -> str:
    """Write a table as a text file."""
    target = StringIO(newline="")
    csv.writer(target, delimiter=separator, lineterminator=end).writerows(table)
    return target.getvalue()


def placed(text: str) -> list[tuple[str, str]]:
    """Read a text and give the reference and text of each cell."""
    sheet = read_delimited(text.encode()).sheets[0]
    return [(str(cell.ref), cell.text) for cell in sheet.cells]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["crlf", "lf", "cr"])
def test_reads_every_encoding_separator_and_line_end(
    encoding: str, separator: str, end: str
) -> None:
    book = read_delimited(write(TABLE, separator, end).encode(encoding))

    assert book.dialect == Dialect(encoding, separator)
    assert book.sheets[0].name is None
    assert [(cell.ref.row, cell.ref.column, cell.text) for cell in book.sheets[0].cells] == [
        (row, column, text)
        for row, line in enumerate(TABLE, 1)
        for column, text in enumerate(line, 1)
        if text
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"a\nb",1\nc,2\n',
            [("A1", "a\nb"), ("B1", "1"), ("A3", "c"), ("B3", "2")],
            id="a quoted line break counts its lines",
        ),
        pytest.param(
            "\n\n,a,1\n,b,2\n",
            [("B3", "a"), ("C3", "1"), ("B4", "b"), ("C4", "2")],
            id="blank lines and columns before the table",
        ),
        pytest.param(
            "sep=;\na,x;1\n",
            [("A2", "a,x"), ("B2", "1")],
            id="a declared separator keeps its line",
        ),
        pytest.param(
            'a,1\n"b,2\nc,3\nd,4\n',
            [
                ("A1", "a"),
                ("B1", "1"),
                ("A2", '"b'),
                ("B2", "2"),
                ("A3", "c"),
                ("B3", "3"),
                ("A4", "d"),
                ("B4", "4"),
            ],
            id="a quote that never closes",
        ),
        pytest.param(
            'a,1\n"b,2\nc,3\n"d",4\n',
            [
                ("A1", "a"),
                ("B1", "1"),
                ("A2", '"b'),
                ("B2", "2"),
                ("A3", "c"),
                ("B3", "3"),
                ("A4", "d"),
                ("B4", "4"),
            ],
            id="a quote that another one seems to close",
        ),
        pytest.param(
            '"三安全"的,1\nb,2\n',
            [("A1", "三安全的"), ("B1", "1"), ("A2", "b"), ("B2", "2")],
            id="a quote around part of a cell",
        ),
        pytest.param(
            '="001",1\nb,2\n',
            [("A1", '="001"'), ("B1", "1"), ("A2", "b"), ("B2", "2")],
            id="a quote inside a cell",
        ),
        pytest.param("总计\n5\n", [("A1", "总计"), ("A2", "5")], id="one column"),
        pytest.param('"a\nb"\n5\n', [("A1", "a\nb"), ("A3", "5")], id="one column with quotes"),
        pytest.param("a,1\x1a", [("A1", "a"), ("B1", "1")], id="the end sign of DOS"),
        pytest.param(
            "a, \nb,1\n", [("A1", "a"), ("B1", " "), ("A2", "b"), ("B2", "1")], id="space"
        ),
    ],
)
def test_places_cells_on_the_lines_of_the_file(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("content", "fault", "detail"),
    [
        pytest.param(
            b"a,b\n1,2\nc\0d,3\n",
            Fault.TEXT_DAMAGED,
            Text("第 3 行含有空字符 NUL", "line 3: a NUL character"),
            id="NUL",
        ),
        pytest.param(
            b",,\n,,\n", Fault.EMPTY, Text("只有分隔符", "separators only"), id="separators alone"
        ),
        pytest.param(
            "\u3000\n".encode(),
            Fault.EMPTY,
            Text("只有空白", "white space only"),
            id="wide spaces alone",
        ),
        pytest.param(
            b"a,b\n1," + b"x" * 140_000,
            Fault.TEXT_DAMAGED,
            Text(
                "第 2 行，读取程序报告：field larger than field limit (131072)",
                "line 2, the reader says: field larger than field limit (131072)",
            ),
            id="an endless cell",
        ),
        pytest.param(
            b"".join(b'%d,"a"b\n"c,1\n' % line for line in range(300)),
            Fault.TEXT_DAMAGED,
            Text(
                "到第 202 行，没有配对的引号已超过 100 处",
                "more than 100 quotes by line 202 that never close",
            ),
            id="quotes without end",
        ),
    ],
)
def test_refuses(content: bytes, fault: Fault, detail: Text) -> None:
    with pytest.raises(Refusal) as caught:
        read_delimited(content)

    assert (caught.value.fault, caught.value.detail) == (fault, detail)


cells = st.text(
    st.characters(codec="gb18030", exclude_categories=["C", "Z"], exclude_characters='"'),
    max_size=8,
)


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(cells, min_size=width, max_size=width).filter(any), min_size=1
        )
    ),
    st.sampled_from([",", "\t", ";", "|", "，"]),
    st.sampled_from(["\r\n", "\n", "\r"]),
)
def test_gives_back_what_was_written(table: list[list[str]], separator: str, end: str) -> None:
    text = write(table, separator, end)

    assert [row for _, row in read_rows(text, separator)] == table


@given(st.text(st.sampled_from('a1,"\n\r ;'), max_size=60))
def test_never_loses_a_figure_whatever_the_quotes(text: str) -> None:
    rows = list(read_rows(text, ","))

    assert sum(cell.count("1") for _, row in rows for cell in row) == text.count("1")
    assert [line for line, _ in rows] == sorted({line for line, _ in rows})


@pytest.mark.parametrize(
    ("text", "limits", "said"),
    [
        pytest.param("a,b\n" + "x" * 50, Limits(line_length=40), "a line of 50", id="a long line"),
        pytest.param("a,b,c\n1,2,3\n", Limits(columns=2), "3 columns", id="many columns"),
        pytest.param("a,b\n" * 9, Limits(cells=10), "12 cells", id="many cells"),
    ],
)
def test_refuses_what_is_beyond_a_limit(text: str, limits: Limits, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_delimited(text.encode(), limits=limits)

    assert refused.value.fault is Fault.TOO_LARGE
    assert refused.value.detail is not None
    assert said in refused.value.detail.en


def test_leaves_long_texts_of_short_lines_alone() -> None:
    assert read_delimited(b"a,b\n" * 20, limits=Limits(line_length=10)).sheets[0].cells
