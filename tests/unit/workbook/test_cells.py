"""Cells that are kept as rows of text, and made when they are asked for."""

from __future__ import annotations

from decimal import Decimal

from statlint.grid import spread
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet
from statlint.workbook.cells import (
    Cells,
    Look,
    cells_of,
    cells_with_formulas,
    number_of,
    pattern_of,
)

TEXT, SHARED = Look(CellKind.TEXT, "General"), Look(CellKind.TEXT, "@", shared=True)
NUMBER, ERROR = Look(CellKind.NUMBER, "0.00"), Look(CellKind.ERROR, None)
MADE = (
    Cell(CellRef(2, 1), CellKind.TEXT, "合计", None, "@"),
    Cell(CellRef(2, 3), CellKind.NUMBER, "1.5", Decimal("1.5"), "0.00", "=A1"),
    Cell(CellRef(5, 2), CellKind.ERROR, "#REF!", None, None),
)


def kept() -> Cells:
    """Keep the cells above."""
    cells = Cells(["合计"])
    cells.add(2, pattern_of((1, 3), (SHARED, NUMBER)), ["0", "1.5"], [None, "=A1"])
    cells.add(5, pattern_of((2,), (ERROR,)), ["#REF!"])
    return cells


def test_makes_the_cells_that_are_asked_for() -> None:
    cells = kept()

    assert cells == MADE
    assert (len(cells), cells[1], cells[-2:]) == (3, MADE[1], MADE[1:])
    assert [cells.get(2, 3), cells.get(2, 2), cells.get(3, 1)] == [MADE[1], None, None]
    assert cells.look_at(2, 1) == (CellKind.TEXT, "合计", "@")
    assert (cells.last_row, cells.last_column) == (5, 3)
    assert [*cells_with_formulas(cells)] == [*cells_with_formulas(MADE)] == [MADE[1]]
    assert [*cells_of(cells, CellKind.ERROR)] == [*cells_of(MADE, CellKind.ERROR)] == [MADE[2]]


def test_tells_cells_apart() -> None:
    assert kept() == kept()
    assert kept() != MADE[:2]
    assert kept() != "合计"
    assert repr(kept()) == repr(MADE)


def test_puts_rows_in_order_and_takes_the_later_of_two_cells() -> None:
    cells = Cells()
    cells.add(5, pattern_of((3, 1), (TEXT, TEXT)), ["c", "a"], ["=B1", None])
    cells.add(2, pattern_of((1,), (TEXT,)), ["first"])
    cells.add(5, pattern_of((1,), (NUMBER,)), ["7"])

    assert cells.in_order() == (
        Cell(CellRef(2, 1), CellKind.TEXT, "first", None, "General"),
        Cell(CellRef(5, 1), CellKind.NUMBER, "7", 7, "0.00"),
        Cell(CellRef(5, 3), CellKind.TEXT, "c", None, "General", "=B1"),
    )


def test_forgets_what_it_need_not_keep_at_hand() -> None:
    cells = Cells()
    for row in range(1, 5_001):
        cells.add(row, pattern_of((1,), (TEXT,)), [str(row)])

    made = [cells.get(row, 1) for row in (*range(1, 5_001), 1)]

    assert [cell and cell.text for cell in made] == [*map(str, range(1, 5_001)), "1"]


def test_a_grid_asks_both_kinds_alike() -> None:
    own, one_by_one = spread(Sheet("表", kept())), spread(Sheet("表", MADE))

    assert [*own.texts()] == [*one_by_one.texts()]
    assert [*own.held()] == [*one_by_one.held()]
    places = [(row, column) for row in range(1, 7) for column in range(1, 5)]
    assert [own.reading(*at) for at in places] == [one_by_one.reading(*at) for at in places]
    assert [own.stored(*at) for at in places] == [one_by_one.stored(*at) for at in places]


def test_reads_the_numbers_that_texts_say() -> None:
    assert [number_of(text) for text in ("12", "-0.5", "1.25E+30", "-1E-30")] == [
        12,
        Decimal("-0.5"),
        125 * 10**28,
        Decimal("-1E-30"),
    ]
