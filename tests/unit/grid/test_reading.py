"""What a stored cell says as a figure: exact, in per cent where it is shown so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statlint.grid import read_cell
from statlint.values import Blank, CellRef, Figure, Flaw, Mark, Number, Trait, Unreadable
from statlint.workbook import Cell, CellKind

A1 = CellRef(1, 1)


def number(value: Number | None, number_format: str | None = None) -> Cell:
    return Cell(A1, CellKind.NUMBER, str(value), value, number_format)


def text(written: str) -> Cell:
    return Cell(A1, CellKind.TEXT, written)


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        pytest.param(124, "General", Figure(124, "124"), id="a whole number"),
        pytest.param(
            Decimal("18.8710"),
            None,
            Figure(Decimal("18.8710"), "18.8710", decimals=4),
            id="an amount",
        ),
        pytest.param(-4, "0_);(0)", Figure(-4, "-4", shown=-4), id="shown in brackets"),
        pytest.param(
            Decimal("0.987"),
            "0.0%",
            Figure(Decimal("98.7"), "98.7%", "%", decimals=1, shown=Decimal("98.7")),
            id="shown in per cent",
        ),
        pytest.param(1, "0%", Figure(100, "100%", "%", shown=100), id="a whole shown in per cent"),
        pytest.param(
            Decimal("0.5"),
            "0.00%;[Red]-0.00%",
            Figure(50, "50.00%", "%", decimals=2, shown=Decimal("50.00")),
            id="a format of two sections",
        ),
        pytest.param(
            Decimal("0.98765"),
            "0.0%",
            Figure(Decimal("98.765"), "98.8%", "%", decimals=1, shown=Decimal("98.8")),
            id="more decimals than shown",
        ),
        pytest.param(
            Decimal("98.7"),
            '0.0"%"',
            Figure(Decimal("98.7"), "98.7", "%", decimals=1, shown=Decimal("98.7")),
            id="a sign that is only printed",
        ),
        pytest.param(
            Decimal("98.7"),
            "0.0\\%",
            Figure(Decimal("98.7"), "98.7", "%", decimals=1, shown=Decimal("98.7")),
            id="an escaped sign",
        ),
        pytest.param(30, "0.0", Figure(30, "30", shown=Decimal("30.0")), id="zeros that are shown"),
    ],
)
def test_a_number_is_read_as_shown(
    value: Number, number_format: str | None, expected: Figure
) -> None:
    assert read_cell(number(value, number_format), text_file=False) == expected


@pytest.mark.parametrize(
    ("kind", "written", "flaw"),
    [
        (CellKind.BOOLEAN, "TRUE", Flaw.BOOLEAN),
        (CellKind.DATE, "2018-01-11", Flaw.DATE),
        (CellKind.ERROR, "#REF!", Flaw.ERROR_VALUE),
        (CellKind.ERROR, "#N/A", Flaw.ERROR_VALUE),
        (CellKind.NO_RESULT, "=SUM(B1:B9)", Flaw.NO_RESULT),
    ],
)
def test_other_kinds_are_no_figures(kind: CellKind, written: str, flaw: Flaw) -> None:
    assert read_cell(Cell(A1, kind, written), text_file=False) == Unreadable(written, flaw)


def test_a_number_without_a_value_is_a_blank() -> None:
    assert read_cell(number(None), text_file=False) == Blank()


@pytest.mark.parametrize(
    ("written", "text_file", "expected"),
    [
        pytest.param("12", True, Figure(12, "12"), id="a figure of a text file"),
        pytest.param(
            "12", False, Figure(12, "12", traits=frozenset({Trait.STORED_AS_TEXT})), id="a figure"
        ),
        pytest.param("—", False, Mark("—"), id="a mark"),
        pytest.param(" ", False, Blank(" "), id="a blank"),
        pytest.param("约12", False, Unreadable("约12", Flaw.INEXACT), id="no figure"),
    ],
)
def test_a_text_is_read_by_its_signs(written: str, text_file: bool, expected: object) -> None:  # noqa: FBT001
    assert read_cell(text(written), text_file=text_file) == expected


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("0.00", Decimal("1.005"), "1.01"),
        ("0.00", Decimal("-1.005"), "-1.01"),
        ("#,##0", Decimal("1234.5"), "1235"),
        ("0.0#", Decimal("1.50"), "1.5"),
        ("0.0#", 1, "1.0"),
        ("0.##", Decimal("1.999"), "2"),
        ("0.00_ ;[Red]\\-0.0\\ ", Decimal("-1.25"), "-1.3"),
        ('0.0"万元"', Decimal("1.25"), "1.3"),
        ("¥#,##0.00", Decimal("1.5"), "1.50"),
    ],
)
def test_a_format_with_fixed_decimals_shows_rounded_figures(
    number_format: str, value: Number, shown: str
) -> None:
    found = read_cell(number(value, number_format), text_file=False)

    assert isinstance(found, Figure)
    assert (found.value, str(found.shown)) == (value, shown)


@pytest.mark.parametrize(
    "number_format",
    [
        "General",
        "@",
        "G/通用格式",
        "0.00E+00",
        "# ?/?",
        "yyyy\\-mm",
        "0.0,",
        "0,.0",
        "h:mm",
        "0!.0,",
        "0 0",
        "",
    ],
)
def test_other_formats_fix_no_decimals(number_format: str) -> None:
    assert read_cell(number(30, number_format), text_file=False) == Figure(30, "30")


def test_what_is_stored_and_what_is_displayed_have_their_own_decimals() -> None:
    stored = read_cell(number(Decimal("0.98734"), "0.0%"), text_file=False)
    spare = read_cell(number(Decimal("0.99"), "0.0%"), text_file=False)

    assert isinstance(stored, Figure)
    assert isinstance(spare, Figure)
    assert (stored.stored, stored.displayed) == (
        (Decimal("98.734"), 3),
        (Decimal("98.7"), 1),
    )
    assert (spare.stored, spare.rounder, stored.rounder) == ((99, 1), False, True)


@given(st.integers(min_value=-(10**40), max_value=10**40), st.integers(min_value=0, max_value=40))
@example(digits=12345678901234567890123456789012345, places=30)
def test_per_cent_are_exact_however_long(digits: int, places: int) -> None:
    value = Decimal(f"{digits}E-{places}")
    found = read_cell(number(value, "0.00%"), text_file=False)

    assert isinstance(found, Figure)
    assert found.value == Decimal(f"{digits}E{2 - places}")
