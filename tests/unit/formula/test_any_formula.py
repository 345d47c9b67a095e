"""Whatever a workbook holds, its formulas are reckoned or left alone, and nothing is raised."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from random_formulas import COLUMNS, OTHER_SHEET, ROWS, Writer
from small_books import formulas_of
from statlint.formula import Reckoned, Unknown
from statlint.formula.parse import parse_formula
from statlint.formula.reads import areas_read
from statlint.formula.relative import moved
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet

NUMBERS: st.SearchStrategy[int | Decimal] = st.one_of(
    st.integers(-5, 5),
    st.integers(-(10**308) * 17 // 10, 10**308 * 17 // 10),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from([Decimal("1E-308"), Decimal("-4.9E-324"), Decimal("1E+307"), 2**53, 10**15]),
)
TEXTS = st.one_of(st.text(max_size=6), st.sampled_from(["", "1E99", "１２", "1/2", "5%", "TRUE"]))
FORMULA = CellRef(ROWS + 1, 1)


@st.composite
def cells(draw: st.DrawFn) -> list[Cell]:
    """Make cells that hold anything."""
    places = st.builds(CellRef, st.integers(1, ROWS), st.integers(1, len(COLUMNS)))
    return [
        Cell(ref, kind, draw(TEXTS), draw(NUMBERS) if kind is CellKind.NUMBER else None)
        for ref in draw(st.sets(places, max_size=30))
        for kind in [draw(st.sampled_from([CellKind.NUMBER, CellKind.NUMBER, *CellKind]))]
    ]


def texts() -> st.SearchStrategy[str]:
    """Make formulas, some of them rows of words only."""
    words = [*"+-*/^&%,:=<> ()", "SUM(", "IF(", "ROUND(", "SUBTOTAL(9,", "A1", "B2:C3", "1E308"]
    rows = st.lists(st.sampled_from(words), max_size=12).map(lambda row: "=" + "".join(row))
    seeds = st.integers(min_value=0)
    return st.one_of(rows, seeds.map(lambda seed: Writer(Random(seed)).formula()))  # noqa: S311


@given(texts(), cells(), NUMBERS, st.booleans())
def test_a_formula_is_reckoned_or_left_alone(
    text: str,
    others: list[Cell],
    stored: int | Decimal,
    as_displayed: bool,  # noqa: FBT001
) -> None:
    own = Cell(FORMULA, CellKind.NUMBER, str(stored), stored, "0.0", text)
    sheets = (Sheet("Sheet1", (*others, own)), Sheet(OTHER_SHEET, tuple(others)))
    formulas = formulas_of(*sheets, as_displayed=as_displayed)

    results = [formulas.reckon(one) for one in formulas.cells()]
    read = [areas_read(one, formulas) for one in formulas.cells()]

    assert [type(result) for result in results] in ([Reckoned], [Unknown])
    assert len(read) == 1


@given(st.text(alphabet="A1$:!'\"[]{}(),;+-%^&<>=# .\\RCé表Ee\n", max_size=80))
def test_any_text_is_a_formula_or_none(text: str) -> None:
    formula = parse_formula(text, FORMULA)

    assert formula is None or moved(formula, FORMULA)


def test_the_deepest_formula_is_reckoned() -> None:
    text = "=" + "IF(1,ROUND(" * 32 + "5" + ",0))" * 32
    own = Cell(FORMULA, CellKind.NUMBER, "5", 5, None, text)
    formulas = formulas_of(Sheet("Sheet1", (own,)))

    assert [formulas.reckon(one) for one in formulas.cells()] == [
        Reckoned("5", agrees=True, number=5)
    ]
