"""A sheet as a full rectangle: merged cells show their corner everywhere and remember it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.grid import Grid, spread
from statlint.values import Blank, CellRange, CellRef, Figure, Mark
from statlint.workbook import Sheet, SheetState
from tables import grid_of, sheet_of

MERGED = """
    申请人情况,,,
    自然人,法人,,总计
    1,2,—,3
"""


@pytest.fixture
def merged() -> Grid:
    return grid_of(MERGED, name="表三", merges="A1:D1 B2:C2", index=2)


def shown(grid: Grid) -> list[list[str]]:
    return [
        [grid.text(row, column) for column in range(1, grid.last_column + 1)]
        for row in range(1, grid.last_row + 1)
    ]


def test_merged_cells_are_spread(merged: Grid) -> None:
    assert shown(merged) == [
        ["申请人情况", "申请人情况", "申请人情况", "申请人情况"],
        ["自然人", "法人", "法人", "总计"],
        ["1", "2", "—", "3"],
    ]


def test_indents_are_those_of_the_corner() -> None:
    sheet = replace(sheet_of("合计,\n男,1", merges="A1:B1"), indents=((1, 1, 1), (2, 1, 2)))
    grid = spread(sheet)

    assert [[grid.indent(row, column) for column in (1, 2)] for row in (1, 2)] == [[1, 1], [2, 0]]


def test_merged_cells_remember_their_corner(merged: Grid) -> None:
    cells = [(1, 4), (2, 2), (2, 3), (2, 4)]

    assert [str(merged.anchor(*cell)) for cell in cells] == ["A1", "B2", "B2", "D2"]
    assert [str(merged.merge_at(*cell)) for cell in cells] == ["A1:D1", "B2:C2", "B2:C2", "None"]


def test_a_grid_knows_its_sheet(merged: Grid) -> None:
    assert (merged.name, merged.index, merged.text_file) == ("表三", 2, True)


def test_all_texts_come_with_their_place(merged: Grid) -> None:
    assert sorted(merged.texts()) == [
        (1, 1, "申请人情况"),
        (1, 2, "申请人情况"),
        (1, 3, "申请人情况"),
        (1, 4, "申请人情况"),
        (2, 1, "自然人"),
        (2, 2, "法人"),
        (2, 3, "法人"),
        (2, 4, "总计"),
        (3, 1, "1"),
        (3, 2, "2"),
        (3, 3, "—"),
        (3, 4, "3"),
    ]


def test_white_space_and_empty_merges_are_no_text() -> None:
    grid = grid_of("a, ' ,\n,,\n,,b", merges="A2:B2")

    assert sorted(grid.texts()) == [(1, 1, "a"), (1, 2, "'"), (3, 3, "b")]


def test_cells_are_read_as_figures_blanks_and_marks(merged: Grid) -> None:
    assert [merged.reading(3, column) for column in (1, 3, 9)] == [
        Figure(1, "1"),
        Mark("—"),
        Blank(),
    ]


def test_a_merge_that_reaches_past_the_used_cells_is_cut() -> None:
    grid = grid_of("a,b\nc,", merges="B1:XFD1048576")

    assert shown(grid) == [["a", "b"], ["c", "b"]]
    assert (grid.last_row, grid.last_column) == (2, 2)


def test_a_sheet_is_the_first_of_a_workbook_unless_said_otherwise() -> None:
    grid = spread(sheet_of("a"))

    assert (grid.index, grid.text_file, len(grid)) == (0, False, 1)


def test_blank_rows_and_columns_keep_their_numbers() -> None:
    grid = grid_of("\n,,x")

    assert (grid.last_row, grid.last_column, grid.text(1, 3)) == (1, 3, "x")


def test_a_sheet_without_cells_is_an_empty_grid() -> None:
    grid = spread(Sheet("空", (), (CellRange.parse("A1:C3"),)))

    assert (grid.last_row, grid.last_column, grid.cell(1, 1)) == (0, 0, None)


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        pytest.param(Sheet("a", ()), [], id="nothing hidden"),
        pytest.param(
            Sheet("a", (), hidden_rows=frozenset({2})), [CellRef(2, 1), CellRef(2, 2)], id="a row"
        ),
        pytest.param(
            Sheet("a", (), hidden_columns=frozenset({1})),
            [CellRef(1, 1), CellRef(2, 1)],
            id="a column",
        ),
        pytest.param(
            Sheet("a", (), state=SheetState.VERY_HIDDEN),
            [CellRef(1, 1), CellRef(1, 2), CellRef(2, 1), CellRef(2, 2)],
            id="the sheet",
        ),
    ],
)
def test_hidden_parts_are_known(sheet: Sheet, hidden: list[CellRef]) -> None:
    grid = spread(sheet)
    cells = [CellRef(row, column) for row in (1, 2) for column in (1, 2)]

    assert [cell for cell in cells if grid.hidden(cell.row, cell.column)] == hidden


def test_a_workbook_tells_a_figure_stored_as_text() -> None:
    texts = [
        spread(sheet_of("12"), text_file=text_file).reading(1, 1) for text_file in (True, False)
    ]

    assert [len(one.traits) for one in texts if isinstance(one, Figure)] == [0, 1]


def test_many_cells_of_a_row_are_read_as_one_by_one() -> None:
    grid = grid_of("a,1,—,x\nb,,2.5", merges="C1:D1")
    columns = (1, 2, 3, 4, 5)

    for row in (1, 2, 3):
        assert grid.readings(row, columns) == [grid.reading(row, one) for one in columns]
        assert grid.refs(row, columns) == [grid.anchor(row, one) for one in columns]
