"""The cells that formulas read, and the ranges that plain sums add."""

from __future__ import annotations

import pytest

from small_books import formula_at, formulas_of, sheet_with
from statlint.formula.parse import parse_formula
from statlint.formula.reads import Area, areas_of, areas_read, cells_read, sum_ranges
from statlint.formula.relative import write_reference
from statlint.values import CellRange, CellRef

AT = CellRef(20, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=SUM(A1:A3)", ["A1:A3"], id="one range"),
        pytest.param("=sum(A1:A3,C5)", ["A1:A3", "C5"], id="two arguments"),
        pytest.param("=SUM((A1:A3,C5))", ["A1:A3", "C5"], id="ranges in brackets"),
        pytest.param("=(SUM(A1:A3))", ["A1:A3"], id="a sum in brackets"),
        pytest.param("=SUBTOTAL(9,A1:A3)", ["A1:A3"], id="a subtotal"),
        pytest.param("=SUBTOTAL(109,A1:A3,B1)", ["A1:A3", "B1"], id="without hidden rows"),
        pytest.param("=A1+A2+'表 二'!A3", ["A1", "A2", "'表 二'!A3"], id="a chain"),
        pytest.param("=+A1+(A2)", ["A1", "A2"], id="with a plus before it"),
        pytest.param("=A1+SUM(B1:B2)", ["A1", "B1:B2"], id="a chain with a sum"),
        pytest.param("=A1", None, id="only a cell"),
        pytest.param("=A1-A2", None, id="a difference"),
        pytest.param("=A1+1", None, id="a figure in a chain"),
        pytest.param("=A1:A2+A3", None, id="a range in a chain"),
        pytest.param("=SUM(A1:A3)*2", None, id="more than a sum"),
        pytest.param("=SUM(A1,2)", None, id="a figure in a sum"),
        pytest.param("=SUM(A1*2)", None, id="reckoning in a sum"),
        pytest.param("=SUM()", None, id="nothing in a sum"),
        pytest.param("=SUBTOTAL(1,A1:A3)", None, id="a mean"),
        pytest.param("=SUBTOTAL()", None, id="no subtotal"),
        pytest.param("=AVERAGE(A1:A3)", None, id="another function"),
        pytest.param("=A1+AVERAGE(A1:A3)", None, id="another function in a chain"),
    ],
)
def test_the_ranges_of_a_plain_sum(text: str, expected: list[str] | None) -> None:
    formula = parse_formula(text, AT)

    assert formula is not None
    found = sum_ranges(formula)
    assert (found and [write_reference(one) for one in found]) == expected


def test_the_cells_a_formula_reads() -> None:
    formulas = formulas_of(
        sheet_with({"A1": 1, "B2": 2, "D1": "=SUM(A1:B9,'表 二'!A:A,本月,[1]S!A1,表三!A1)"}),
        sheet_with({"A1": 1, "A2": 2}, name="表 二"),
        names={"本月": "'表 二'!$A$2", "旁边": "A1"},
    )
    one = formula_at(formulas, "D1")

    read = [f"{grid.name}!{ref}" for grid, ref in cells_read(one, formulas)]

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
