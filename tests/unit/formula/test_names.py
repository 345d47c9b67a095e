"""What defined names stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from small_books import formulas_of, sheet_with
from statlint.formula import Formulas
from statlint.formula.model import Constant, Reference
from statlint.formula.names import meaning
from statlint.formula.relative import write_reference
from statlint.workbook import DefinedName


def meant(name: str, formulas: Formulas) -> str | None:
    found = meaning(name, formulas.grids[0], formulas)
    if isinstance(found, Constant):
        return str(found.value)
    return write_reference(found) if isinstance(found, Reference) else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sheet1!$A$1:$A$5", "Sheet1!$A$1:$A$5", id="a range"),
        pytest.param("=Sheet1!$A$1", "Sheet1!$A$1", id="with its sign"),
        pytest.param("Sheet1!$A:$B", "Sheet1!$A:$B", id="whole columns"),
        pytest.param("Sheet1!$1:$2", "Sheet1!$1:$2", id="whole rows"),
        pytest.param("0.13", "0.13", id="a figure"),
        pytest.param("Sheet1!A1", None, id="a cell that moves"),
        pytest.param("$A$1", None, id="a cell of any sheet"),
        pytest.param("OFFSET(Sheet1!$A$1,1,1)", None, id="a formula"),
        pytest.param("Sheet1!$A$1,", None, id="what is not understood"),
    ],
)
def test_a_name_stands_for(text: str, expected: str | None) -> None:
    assert meant("本月", formulas_of(sheet_with({}), names={"本月": text})) == expected


def test_capitals_do_not_count() -> None:
    assert meant("rate", formulas_of(sheet_with({}), names={"RATE": "2"})) == "2"


def test_a_name_of_the_sheet_goes_first() -> None:
    formulas = formulas_of(sheet_with({}), names={"x": "1"})
    names = (*formulas.names, DefinedName("x", "2", "Sheet1"), DefinedName("x", "3", "Sheet2"))
    local = replace(formulas, workbook=replace(formulas.workbook, names=names))

    assert meant("x", local) == "2"


def test_a_name_that_is_not_defined() -> None:
    assert meant("x", formulas_of(sheet_with({}))) is None
