"""What one changed cell would mend."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statlint.confront import Instance, mender_of, repairs
from tables import Entry, confrontation_of, form_of, table_of

HEADS: list[str | Entry] = ["x X", "y Y", {"key": "s", "label": "Share", "kind": "share"}]


def failed(rule: str, cells: str, **edit: object) -> Instance:
    """Confront one edit with the lines a and b under the heads x and y and a share."""
    form = form_of(table_of(["a A", "b B"], HEADS, {"rule": rule, **edit}))
    one, other = cells.split(" ")
    (instance,) = confrontation_of(form, f",X,Y,Share\nA,{one}\nB,{other}").instances
    assert instance.fails
    return instance


def told(instance: Instance) -> dict[str, Fraction]:
    return {str(fact.cell): change for fact, change in repairs(instance)}


@pytest.mark.parametrize(
    ("rule", "cells", "expected"),
    [
        pytest.param("a.x = b.x", "5,1,0 3,1,0", {"B2": -2, "B3": 2}, id="an equation"),
        pytest.param(
            "2 * a.x = b.x + a.y",
            "5,1,0 3,1,0",
            {"B2": -3, "B3": 6, "C2": 6},
            id="with weights",
        ),
        pytest.param(
            "a.s = 100 * a.x / b.x",
            "1,0,34.3 3,0,0",
            {"D2": Fraction(-1)},
            id="a share: what it should say",
        ),
        pytest.param("a.x <= b.x", "5,1,0 3,1,0", {}, id="an inequality"),
        pytest.param("a.s = 100 * a.x / b.x", "1,0,34.3 0,0,0", {}, id="a share of nothing"),
    ],
)
def test_the_changes_that_mend_an_edit(
    rule: str, cells: str, expected: dict[str, Fraction]
) -> None:
    assert told(failed(rule, cells)) == expected


@pytest.mark.parametrize(
    ("rule", "cells", "change", "mended"),
    [
        pytest.param("a.x = b.x", "5,1,0 3,1,0", -2, True, id="an equation"),
        pytest.param("a.x = b.x", "5,1,0 3,1,0", -1, False, id="not by another change"),
        pytest.param("a.x <= b.x", "5,1,0 3,1,0", -2, True, id="an inequality"),
        pytest.param("a.x <= b.x", "5,1,0 3,1,0", -1, False, id="still too large"),
        pytest.param("if a.x > 4 then b.x = 0", "5,1,0 3,1,0", -1, True, id="a condition"),
        pytest.param("a.s = 100 * a.x / b.x", "5,0,50.0 8,0,0", -1, True, id="a part of a share"),
        pytest.param("a.s = 100 * a.x / b.x", "5,0,50.0 8,0,0", 1, False, id="away from the share"),
        pytest.param(
            "a.x <= b.x", "5,1,0 3,1,0", Fraction(-7, 3), False, id="by what no cell can say"
        ),
        pytest.param("a.x <= b.x", "5,1,0 3,1,0", Fraction(-9, 4), True, id="by what has decimals"),
    ],
)
def test_whether_one_cell_mends_an_edit(
    rule: str,
    cells: str,
    change: Fraction,
    mended: bool,  # noqa: FBT001
) -> None:
    instance = failed(rule, cells)
    (cell,) = (fact for fact in instance.facts if str(fact.cell) == "B2")

    assert mender_of(instance)(cell, Fraction(change)) is mended


def test_a_sum_of_shares_is_mended_as_far_as_rounding_asks() -> None:
    instance = failed("a.s + b.s = 100", "1,1,40.0 1,1,50.0", kind="shares")
    (cell, _) = instance.facts
    mends = mender_of(instance)

    assert [mends(cell, Fraction(change)) for change in ("9.8", "9.9", "10", "10.1", "10.2")] == [
        False,
        True,
        True,
        True,
        False,
    ]
