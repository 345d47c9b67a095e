"""A form tells which wrong figures its equations can tell."""

from __future__ import annotations

import pytest

from statlint.diagnosis.proof import Proof, proofs_of
from tables import Entry, form_of, table_of

LINES = ["a A", "b B", "total Total"]
HEADS = ["x X", "y Y", "all All"]
DOWN = {"id": "D", "rule": "a + b = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y = all", "per": "line"}
BOUND = {"id": "P", "rule": "a <= total", "per": "head"}
DOUBLED = {"id": "W", "rule": "x + 2 * y = all", "per": "line"}
ONCE = {"id": "O", "rule": "a.x = b.y"}


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([DOWN, ACROSS], Proof("table", 9, 0, 0), id="sums both ways"),
        pytest.param([DOWN], Proof("table", 0, 9, 0), id="sums one way"),
        pytest.param([DOUBLED], Proof("table", 0, 9, 0), id="weights one way"),
        pytest.param([BOUND], Proof("table", 0, 0, 9), id="no equation"),
        pytest.param([DOWN, ONCE], Proof("table", 2, 7, 0), id="an equation between two cells"),
    ],
)
def test_cells_are_counted_by_what_is_proven(edits: list[Entry], expected: Proof) -> None:
    form = form_of(table_of(LINES, HEADS, *edits))

    assert proofs_of(form) == (expected,)


def test_each_table_has_its_own_proof() -> None:
    between = {"id": "B", "rule": "one.a.x = two.a.x"}
    one = table_of(LINES, HEADS, DOWN, key="one")
    two = table_of(LINES, HEADS, DOWN | {"id": "E"}, key="two")
    form = form_of(one, two, edit=[between])

    assert proofs_of(form) == (Proof("one", 1, 8, 0), Proof("two", 1, 8, 0))


def test_an_open_table_depends_on_what_is_filled_in() -> None:
    lines: list[str | Entry] = [{"key": "unit", "label": "Unit", "repeat": True}, "total Total"]
    heads: list[str | Entry] = [{"key": "name", "label": "Name", "names": "unit"}, "x X"]
    form = form_of(table_of(lines, heads))

    assert proofs_of(form) == ()
