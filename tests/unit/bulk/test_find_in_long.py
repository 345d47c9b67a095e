"""What is found in a table of very many lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from long_tables import rows_of, text_of
from statlint.bulk.excerpt import excerpt_of
from statlint.bulk.find import LongTable, find
from statlint.bulk.source import OfSheet, OfText, grid_of
from statlint.workbook.slabs import Cut
from statlint.workbook.stream import Stream

LINES = 2_000


def long_table(content: bytes) -> LongTable:
    source = OfText(Stream("long.csv", "utf-8", ",", content))
    excerpt = excerpt_of(source)
    assert excerpt is not None
    return find(source, excerpt)


def test_takes_an_excerpt() -> None:
    rows = [["各县情况", *[""] * 8], *rows_of(LINES, total=True)]
    excerpt = excerpt_of(OfText(Stream("long.csv", "utf-8", ",", text_of(rows))))

    assert excerpt is not None
    assert (excerpt.cut, excerpt.top, excerpt.label) == (Cut(",", 9, 2), 2, 1)
    assert excerpt.keys == (0,)
    assert [total.row(LINES + 3) for total in excerpt.totals] == [LINES + 3]
    assert [edit.text for edit in excerpt.form.edits] == [
        "col_d + col_e = col_c",
        "sum(col_g:col_i) = col_f",
    ]


@pytest.mark.parametrize("places", [0, 2])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_finds_nothing_in_a_right_table(places: int, end: str) -> None:
    found = long_table(text_of(rows_of(LINES, total=True, places=places), end=end))

    assert [(one.held, one.failed, one.undecided) for one in found.equations] == [
        (LINES + 1, 0, 0)
    ] * 2
    assert [(one.held, len(one.added)) for one in found.sums] == [(7, 7)]
    assert found.filled is None
    assert [*found.odd.repeats, *found.odd.texts, *found.odd.figures] == []


def test_finds_the_lines_on_which_a_sum_fails() -> None:
    rows = rows_of(LINES)
    rows[1_500][2] = "7"
    found = long_table(text_of(rows))

    assert found.lines == {1_501}
    assert found.filled is not None
    assert [line.label.text for line in found.filled.tables[0].parts[0].lines] == ["第1499村"]


def test_finds_texts_among_figures_and_odd_figures() -> None:
    rows = rows_of(LINES)
    rows[700][5], rows[800][6], rows[900][7] = "7O0", "-5", "2.5"
    found = long_table(text_of(rows))

    assert [(str(one.at.cell), one.at.line, one.others) for one in found.odd.texts] == [
        ("F701", "第699村", LINES - 1)
    ]
    assert [(str(one.at.cell), one.kind) for one in found.odd.figures] == [
        ("G801", "negative"),
        ("H901", "fraction"),
    ]


@pytest.mark.parametrize("at", [501, 10])
def test_finds_keys_that_are_there_twice(at: int) -> None:
    rows = rows_of(LINES)
    rows[at][0] = rows[500][0]
    found = long_table(text_of(rows))

    assert [(one.at.cell.row, one.first.cell.row, one.alike) for one in found.odd.repeats] == [
        (max(at, 500) + 1, min(at, 500) + 1, False)
    ]


def test_finds_keys_of_several_columns_that_are_there_twice() -> None:
    rows = [[f"县{at // 50}", f"村{at % 50}", *row[2:]] for at, row in enumerate(rows_of(LINES))]
    rows[0][:2] = ["县", "村"]
    rows[1_000] = rows[999]
    found = long_table(text_of(rows))

    assert [(one.at.cell.row, one.alike) for one in found.odd.repeats] == [(1_001, True)]


def test_holds_a_total_against_the_exact_sum_of_all_lines() -> None:
    rows = rows_of(LINES, total=True, places=2)
    rows[-1][3] = f"{float(rows[-1][3]) + 1:.2f}"
    (sums,) = long_table(text_of(rows)).sums

    assert (sums.row, sums.first, sums.last) == (LINES + 2, 2, LINES + 1)
    assert [one.gap for one in sums.added if not one.holds] == [Decimal("1.00")]
    assert sums.is_meant


def test_means_a_total_that_a_lost_line_spoils_under_all_heads() -> None:
    rows = rows_of(LINES, total=True)
    del rows[1_000]
    (sums,) = long_table(text_of(rows)).sums

    assert (sums.held, sums.is_meant) == (0, True)


def test_takes_a_mean_at_the_end_for_no_total() -> None:
    rows = rows_of(LINES, total=True)
    rows[-1][2:] = [str(int(text) // LINES) for text in rows[-1][2:]]
    (sums,) = long_table(text_of(rows)).sums

    assert not sums.is_meant


def test_points_at_the_line_of_the_file_where_cells_go_over_several() -> None:
    rows = rows_of(LINES)
    rows[300][1] = "第\n299村"
    rows[1_500][2] = "7"
    found = long_table(text_of(rows))

    assert found.lines == {1_502}
    assert found.cells.line(1_502) == "第1499村"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a,b,c\n" + b"x,y,z\n" * 500, id="words only"),
        pytest.param(b"1,2,3\n" * 500, id="no boxhead"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_leaves_other_texts_alone(content: bytes) -> None:
    assert excerpt_of(OfText(Stream("long.csv", "utf-8", ",", content))) is None


def test_goes_through_a_sheet_that_was_read() -> None:
    rows = rows_of(LINES, total=True)
    rows[700][5], rows[1_500][2] = "7O0", "7"
    rows.insert(900, [""] * 9)
    grid = grid_of({row: texts for row, texts in enumerate(rows, 1) if any(texts)})
    excerpt = excerpt_of(OfSheet(grid))
    assert excerpt is not None
    found = find(OfSheet(grid), excerpt)

    assert found.cells.grid is grid
    assert found.lines == {1_502}
    assert [str(one.at.cell) for one in found.odd.texts] == ["F701"]
    assert [one.held for one in found.sums] == [5]
