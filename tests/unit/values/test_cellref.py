"""Cell references come back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import CellRange, CellRef, column_letters, column_number

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
REFS = st.builds(
    CellRef,
    row=st.integers(min_value=1, max_value=LAST_ROW),
    column=st.integers(min_value=1, max_value=LAST_COLUMN),
)


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (LAST_COLUMN, "XFD")],
)
def test_columns_are_lettered_as_in_excel(number: int, letters: str) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


def test_there_is_no_column_before_the_first() -> None:
    with pytest.raises(ValueError, match="column numbers start at 1, not 0"):
        column_letters(0)


@given(REFS)
def test_a_reference_survives_a_round_trip(ref: CellRef) -> None:
    assert CellRef.parse(str(ref)) == ref


@given(REFS, REFS)
def test_a_range_survives_a_round_trip(first: CellRef, last: CellRef) -> None:
    range_ = CellRange(first, last)

    assert CellRange.parse(str(range_)) == range_


def test_small_letters_are_read() -> None:
    assert CellRef.parse("d27") == CellRef(27, 4)


@pytest.mark.parametrize(
    "text", ["", "D", "27", "D0", "D-1", "27D", "ABCD1", "D27 ", "Ｄ27", "D２７"]
)
def test_anything_else_is_no_reference(text: str) -> None:
    with pytest.raises(ValueError, match="is not a cell reference"):
        CellRef.parse(text)


def test_a_single_cell_is_a_range_of_its_own() -> None:
    cell = CellRef(3, 1)

    assert str(CellRange(cell, cell)) == "A3"
    assert CellRange.parse("A3") == CellRange(cell, cell)


@pytest.mark.parametrize(
    ("cell", "inside"),
    [
        ("B2", True),
        ("C3", True),
        ("D4", True),
        ("A3", False),
        ("E3", False),
        ("C1", False),
        ("C5", False),
    ],
)
def test_a_range_knows_its_cells(cell: str, inside: bool) -> None:  # noqa: FBT001
    assert (CellRef.parse(cell) in CellRange.parse("B2:D4")) is inside


def test_a_range_around_others_holds_all_of_them() -> None:
    ranges = map(CellRange.parse, ("C2:D3", "B5", "E1:E2"))

    assert CellRange.around(ranges) == CellRange.parse("B1:E5")


def test_references_are_ordered_row_by_row() -> None:
    written = ["B1", "A2", "AA1", "A1", "A10"]

    assert [str(ref) for ref in sorted(map(CellRef.parse, written))] == [
        "A1",
        "B1",
        "AA1",
        "A2",
        "A10",
    ]
