"""Formulas as seen from their own cells, and copied to others."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from random_formulas import Writer
from statlint.formula.model import Formula
from statlint.formula.parse import parse_formula
from statlint.formula.relative import moved, relative, write_reference
from statlint.values import CellRef

AT = CellRef.parse("E5")


def parsed(text: str, at: CellRef = AT) -> Formula:
    formula = parse_formula(text, at)
    assert formula is not None, text
    return formula


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=SUM(E1:E4)", "SUM(R[-4]C:R[-1]C)", id="a column above"),
        pytest.param("=A5/$A$1", "RC[-4]/R1C1", id="a cell that stays"),
        pytest.param("=A$1*$B2", "R1C[-4]*R[-3]C2", id="a row or column that stays"),
        pytest.param(
            "=sum( E1 , E2 )", "SUM(R[-4]C,R[-3]C)", id="capitals and spaces do not count"
        ),
        pytest.param('="a b"&E1', '"a b"&R[-4]C', id="but inside a text"),
        pytest.param("=SUM(E:F,$2:3)", "SUM(C:C[1],R2:R[-2])", id="whole columns and rows"),
        pytest.param("='表 二'!E5", "'表 二'!RC", id="another sheet"),
        pytest.param("=Jan:Mar!E5", "Jan:Mar!RC", id="several sheets"),
        pytest.param("='A1'!E5", "'A1'!RC", id="a sheet called as a cell"),
        pytest.param("=[1]S!E5", "[1]S!RC", id="another file"),
        pytest.param("='[b.xlsx]S'!E5", "'[b.xlsx]S'!RC", id="another file by name"),
    ],
)
def test_a_formula_seen_from_its_cell(text: str, expected: str) -> None:
    assert relative(parsed(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=SUM(E1:E4)", "=SUM(F3:F6)", id="a range"),
        pytest.param("=A1/$A$1", "=B3/$A$1", id="a cell that stays"),
        pytest.param("=SUM($E$1:E4)", "=SUM($E$1:F6)", id="a running sum"),
        pytest.param("=SUM(E:E,1:$1)", "=SUM(F:F,$1:3)", id="whole columns and rows"),
        pytest.param("='it''s'!A1", "='it''s'!B3", id="a quote in a sheet's name"),
        pytest.param("=XFD1", None, id="behind the last column"),
        pytest.param("=A1048575", None, id="below the last row"),
    ],
)
def test_a_formula_is_copied(text: str, expected: str | None) -> None:
    assert moved(parsed(text), CellRef.parse("F7")) == expected


def test_a_formula_cannot_be_copied_above_the_first_row() -> None:
    assert moved(parsed("=E1"), CellRef.parse("E4")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("='表 二'!$C$6:c9", "'表 二'!$C$6:C9", id="a range"),
        pytest.param("=B1:$A$2", "$A1:B$2", id="its corners in order"),
        pytest.param("=B:$A", "$A:B", id="whole columns"),
    ],
)
def test_a_reference_is_written(text: str, expected: str) -> None:
    assert write_reference(parsed(text).references[0]) == expected


PLACES = st.builds(CellRef, st.integers(1, 300), st.integers(1, 60))


@given(st.integers(min_value=0), PLACES)
def test_a_copy_reads_the_same_from_its_cell(seed: int, to: CellRef) -> None:
    formula = parsed(Writer(Random(seed)).formula(), CellRef(1, 1))  # noqa: S311
    copy = moved(formula, to)

    assert relative(parsed(copy or "", to)) == relative(formula)


@given(st.integers(min_value=0), PLACES)
def test_a_copy_is_that_of_openpyxl(seed: int, to: CellRef) -> None:
    text = Writer(Random(seed)).formula()  # noqa: S311
    theirs = Translator(text, "A1").translate_formula(str(to))

    copy = moved(parsed(text, CellRef(1, 1)), to)

    assert parsed(copy or "", to).tree == parsed(theirs, to).tree


@given(st.integers(min_value=0), PLACES)
def test_copied_there_and_back(seed: int, to: CellRef) -> None:
    formula = parsed(Writer(Random(seed)).formula(), CellRef(1, 1))  # noqa: S311
    there = parsed(moved(formula, to) or "", to)

    assert moved(there, CellRef(1, 1)) == moved(formula, CellRef(1, 1))
