"""A formula that cells share: what moves with the cell, and what stays."""

from __future__ import annotations

import pytest
from openpyxl.formula.translate import Translator

from statlint.workbook.engines.shared_formula import SharedFormula


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param("=B2+C3", "=C4+D5", id="places"),
        pytest.param("=$B2+C$3+$D$4", "=$B4+D$3+$D$4", id="places that stay"),
        pytest.param("=SUM(B2:C9)", "=SUM(C4:D11)", id="a range"),
        pytest.param("=SUM(B:$C)", "=SUM(C:$C)", id="columns"),
        pytest.param("=SUM(2:$3)", "=SUM(4:$3)", id="rows"),
        pytest.param("=汇总!B2", "=汇总!C4", id="another sheet"),
        pytest.param("='B2 B3''C4'!B2", "='B2 B3''C4'!C4", id="a sheet named like places"),
        pytest.param("=[1]Sheet1!B2", "=[1]Sheet1!C4", id="another file"),
        pytest.param("='[B2.xlsx]C3'!B2", "='[B2.xlsx]C3'!C4", id="a file named like a place"),
        pytest.param('="B2""C3"&B2', '="B2""C3"&C4', id="a text"),
        pytest.param("=LOG10(B2)+ATAN2(1,B2)", "=LOG10(C4)+ATAN2(1,C4)", id="functions"),
        pytest.param("=B2_1+A1.5+一B2+B2B+B2?", "=B2_1+A1.5+一B2+B2B+B2?", id="names"),
        pytest.param("=1E5+2.5E-3+B2", "=1E5+2.5E-3+C4", id="figures"),
        pytest.param("=表1[[#This Row],[B2]]+B2", "=表1[[#This Row],[B2]]+C4", id="a table"),
        pytest.param("=XFE1+A1048577+XFD1048576", "=XFE1+A1048577+A2", id="the end of a sheet"),
        pytest.param("=SUM(XFE:XFE)", "=SUM(XFE:XFE)", id="columns that no sheet has"),
        pytest.param("=b2+$c3", "=C4+$C5", id="small letters"),
        pytest.param('="B2', '="C4', id="a text without its end"),
    ],
)
def test_moves_a_formula_right_and_down(formula: str, expected: str) -> None:
    assert SharedFormula(formula, 2, 1).moved_to(4, 2) == expected


def test_counts_on_from_the_other_end_before_the_first_row_and_column() -> None:
    assert SharedFormula("=A1+B2", 3, 3).moved_to(2, 2) == "=XFD1048576+A1"


def test_leaves_an_endless_formula_as_it_is() -> None:
    formula = "=" + "+".join(["A1"] * 20_000)

    assert SharedFormula(formula, 1, 1).moved_to(2, 2) == formula


@pytest.mark.parametrize(
    "formula",
    [
        "=IF(B2>=8000,ROUND($C$3/D4,2),VLOOKUP(E5,'底稿 1'!$A$1:$F$99,3,FALSE))",
        "=SUMIF(A$2:A$9,$B2,C$2:C$9)*-1%",
        "=SUM(B2,C3:D4,'a b'!C:C,3:3)&\"B2\"",
    ],
)
def test_moves_as_openpyxl_does(formula: str) -> None:
    moved = Translator(formula, "B2").translate_formula("E7")

    assert SharedFormula(formula, 2, 2).moved_to(7, 5) == moved
