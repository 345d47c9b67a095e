"""What a formula adds and takes away, and the sums along one line among them."""

from __future__ import annotations

import pytest

from small_books import Stated, formula_at, formulas_of, sheet_with
from statlint.formula.strip import strips
from statlint.formula.sums import read_terms, sums
from statlint.values import CellRef

CELLS = {f"B{row}": row for row in range(2, 9)}


def terms(formula: str) -> list[str] | None:
    formulas = formulas_of(
        sheet_with({**CELLS, "D9": (formula, 0)}),
        sheet_with({"B2": 1}, name="二"),
        names={"全部": "Sheet1!$B$2:$B$8"},
    )
    found = read_terms(formula_at(formulas, "D9"), formulas)
    if found is None:
        return None
    return [
        f"{'+' if term.weight > 0 else '-'}{term.area.grid.name}!{term.area.range}"
        f"{'' if term.ranged else ' by sign'}"
        for term in found
    ]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param("=SUM(B2:B4,B6)", ["+Sheet1!B2:B4", "+Sheet1!B6"], id="ranges and cells"),
        pytest.param(
            "=B2+B3-B4",
            ["+Sheet1!B2 by sign", "+Sheet1!B3 by sign", "-Sheet1!B4 by sign"],
            id="signs",
        ),
        pytest.param("=SUM(B2:B4)-SUM(B6:B7)", ["+Sheet1!B2:B4", "-Sheet1!B6:B7"], id="two sums"),
        pytest.param(
            "=B2-(B3-B4)",
            ["+Sheet1!B2 by sign", "-Sheet1!B3 by sign", "+Sheet1!B4 by sign"],
            id="signs before brackets",
        ),
        pytest.param("=SUBTOTAL(109,B2:B4)", ["+Sheet1!B2:B4"], id="a subtotal"),
        pytest.param("=SUBTOTAL(1,B2:B4)", None, id="a mean by SUBTOTAL"),
        pytest.param("=ROUND(SUM(B2:B4),2)", ["+Sheet1!B2:B4"], id="rounded"),
        pytest.param('=IF(SUM(B2:B4)=0,"",SUM(B2:B4))', ["+Sheet1!B2:B4"], id="blank for 0"),
        pytest.param("=SUM(全部)", ["+Sheet1!B2:B8"], id="a name"),
        pytest.param("=SUM(二!B2,B3)", ["+二!B2", "+Sheet1!B3"], id="another sheet"),
        pytest.param("=B2", None, id="a copy"),
        pytest.param("=B2+1", None, id="a figure written in it"),
        pytest.param("=B2*B3", None, id="a product"),
        pytest.param("=SUM(B2:B4)/2", None, id="a half"),
        pytest.param("=SUMIF(A2:A4,1,B2:B4)", None, id="a sum of some"),
        pytest.param("=[1]Sheet1!B2+B3", None, id="another file"),
    ],
)
def test_a_formula_is_read_as_a_sum(formula: str, expected: list[str] | None) -> None:
    assert terms(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param("=SUM(B2:B4,B6)", "column 2, 2-4 6-6, own 9", id="a column"),
        pytest.param("=SUM(B2:B4,B5:B6)", "column 2, 2-6, own 9", id="ranges that touch"),
        pytest.param("=B2+B3", "column 2, 2-3, own 9", id="plus signs"),
        pytest.param("=SUM(B2:D2)", "row 2, 2-4, own None", id="a row"),
        pytest.param("=SUM(B:B)", "column 2, 1-9, own 9", id="as much of a column as is used"),
        pytest.param("=SUM(B2:C4)", None, id="two columns"),
        pytest.param("=SUM(B2:B4,B4:B5)", None, id="a cell twice"),
        pytest.param("=SUM(B2:B4)-B5", None, id="a difference"),
        pytest.param("=SUM(B2)", None, id="one cell"),
    ],
)
def test_a_sum_runs_along_a_line(formula: str, expected: str | None) -> None:
    cells: dict[str, Stated] = {**CELLS, "C2": 1, "D2": 1, "B9": (formula, 0)}
    found = strips(formulas_of(sheet_with(cells)))

    told = [
        f"{'column' if one.lane.down else 'row'} {one.lane.number},"
        f" {' '.join(f'{first}-{last}' for first, last in one.spans)}, own {one.own}"
        for one in found
    ]

    assert told == ([expected] if expected else [])


def test_sums_come_by_sheet_and_cell() -> None:
    formulas = formulas_of(
        sheet_with({"A3": ("=A1+A2", 0), "A4": ("=A1*2", 0)}),
        sheet_with({"A3": ("=SUM(A1:A2)", 0)}, name="二"),
    )

    assert list(sums(formulas)) == [(0, CellRef(3, 1)), (1, CellRef(3, 1))]
