"""All formulas of a workbook, in order and by place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from small_books import formula_at, formulas_of, sheet_with
from statlint.formula import Formulas, LeftAlone, Unknown
from statlint.formula.formulas import Allowance
from statlint.values import CellRef
from statlint.workbook import Container, Workbook


@pytest.fixture
def formulas() -> Formulas:
    return formulas_of(
        sheet_with({"A1": 1, "B2": "=A1+", "A2": ("=A1", 1)}),
        sheet_with({"A1": "=SUM(B1:B2)"}, name="表 Two"),
    )


def test_formulas_come_sheet_by_sheet_and_row_by_row(formulas: Formulas) -> None:
    found = [(one.grid.name, str(one.ref), one.relative) for one in formulas.cells()]

    assert found == [
        ("Sheet1", "A2", "R[-1]C"),
        ("Sheet1", "B2", None),
        ("表 Two", "A1", "SUM(RC[1]:R[1]C[1])"),
    ]


def test_a_formula_is_taken_apart_once(formulas: Formulas) -> None:
    assert formula_at(formulas, "A2") is next(formulas.cells())


def test_where_no_formula_stands(formulas: Formulas) -> None:
    assert formulas.at(formulas.grids[0], CellRef(1, 1)) is None


def test_a_sheet_is_found_by_name(formulas: Formulas) -> None:
    found = formulas.grid("表 tWO")

    assert (found, formulas.grid("表三")) == (formulas.grids[1], None)


def test_what_the_workbook_says_of_its_formulas() -> None:
    workbook = Workbook((), Container.XLSX, links=("b.xlsx",), as_displayed=True)
    formulas = Formulas(workbook, ())

    assert (formulas.names, formulas.links, formulas.as_displayed) == ((), ("b.xlsx",), True)


def test_formulas_beyond_what_is_read_are_left_alone(formulas: Formulas) -> None:
    short = replace(formulas, signs=Allowance(len("=A1") + len("=A1+")))

    assert [
        (str(one.ref), one.beyond, why.why if isinstance(why := short.reckon(one), Unknown) else "")
        for one in short.cells()
    ] == [
        ("A2", False, ""),
        ("B2", False, LeftAlone.NOT_UNDERSTOOD),
        ("A1", True, LeftAlone.TOO_LONG),
    ]
