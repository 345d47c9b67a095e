"""Formulas reckoned from stored values, as Excel reckons them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from small_books import Stated, formula_at, formulas_of, sheet_with
from statlint.formula import LeftAlone, Reckoned, Unknown
from statlint.workbook import DefinedName

FIGURES: dict[str, Stated] = {
    "A1": 10,
    "A2": 20,
    "A3": "无",
    "A4": "2.5",
    "A6": 0,
    "B1": "12",
    "B2": "3月",
    "B3": True,
    "B4": "#DIV/0!",
    "B5": "2024-03-01",
    "B6": "=NOW()",
    "C1": ("=SUBTOTAL(9,A1:A2)", 30),
    "C2": 5,
    "E1": ("=SUBTOTAL(9,A1:A2)*1", 30),
    "E2": ("=1+", 30),
    "D1": "1,200",
    "D2": "50%",
}
OTHER = {"C6": 7, "C7": 8}
AT = "H9"


def reckoned(formula: str, stored: int | str | bool = 0) -> Reckoned | Unknown:  # noqa: FBT001
    formulas = formulas_of(
        sheet_with({**FIGURES, AT: (formula, stored)}),
        sheet_with(OTHER, name="表 二"),
        names={"应办": "Sheet1!$A$1:$A$2", "税率": "0.13", "旁边": "Sheet1!A1"},
    )
    return formulas.reckon(formula_at(formulas, AT))


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        pytest.param("=SUM(A1:A6)", "32.5", id="a sum leaves texts and gaps out"),
        pytest.param("=SUM(A1,A2,A1:A2,5)", "65", id="a sum of cells, ranges and figures"),
        pytest.param('=SUM("3",TRUE,A1)', "14", id="what is written as an argument counts"),
        pytest.param("=SUM((A1:A2,A4))", "32.5", id="ranges in brackets"),
        pytest.param("=SUM(C:C)", "35", id="a whole column"),
        pytest.param("=SUM('表 二'!C6:C7)", "15", id="another sheet"),
        pytest.param("=SUM(Sheet1:'表 二'!A1)", None, id="no range over sheets is written so"),
        pytest.param("=SUM('Sheet1:表 二'!C1:C7)", "50", id="a range over several sheets"),
        pytest.param("=SUM(应办)", "30", id="a name of cells"),
        pytest.param("=A1*税率", "1.3", id="a name of a figure"),
        pytest.param("=AVERAGE(A1:A4)", "10.8333333333333", id="a mean"),
        pytest.param("=AVERAGE(A3)", "#DIV/0!", id="a mean of nothing"),
        pytest.param("=MIN(A1:A6)", "0", id="the least"),
        pytest.param("=MAX(A3,A5)", "0", id="the most of nothing"),
        pytest.param("=COUNT(A1:A6,B1,B5)", "5", id="dates are counted, texts not"),
        pytest.param("=COUNTA(A1:A6)", "5", id="what is filled"),
        pytest.param("=PRODUCT(A1:A4)", "500", id="a product"),
        pytest.param("=SUBTOTAL(9,A1:C2)", "35", id="a subtotal leaves texts out"),
        pytest.param("=SUBTOTAL(9,C1:C2)", "5", id="a subtotal leaves subtotals out"),
        pytest.param("=SUBTOTAL(102,A1:A6)", "4", id="a count as a subtotal"),
        pytest.param("=A1+B1", "22", id="a text that is a figure"),
        pytest.param("=D1*D2", "600", id="separators and per cent in texts"),
        pytest.param("=A1+A3", "#VALUE!", id="a text that is none"),
        pytest.param("=A1+A5", "10", id="an empty cell"),
        pytest.param("=A5", "0", id="nothing but an empty cell"),
        pytest.param("=A1+B3", "11", id="a truth value"),
        pytest.param("=A1/A6", "#DIV/0!", id="a division by 0"),
        pytest.param("=A1/B4", "#DIV/0!", id="an error goes through"),
        pytest.param("=IFERROR(A1/A6,0)", "0", id="an error is caught"),
        pytest.param("=A1/3", "3.33333333333333", id="fifteen digits"),
        pytest.param("=-2^2", "4", id="a minus binds closer than a power"),
        pytest.param("=2^-1", "0.5", id="a power below 0"),
        pytest.param("=10%+A1%", "0.2", id="per cent"),
        pytest.param("=A2-A1-5", "5", id="from left to right"),
        pytest.param("=A1+A2*2", "50", id="times before plus"),
        pytest.param("=(A1+A2)*2", "60", id="brackets"),
        pytest.param("=ROUND(2.5,0)", "3", id="a half goes up"),
        pytest.param("=ROUND(-2.5,0)", "-3", id="away from 0"),
        pytest.param("=ROUND(1.005,2)", "1.01", id="a half that no binary figure is"),
        pytest.param("=ROUND(1234,-2)", "1200", id="to hundreds"),
        pytest.param("=ROUNDUP(1.21,1)", "1.3", id="up"),
        pytest.param("=ROUNDDOWN(-1.29,1)", "-1.2", id="down"),
        pytest.param("=INT(-1.5)", "-2", id="the whole below"),
        pytest.param("=TRUNC(-1.5)", "-1", id="the whole towards 0"),
        pytest.param("=ABS(-3)", "3", id="without its sign"),
        pytest.param('=IF(A1>=10,"合格","不合格")', "合格", id="a condition"),
        pytest.param("=IF(A1>10,1)", "FALSE", id="a condition without an otherwise"),
        pytest.param("=IF(A1>0,,1)", "0", id="a branch left out"),
        pytest.param("=IF(A1=0,A1/0,2)", "2", id="the other branch is not looked at"),
        pytest.param('=IF(A3="无",1,2)', "1", id="equal texts"),
        pytest.param('=IF(A3>5,"x","y")', "x", id="a text is more than any figure"),
        pytest.param('=IF(A5="",1,2)', "1", id="an empty cell is no text"),
        pytest.param("=AND(A1>5,A2>5,A6=0)", "TRUE", id="and"),
        pytest.param("=OR(A1>50,NOT(A2>5))", "FALSE", id="or and not"),
        pytest.param("=AND(A3)", "#VALUE!", id="and of nothing"),
        pytest.param('="共"&A1&"件"', "共10件", id="joined texts"),
        pytest.param('=A4&""', "2.5", id="a figure as text"),
        pytest.param("=IF(ISERROR(B4),0,1)", "0", id="is an error"),
        pytest.param("=ISBLANK(A5)", "TRUE", id="is empty"),
        pytest.param("=IF(ISNUMBER(A3),1,0)", "0", id="is no figure"),
        pytest.param("=ISERROR(A1)", "FALSE", id="is no error"),
        pytest.param("=ISNUMBER(B4)", "FALSE", id="an error is no figure"),
        pytest.param("=ISBLANK(B4)", "FALSE", id="an error is not empty"),
        pytest.param("=IF(TRUE(),1,2)", "1", id="TRUE called"),
        pytest.param('=IF("false",1,2)', "2", id="a truth value as text"),
        pytest.param('=IF("x",1,2)', "#VALUE!", id="a text as condition"),
        pytest.param("=AND(A1>5,B4)", "#DIV/0!", id="an error among conditions"),
        pytest.param("=OR(A1:A6,A1/A6)", "#DIV/0!", id="a reckoned error among conditions"),
        pytest.param("=SUM(A1,A1/A6)", "#DIV/0!", id="a reckoned error in a sum"),
        pytest.param('=COUNT(A1,A1/A6,"12","x",2)', "3", id="only figures are counted"),
        pytest.param("=COUNTA(A1,A1/A6,A5)", "2", id="errors are filled too"),
        pytest.param("=SUM(A1,,A2)", "30", id="an argument left out is 0"),
        pytest.param("=SUM(税率,1)", "1.13", id="a name of a figure in a sum"),
        pytest.param("=IF(5<A3,1,2)", "1", id="a figure is less than any text"),
        pytest.param("=IF(A5=FALSE,1,2)", "1", id="an empty cell is FALSE"),
        pytest.param("=IF(A1/3>3,1,2)", "1", id="a comparison above the noise"),
        pytest.param("=IF(A1/3,1,2)", "1", id="a fraction is true"),
        pytest.param('=0.1+0.2&""', "0.3", id="noise is not written"),
        pytest.param("=+A3", "无", id="a plus leaves a text"),
        pytest.param("=1E300/1E-10", "#NUM!", id="a quotient Excel cannot hold"),
        pytest.param("=#REF!+1", "#REF!", id="an error in the formula"),
        pytest.param("=1E300*1E10", "#NUM!", id="more than Excel can hold"),
    ],
)
def test_a_formula_gives(formula: str, shown: str | None) -> None:
    result = reckoned(formula)

    assert (result.shown if isinstance(result, Reckoned) else None) == shown


@pytest.mark.parametrize(
    ("formula", "unknown"),
    [
        pytest.param("=1+", Unknown(LeftAlone.NOT_UNDERSTOOD), id="no formula"),
        pytest.param(
            "=VLOOKUP(A1,A1:B2,2)", Unknown(LeftAlone.FUNCTION, "VLOOKUP"), id="a function"
        ),
        pytest.param("=ROUND(1)", Unknown(LeftAlone.FUNCTION, "ROUND"), id="an argument missing"),
        pytest.param("=ROUND(A1,1.5)", Unknown(LeftAlone.FUNCTION, "ROUND"), id="half a decimal"),
        pytest.param("=ROUND(A1,99)", Unknown(LeftAlone.FUNCTION, "ROUND"), id="too many decimals"),
        pytest.param("=A1^0.5", Unknown(LeftAlone.FUNCTION, "^"), id="a root"),
        pytest.param("=A6^A6", Unknown(LeftAlone.FUNCTION, "^"), id="0 to the power of 0"),
        pytest.param("=A1:A3*2", Unknown(LeftAlone.ARRAY), id="a range for one value"),
        pytest.param("={1,2}+1", Unknown(LeftAlone.ARRAY), id="an array"),
        pytest.param("=A1:IF(1,A2)+1", Unknown(LeftAlone.ARRAY), id="a range to a call"),
        pytest.param("=COUNT(B1:B3)", Unknown(LeftAlone.TRUTH_VALUE), id="TRUE counted"),
        pytest.param('=B3&""', Unknown(LeftAlone.TRUTH_VALUE), id="TRUE as text"),
        pytest.param("=1E20&A3", Unknown(LeftAlone.TEXT), id="a long figure as text"),
        pytest.param("=9.9E308+1", Unknown(LeftAlone.TOO_LARGE), id="a figure too large"),
        pytest.param("=IF(0.1+0.2-0.3,1,2)", Unknown(LeftAlone.NOISE), id="noise as condition"),
        pytest.param("=A1:A3 A2:B2", Unknown(LeftAlone.ARRAY), id="an intersection"),
        pytest.param("=单价*2", Unknown(LeftAlone.NAME, "单价"), id="a name that is not defined"),
        pytest.param("=旁边*2", Unknown(LeftAlone.NAME, "旁边"), id="a name that moves"),
        pytest.param("=[1]Sheet1!A1", Unknown(LeftAlone.OTHER_FILE, "[1]"), id="another file"),
        pytest.param("=[1]!单价", Unknown(LeftAlone.OTHER_FILE, "单价"), id="its name"),
        pytest.param("=SUM(表三!A1)", Unknown(LeftAlone.NO_SHEET, "表三"), id="no such sheet"),
        pytest.param("=B6+1", Unknown(LeftAlone.NO_RESULT), id="nothing stored"),
        pytest.param("=SUM(H1:H20)", Unknown(LeftAlone.ITSELF), id="its own cell"),
        pytest.param("=SUM(B5)", Unknown(LeftAlone.DATE), id="a date"),
        pytest.param("=B2+1", Unknown(LeftAlone.TEXT), id="a text that may be a date"),
        pytest.param('=IF(A3>"a",1,2)', Unknown(LeftAlone.TEXT), id="the order of texts"),
        pytest.param("=SUM(B1:B3)", Unknown(LeftAlone.TRUTH_VALUE), id="TRUE in a range"),
        pytest.param("=IF(B3>1,1,2)", Unknown(LeftAlone.TRUTH_VALUE), id="TRUE beside a figure"),
        pytest.param(
            "=IF(A1/3*3=A1,1,2)", Unknown(LeftAlone.NOISE), id="a comparison within the noise"
        ),
        pytest.param("=1/(0.1+0.2-0.3)", Unknown(LeftAlone.NOISE), id="a division by the noise"),
        pytest.param(
            "=SUBTOTAL(9.5,A1)", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="no such subtotal"
        ),
        pytest.param(
            "=SUBTOTAL(9,A1+1)", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="no range in it"
        ),
        pytest.param("=SUBTOTAL()", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="an empty one"),
        pytest.param(
            "=SUBTOTAL(9,E1)", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="one inside another"
        ),
        pytest.param(
            "=SUBTOTAL(9,E2)", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="one not understood"
        ),
        pytest.param(
            "=SUBTOTAL(7,A1:A2)", Unknown(LeftAlone.FUNCTION, "SUBTOTAL"), id="another subtotal"
        ),
    ],
)
def test_a_formula_is_left_alone(formula: str, unknown: Unknown) -> None:
    assert reckoned(formula) == unknown


@pytest.mark.parametrize(
    ("formula", "stored", "agrees"),
    [
        pytest.param("=SUM(A1:A2)", 30, True, id="the same whole number"),
        pytest.param("=SUM(A1:A2)", 31, False, id="another whole number"),
        pytest.param("=SUM(A1:A2)", "30", False, id="the same digits as text"),
        pytest.param("=SUM(A1:A2)", "#REF!", False, id="an error"),
        pytest.param("=A1/3", "3.33333333333333", True, id="fifteen digits"),
        pytest.param("=A1/3", "3.33", False, id="three digits"),
        pytest.param("=0.1+0.2-0.3", "0.0000000000000000555", True, id="binary noise for 0"),
        pytest.param("=0.1+0.2-0.3", "0.0000001", False, id="more than noise"),
        pytest.param("=ROUND(A1/3*0.3,0)", 1, True, id="no tie near"),
        pytest.param("=ROUND(0.1*3*5,0)", 1, True, id="a tie that noise may carry over"),
        pytest.param("=ROUND(0.1*3*5,0)", 2, True, id="or not"),
        pytest.param("=ROUND(0.1*3*5,0)", 4, False, id="but not far away"),
        pytest.param("=A1/A6", "#DIV/0!", True, id="the same error"),
        pytest.param("=A1/A6", 0, False, id="a figure for an error"),
        pytest.param('=IF(A1>5,"是","否")', "是", True, id="the same text"),
        pytest.param('=IF(A1>5,"是","否")', "否", False, id="another text"),
        pytest.param("=A1>5", True, True, id="the same truth value"),
        pytest.param("=A1>5", False, False, id="another truth value"),
        pytest.param("=A1>5", 1, False, id="a figure for a truth value"),
    ],
)
def test_a_stored_result_agrees(formula: str, stored: str | int, agrees: bool) -> None:  # noqa: FBT001
    result = reckoned(formula, stored)

    assert isinstance(result, Reckoned)
    assert result.agrees is agrees


def test_a_name_may_be_that_of_another_sheet() -> None:
    cells: dict[str, Stated] = {"A1": 5, "B1": ("='表 二'!x+x", 11)}
    formulas = formulas_of(sheet_with(cells), sheet_with(OTHER, name="表 二"))
    names = (DefinedName("x", "1", "Sheet1"), DefinedName("x", "10", "表 二"))
    formulas = replace(formulas, workbook=replace(formulas.workbook, names=names))

    assert formulas.reckon(formula_at(formulas, "B1")) == Reckoned("11", agrees=True, number=11)


def test_a_formula_without_a_result_is_left_alone() -> None:
    formulas = formulas_of(sheet_with({"A1": 1, "B1": "=A1"}))

    assert formulas.reckon(formula_at(formulas, "B1")) == Unknown(LeftAlone.NO_RESULT)


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        pytest.param("=SUM(A1:A3)", "6", id="a sum counts hidden rows"),
        pytest.param("=SUBTOTAL(109,A1:A3)", "4", id="109 leaves them out"),
        pytest.param("=SUBTOTAL(9,A1:A3)", None, id="9 may or may not"),
        pytest.param("=SUBTOTAL(9,A3:A4)", "3", id="where none is hidden"),
    ],
)
def test_hidden_rows(formula: str, shown: str | None) -> None:
    cells: dict[str, Stated] = {"A1": 1, "A2": 2, "A3": 3, "C1": (formula, 0)}
    formulas = formulas_of(sheet_with(cells, hidden_rows=[2]))

    result = formulas.reckon(formula_at(formulas, "C1"))

    assert (result.shown if isinstance(result, Reckoned) else None) == shown


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        pytest.param("=COUNTA(A1:A4)", "3", id="counted as filled"),
        pytest.param("=SUBTOTAL(3,A1:A4)", "3", id="in a subtotal too"),
        pytest.param("=SUM(A1:A4)", "6", id="left out of a sum"),
        pytest.param("=A1+A2", "#VALUE!", id="no figure"),
        pytest.param("=A1+A4", "1", id="unlike an empty cell"),
        pytest.param("=ISBLANK(A2)", "FALSE", id="not blank"),
        pytest.param('=IF(A2="",1,2)', "1", id="the empty text"),
        pytest.param("=IF(A2>0,1,2)", "1", id="more than any figure"),
    ],
)
def test_an_empty_text_is_a_text(formula: str, shown: str) -> None:
    cells: dict[str, Stated] = {"A1": 1, "A3": 5, "B4": 1, "C1": (formula, 0)}
    formulas = formulas_of(sheet_with(cells, empty_texts="A2"))

    result = formulas.reckon(formula_at(formulas, "C1"))

    assert isinstance(result, Reckoned)
    assert result.shown == shown


def test_a_merged_range_counts_once() -> None:
    formulas = formulas_of(sheet_with({"A1": 5, "C1": ("=SUM(A1:A3)", 5)}, merges="A1:A3"))

    assert formulas.reckon(formula_at(formulas, "C1")) == Reckoned("5", agrees=True, number=5)


@pytest.mark.parametrize(
    ("stored", "as_displayed", "agrees"),
    [
        pytest.param("3.3", True, True, id="rounded where Excel reckons as displayed"),
        pytest.param("3.3", False, False, id="rounded where it does not"),
        pytest.param("3.4", True, False, id="rounded wrongly"),
    ],
)
def test_precision_as_displayed(stored: str, *, as_displayed: bool, agrees: bool) -> None:
    sheet = sheet_with({"A1": 10, "B1": ("=A1/3", stored)}, formats={"B1": "0.0"})
    formulas = formulas_of(sheet, as_displayed=as_displayed)

    result = formulas.reckon(formula_at(formulas, "B1"))

    assert isinstance(result, Reckoned)
    assert result.agrees is agrees


def test_a_small_file_cannot_ask_for_endless_work() -> None:
    cells: dict[str, Stated] = {"A1": 1, "C1": ("=SUM(A1:B9)", 1), "C2": ("=SUM(A1:B9)", 1)}
    formulas = formulas_of(sheet_with({**cells, "B9": 1}))
    formulas.allowance.left = 20

    results = [formulas.reckon(one) for one in formulas.cells()]

    assert results == [Reckoned("2", agrees=False, number=2), Unknown(LeftAlone.TOO_LARGE)]
