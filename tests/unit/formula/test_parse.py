"""The tree of a formula: operands, operators by rank, calls and references."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token as TheirToken

from random_formulas import Writer
from statlint.formula.model import (
    Absolute,
    ArrayConstant,
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Grouped,
    NameUse,
    Node,
    Omitted,
    Reference,
    Signed,
    Structured,
    Whole,
)
from statlint.formula.parse import parse_formula
from statlint.formula.relative import moved
from statlint.formula.tokens import LONGEST, tokenize
from statlint.values import CellRange, CellRef

AT = CellRef(5, 5)
A1, A2, A3, B1 = (Reference(CellRange.parse(text)) for text in ("A1", "A2", "A3", "B1"))
ONE, TWO = Constant(1), Constant(2)
STAYS = Absolute(first_row=True, first_column=True, last_row=True, last_column=True)


def reference(written: str, **others: object) -> Reference:
    """Make a reference of a range, with what else is said of it."""
    return Reference(CellRange.parse(written), **others)  # type: ignore[arg-type]


def tree(text: str) -> Node | None:
    formula = parse_formula(text, AT)
    return formula.tree if formula else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=1", ONE, id="a figure"),
        pytest.param("=1.50", Constant(Decimal("1.50")), id="a fraction"),
        pytest.param("=1.5E3", Constant(1500), id="with an exponent"),
        pytest.param('="a""b"', Constant('a"b'), id="a text with a quotation mark"),
        pytest.param("=true", Constant(value=True), id="a truth value"),
        pytest.param("=#DIV/0!", ErrorConstant("#DIV/0!"), id="an error"),
        pytest.param("=Sheet1!#REF!", ErrorConstant("#REF!"), id="a lost cell of a sheet"),
        pytest.param("=#REF!A1", ErrorConstant("#REF!"), id="a cell of a lost sheet"),
        pytest.param("A1", A1, id="without the sign"),
        pytest.param("= A1 ", A1, id="with spaces"),
        pytest.param("=$A$1", reference("A1", absolute=STAYS), id="a cell that stays"),
        pytest.param("=b1", B1, id="small letters"),
        pytest.param("=A1:B2", reference("A1:B2"), id="a range"),
        pytest.param("=B2:A1", reference("A1:B2"), id="a range from its last corner"),
        pytest.param("=A1 : B2", reference("A1:B2"), id="a range with spaces"),
        pytest.param("=B:C", reference("B1:C1048576", whole=Whole.COLUMNS), id="whole columns"),
        pytest.param("=2:3", reference("A2:XFD3", whole=Whole.ROWS), id="whole rows"),
        pytest.param("=表二!A1", reference("A1", sheet="表二"), id="a sheet"),
        pytest.param("='表 二'!A1", reference("A1", sheet="表 二"), id="a sheet in quotes"),
        pytest.param("='it''s'!A1", reference("A1", sheet="it's"), id="a quote in its name"),
        pytest.param(
            "=Jan:Mar!A1", reference("A1", sheet="Jan", last_sheet="Mar"), id="several sheets"
        ),
        pytest.param(
            "='1 月:3 月'!A1",
            reference("A1", sheet="1 月", last_sheet="3 月"),
            id="several sheets in quotes",
        ),
        pytest.param("=[1]S!A1", reference("A1", sheet="S", file=1), id="another file"),
        pytest.param("='[2]S 1'!A1", reference("A1", sheet="S 1", file=2), id="in quotes"),
        pytest.param(
            r"='C:\[b.xlsx]S'!A1",
            reference("A1", sheet="S", file=0, book=r"C:\b.xlsx"),
            id="another file by name",
        ),
        pytest.param(
            r"='C:\b.xlsx'!x", NameUse("x", file=0), id="a name of another file by its path"
        ),
        pytest.param("=XFD1048576", reference("XFD1048576"), id="the last cell"),
        pytest.param("=XFE1", NameUse("XFE1"), id="a cell behind the last column"),
        pytest.param("=应办数", NameUse("应办数"), id="a name"),
        pytest.param("=S!x", NameUse("x", sheet="S"), id="a name of a sheet"),
        pytest.param("=[3]!x", NameUse("x", file=3), id="a name of another file"),
        pytest.param("=T[[#This Row],[数 量]]", Structured("T[[#This Row],[数 量]]"), id="a table"),
        pytest.param("=[@x]", Structured("[@x]"), id="a line of a table"),
        pytest.param("=SUM()", Call("SUM", ()), id="no argument"),
        pytest.param("=sum(A1,A2)", Call("SUM", (A1, A2)), id="two arguments"),
        pytest.param("=IF(A1,,1)", Call("IF", (A1, Omitted(), ONE)), id="one left out"),
        pytest.param("=LOG10(1)", Call("LOG10", (ONE,)), id="a function like a cell"),
        pytest.param("=_xlfn.STDEV.S(A1)", Call("STDEV.S", (A1,)), id="a newer function"),
        pytest.param(
            "=SUM((A1,B1))",
            Call("SUM", (Grouped(Chain((A1, B1), (",",))),)),
            id="ranges in brackets",
        ),
        pytest.param(
            "=A1:A3 A2:B2",
            Chain((reference("A1:A3"), reference("A2:B2")), (" ",)),
            id="an intersection",
        ),
        pytest.param(
            "=A1:INDEX(A2)", Chain((A1, Call("INDEX", (A2,))), (":",)), id="a range to a call"
        ),
        pytest.param(
            '={1,-2;"a",#N/A}',
            ArrayConstant(((ONE, Constant(-2)), (Constant("a"), ErrorConstant("#N/A")))),
            id="an array",
        ),
        pytest.param("=A1+A2-A3", Chain((A1, A2, A3), ("+", "-")), id="one chain"),
        pytest.param(
            "=1+A1*2", Chain((ONE, Chain((A1, TWO), ("*",))), ("+",)), id="times before plus"
        ),
        pytest.param(
            "=A1^2*2", Chain((Chain((A1, TWO), ("^",)), TWO), ("*",)), id="powers before times"
        ),
        pytest.param("=-A1^2", Chain((Signed("-", A1), TWO), ("^",)), id="a minus before powers"),
        pytest.param("=2^-A1", Chain((TWO, Signed("-", A1)), ("^",)), id="a minus after one"),
        pytest.param("=-A1%", Signed("%", Signed("-", A1)), id="per cent after a minus"),
        pytest.param("=--A1", Signed("-", Signed("-", A1)), id="two minuses"),
        pytest.param(
            '=A1+1&"x"=A2',
            Chain((Chain((Chain((A1, ONE), ("+",)), Constant("x")), ("&",)), A2), ("=",)),
            id="comparisons last",
        ),
        pytest.param("=(A1+1)", Grouped(Chain((A1, ONE), ("+",))), id="brackets"),
    ],
)
def test_a_formula_is_taken_apart(text: str, expected: Node) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("=", id="only the sign"),
        pytest.param("=A1+", id="an operand missing"),
        pytest.param("=*A1", id="an operand missing before"),
        pytest.param("=(A1", id="a bracket open"),
        pytest.param("=A1)", id="a bracket too many"),
        pytest.param("=SUM(A1", id="a call open"),
        pytest.param("=1 2", id="two figures"),
        pytest.param('=A1 "x"', id="a text after a cell"),
        pytest.param('="x', id="a text open"),
        pytest.param("='x", id="a sheet's name open"),
        pytest.param("='x'", id="a sheet without a cell"),
        pytest.param("=x!", id="the same without quotes"),
        pytest.param("=T[a", id="a table's bracket open"),
        pytest.param("={1,A1}", id="a cell in an array"),
        pytest.param('={-"a"}', id="a minus before a text in an array"),
        pytest.param("={1", id="an array open"),
        pytest.param("=SUM(A1;A2)", id="another separator"),
        pytest.param("=3a", id="a figure with a letter"),
        pytest.param("=A1%%%", id="too many per cent"),
        pytest.param("=A1:XFE2", id="a range behind the last column"),
        pytest.param("=1E400", id="a figure that Excel cannot hold"),
        pytest.param("=SUM（A1）", id="wide brackets"),
        pytest.param("=" + "(" * 65 + "1" + ")" * 65, id="nested too deep"),
        pytest.param("=" + "-" * 65 + "1", id="too many signs"),
        pytest.param("=" + "1+" * LONGEST + "1", id="too long"),
    ],
)
def test_what_is_not_understood_is_none(text: str) -> None:
    assert tree(text) is None


def test_a_long_sum_is_flat() -> None:
    formula = parse_formula("=" + "+".join(["A1"] * 5000), AT)

    assert formula is not None
    assert formula.tree == Chain((A1,) * 5000, ("+",) * 4999)


def test_what_a_formula_uses_is_listed() -> None:
    formula = parse_formula("=sum(A1:A2,单价)+_xlfn.IFS(A3,1)+B1", AT)

    assert formula is not None
    assert (formula.references, formula.functions, formula.names) == (
        (reference("A1:A2"), A3, B1),
        frozenset({"SUM", "IFS"}),
        frozenset({"单价"}),
    )


def test_pieces_hold_the_text_and_the_references() -> None:
    formula = parse_formula("=sum( A1 , a2:b2  A2:B2 )", AT)

    assert formula is not None
    row = reference("A2:B2")
    assert formula.pieces == ("SUM(", A1, ",", row, " ", row, ")")


OPERANDS = st.sampled_from(
    [
        *"A1 $B$2 C3:D4 $E:$F 1:3 表二!$C6 [1]Sheet1!$A$1 Jan:Mar!B4 [1]!Y".split(),
        *"#REF! #N/A 12 0.5 1E5 7% TRUE 单价 X_1 T[[#All],[X]] LOG10(1)".split(),
        *("'表 二'!C6", "'[2]x y'!B:B", "'it''s'!A1", '"a""b,("', '""'),
    ]
)
OPERATORS = st.sampled_from(
    ["+", "-", "*", "/", "^", "&", "=", "<>", ">=", " ", ":", ",", "%", "("]
)


@given(st.lists(st.one_of(OPERANDS, OPERATORS, st.sampled_from(["SUM(", ")", "{", "}", ";"]))))
def test_any_row_of_words_is_understood_or_none(words: list[str]) -> None:
    formula = parse_formula("=" + "".join(words), AT)

    assert formula is None or tree(moved(formula, AT) or "") == formula.tree


@given(st.text(alphabet="A1$:!'\"[]{}(),;+-%^&<>=# .\\RCé表Ee", max_size=60))
def test_any_text_is_understood_or_none(text: str) -> None:
    formula = parse_formula(text, AT)

    assert formula is None or moved(formula, AT) is not None


@given(st.integers(min_value=0))
def test_words_are_those_of_openpyxl(seed: int) -> None:
    text = Writer(Random(seed)).formula()  # noqa: S311
    theirs = [token.value for token in Tokenizer(text).items if token.type != TheirToken.WSPACE]

    ours = [token.text + "(" * (token.kind.name == "FUNCTION") for token in tokenize(text)]

    assert ours == [*theirs, ""]


@given(st.integers(min_value=0))
def test_a_formula_written_again_is_the_same(seed: int) -> None:
    formula = parse_formula(Writer(Random(seed)).formula(), AT)  # noqa: S311

    assert formula is not None
    assert tree(moved(formula, AT) or "") == formula.tree
