"""What cells look like where no form says what they should hold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.grid import spread
from statlint.table.layout_cells import Kind, scan
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Sheet
from tables import grid_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1234", Kind.FIGURE),
        ("1,234.5", Kind.FIGURE),
        ("-12%", Kind.FIGURE),
        ("12.5", Kind.FIGURE),
        ("１２", Kind.FIGURE),
        ("2019", Kind.YEAR),
        ("1,992", Kind.FIGURE),
        ("2007*", Kind.YEAR),
        ("2010r", Kind.YEAR),
        ("3019", Kind.FIGURE),
        ("..", Kind.MARK),
        ("–", Kind.MARK),
        ("368633!", Kind.DAMAGED),
        ("5566..74", Kind.DAMAGED),
        ("#REF!", Kind.DAMAGED),
        ("地区", Kind.TEXT),
        ("2019年", Kind.TEXT),
        ("2017-03-01", Kind.TEXT),
        ("15 - 19", Kind.TEXT),
        ("16x20", Kind.TEXT),
        ("$000", Kind.TEXT),
        ("$1,000", Kind.TEXT),
        ("9" * 30 + "x" * 30, Kind.TEXT),
        ("=======", None),
        ("  ", None),
    ],
)
def test_the_kind_of_a_text(text: str, kind: Kind | None) -> None:
    cell = Cell(CellRef(1, 1), CellKind.TEXT, text)
    grid = spread(Sheet(None, (cell,)), text_file=True)

    assert scan(grid).rows.get(1, {}).get(1) == kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (Cell(CellRef(1, 1), CellKind.NUMBER, "12", 12), Kind.FIGURE),
        (Cell(CellRef(1, 1), CellKind.NUMBER, "2019", 2019), Kind.YEAR),
        (Cell(CellRef(1, 1), CellKind.NUMBER, "2019.5", Decimal("2019.5")), Kind.FIGURE),
        (Cell(CellRef(1, 1), CellKind.NUMBER, "2019", 2019, "#,##0"), Kind.FIGURE),
        (Cell(CellRef(1, 1), CellKind.DATE, "2019-01-01"), Kind.TEXT),
        (Cell(CellRef(1, 1), CellKind.BOOLEAN, "TRUE"), Kind.TEXT),
        (Cell(CellRef(1, 1), CellKind.ERROR, "#N/A"), Kind.DAMAGED),
        (Cell(CellRef(1, 1), CellKind.NO_RESULT, "", formula="=A2"), Kind.DAMAGED),
    ],
)
def test_the_kind_of_a_cell_of_a_workbook(cell: Cell, kind: Kind) -> None:
    assert scan(spread(Sheet("S", (cell,)))).rows == {1: {1: kind}}


def test_a_merged_text_reaches_into_its_cells_and_a_merged_figure_does_not() -> None:
    looked = scan(grid_of("地区,,户数\n7,,1\n", merges="A1:B1 A2:B2"))

    assert looked.rows == {
        1: {1: Kind.TEXT, 2: Kind.SPREAD, 3: Kind.TEXT},
        2: {1: Kind.FIGURE, 3: Kind.FIGURE},
    }


def test_what_is_taken_shows_nothing() -> None:
    looked = scan(grid_of("地区,户数\n7,1\n"), [CellRange.parse("A1:A2")])

    assert looked.rows == {1: {2: Kind.TEXT}, 2: {2: Kind.FIGURE}}


@pytest.mark.parametrize(
    ("text", "whole"), [("12", 12), ("1,200", 1200), ("1.5", None), ("x1", None), ("(3)", -3)]
)
def test_whole_numbers(text: str, whole: int | None) -> None:
    cell = Cell(CellRef(1, 1), CellKind.TEXT, text)
    looked = scan(spread(Sheet(None, (cell,)), text_file=True))

    assert looked.whole(1, 1) == whole


def test_nothing_is_no_whole_number() -> None:
    assert scan(grid_of("a\n")).whole(5, 5) is None


def test_a_workbook_is_read_like_a_text() -> None:
    cell = Cell(CellRef(1, 1), CellKind.NUMBER, "7", 7)

    assert scan(spread(Sheet("S", (cell,)))).whole(1, 1) == 7
