"""The cells that formulas read."""

from __future__ import annotations

import pytest

from small_books import formula_at, formulas_of, sheet_with
from statlint.formula.parse import parse_formula
from statlint.formula.reads import Area, areas_of, areas_read
from statlint.values import CellRange, CellRef

AT = CellRef(20, 1)


def test_the_cells_a_formula_reads() -> None:
    formulas = formulas_of(
        sheet_with({"A1": 1, "B2": 2, "D1": "=SUM(A1:B9,'表 二'!A:A,本月,[1]S!A1,表三!A1)"}),
        sheet_with({"A1": 1, "A2": 2}, name="表 二"),
        names={"本月": "'表 二'!$A$2", "旁边": "A1"},
    )
    one = formula_at(formulas, "D1")

    read = [
        f"{area.grid.name}!{ref}" for area in areas_read(one, formulas) for ref in area.places()
    ]

    assert read == [
        *("Sheet1!A1", "Sheet1!B1", "Sheet1!A2", "Sheet1!B2"),
        *("表 二!A1", "表 二!A2", "表 二!A2"),
    ]


def test_a_formula_that_is_not_understood_reads_nothing() -> None:
    formulas = formulas_of(sheet_with({"A1": "=1+"}))

    assert areas_read(formula_at(formulas, "A1"), formulas) == ()


def test_a_reference_over_several_sheets() -> None:
    formulas = formulas_of(*(sheet_with({"A1": 1}, name=name) for name in ("Jan", "Feb", "Mar")))
    formula = parse_formula("=SUM(feb:jan!A1)", AT)

    assert formula is not None
    areas = areas_of(formula.references[0], formulas.grids[2], formulas)
    assert [area.grid.name for area in areas or ()] == ["Jan", "Feb"]


@pytest.mark.parametrize(
    ("written", "size", "used"),
    [
        pytest.param("A1:B2", 4, "A1:B2", id="inside"),
        pytest.param("B2:F9", 4, "B2:C3", id="partly outside"),
        pytest.param("D1:D9", 0, None, id="outside"),
    ],
)
def test_an_area_is_cut_to_what_is_used(written: str, size: int, used: str | None) -> None:
    grid = formulas_of(sheet_with({"A1": 1, "C3": 1})).grids[0]

    area = Area(grid, CellRange.parse(written))

    assert (len(area), len(list(area.places())), area.used and str(area.used)) == (size, size, used)


def test_the_cells_of_an_area_are_those_stored() -> None:
    grid = formulas_of(sheet_with({"A1": 1, "A2": 5, "B2": 7}, merges="A1:A2")).grids[0]

    cells = [cell.text for cell in Area(grid, CellRange.parse("A1:D9")).cells()]

    assert cells == ["1", "5", "7"]
