"""Long text files as columns."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.workbook.slabs import Cut, Slab, slabs
from statlint.workbook.stream import Stream


def stream(content: bytes, encoding: str = "utf-8") -> Stream:
    return Stream("long.csv", encoding, ",", content)


def texts_in(slab: Slab, row: int) -> list[str]:
    decimals = [*[0] * slab.whole, *slab.decimals]
    return [
        f"{int(column[row]) / 10**places:.{places}f}" if places else str(column[row])
        for column, places in zip(slab.columns, decimals, strict=True)
    ]


def rows_in(content: bytes, width: int = 3, left: int = 1) -> list[tuple[int, list[str]]]:
    return [
        (line, texts_in(slab, at))
        for slab in slabs(stream(content), Cut(",", width, left))
        for at, line in enumerate(slab.lines)
    ]


def test_reads_figures_of_digits_at_the_right_as_whole_numbers() -> None:
    (slab,) = slabs(stream(b"a,1,20\nb,3,4\n"), Cut(",", 3, 1))

    assert slab == Slab(range(1, 3), [("a", "b"), [1, 3], [20, 4]], 1, [0, 0])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a,1,2.5\nb,3,4\n", id="a point"),
        pytest.param(b"a,1,2.5\nb,3,4.25\n", id="other decimals"),
        pytest.param(b"a,1,.5\nb,3,.2\n", id="no digit before a point"),
        pytest.param(b"a,1,2.\nb,3,4.\n", id="no digit behind a point"),
        pytest.param(b"a,1,-2\nb,3,-4\n", id="a minus"),
        pytest.param(b"a,1,\nb,3,4\n", id="a blank"),
        pytest.param(b"a,1,007\nb,3,4\n", id="a zero before digits"),
        pytest.param("a,1,２\nb,3,4\n".encode(), id="full-width digits"),
    ],
)
def test_gives_texts_where_any_figure_is_not_made_of_digits(content: bytes) -> None:
    (slab,) = slabs(stream(content), Cut(",", 3, 1))

    assert slab.whole == 3
    assert slab.columns[1] == ["1", "3"]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(b"a,1,2\r\nb,3,4", [(1, "a12"), (2, "b34")], id="both ends, none at the end"),
        pytest.param(b"a,1,2\rb,3,4\r", [(1, "a12"), (2, "b34")], id="the old end of a line"),
        pytest.param(b"a,1,2\n\nb,3,4\n", [(1, "a12"), (3, "b34")], id="a blank line"),
        pytest.param(b"a,1\nb,3,4,5\n", [(1, "a1"), (2, "b34")], id="a cell less, one more"),
        pytest.param(b'a,"1",2\nb,3,4\n', [(1, "a12"), (2, "b34")], id="quotes"),
        pytest.param(b'"a","1","2"\n"b","3","4"\n', [(1, "a12"), (2, "b34")], id="all in quotes"),
        pytest.param(b'"a",1,2\n"b",3,4\n', [(1, "a12"), (2, "b34")], id="names in quotes"),
        pytest.param(b'"a,z",1,2\n"b",3,4\n', [(1, "a,z12"), (2, "b34")], id="a comma in quotes"),
        pytest.param(b'"a""z",1,2\n"b",3,4\n', [(1, 'a"z12'), (2, "b34")], id="quotes in quotes"),
        pytest.param(b'"a\nz",1,2\nb,3,4\n', [(1, "a\nz12"), (3, "b34")], id="a row of two lines"),
    ],
)
def test_counts_the_lines_of_the_file(content: bytes, rows: list[tuple[int, str]]) -> None:
    assert [(line, "".join(row)) for line, row in rows_in(content)] == rows


def test_goes_on_with_quotes_where_they_begin() -> None:
    plain = b"a,1,2\n" * 20_000
    found = rows_in(plain + b'"b",3,4\n' + plain)

    assert len(found) == 40_001
    assert found[20_000] == (20_001, ["b", "3", "4"])
    assert found[-1] == (40_001, ["a", "1", "2"])


def test_leaves_out_the_mark_at_the_beginning() -> None:
    content = "\ufeff名称,1,2\n".encode()

    (slab,) = slabs(stream(content, "utf-8-sig"), Cut(",", 3, 1))

    assert texts_in(slab, 0) == ["名称", "1", "2"]


def test_refuses_a_quote_that_does_not_close() -> None:
    with pytest.raises(csv.Error):
        rows_in(b'a,1,2\n"b,3,4\n' + b"c,5,6\n" * 60_000)


def test_refuses_a_line_without_an_end() -> None:
    with pytest.raises(csv.Error):
        rows_in(b"x" * 400_000)


SIGNS = st.text(st.sampled_from('01 .-,"\nx长'), max_size=4)
FIGURES = st.sampled_from(["0", "7", "12", "0.5", "1.5", "10.25", "2.50"])
CELLS = st.one_of(SIGNS, FIGURES, FIGURES, FIGURES)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
STYLES = st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])


def bare(text: str) -> str:
    """Leave out zeros before a figure: of figures only their values are read."""
    return str(Decimal(text)) if text.replace(".", "", 1).isdecimal() else text


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), ENDS, STYLES)
def test_reads_what_the_csv_module_reads(
    rows: list[list[str]], end: str, style: Literal[0, 1]
) -> None:
    written = StringIO(newline="")
    csv.writer(written, lineterminator=end, quoting=style).writerows(rows)
    content = written.getvalue()
    read = csv.reader(StringIO(content, newline=""))
    expected = [[*map(bare, row), "", ""][:3] for row in read if any(row)]

    found = [[*map(bare, row)] for _, row in rows_in(content.encode()) if any(row)]
    assert found == expected


def test_refuses_a_nul() -> None:
    with pytest.raises(csv.Error):
        rows_in(b"a,1,2\nb,\0,4\n")


def test_reads_a_long_stretch_with_the_old_end_of_a_line() -> None:
    found = rows_in(b"a,1,2\n" + b"b,3,4\r" * 60_000 + b"c,5,6\r\n")

    assert len(found) == 60_002
    assert found[-1] == (60_002, ["c", "5", "6"])


@pytest.mark.parametrize("rest", ["2.50", "0.25"])
def test_reads_figures_with_as_many_decimals_as_whole_numbers(rest: str) -> None:
    (slab,) = slabs(stream(f"a,1,{rest}\nb,3,1.00\n".encode()), Cut(",", 3, 1))

    assert slab == Slab(
        range(1, 3), [("a", "b"), [1, 3], [int(rest.replace(".", "")), 100]], 1, [0, 2]
    )


def test_leaves_out_figures_that_nobody_asks_for() -> None:
    (slab,) = slabs(stream(b"a,1.0,2.5\nb,3.0,4.5\n"), Cut(",", 3, 1, is_read=False))

    assert slab == Slab(range(1, 3), [("a", "b"), (), ()], 1, [1, 1])


def test_refuses_blanks_among_figures_with_points() -> None:
    (slab,) = slabs(stream(b"a,,2.5\nb,3,4.5\n"), Cut(",", 3, 1))

    assert slab.whole == 3
