"""Figures of two periods in two units of money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.facts import Fact
from statlint.facts.blank import blank_form
from statlint.form import build_form
from statlint.history.units import in_unit_of, restated, units_differ
from statlint.values import Figure, Number


def cell(unit: str | None, value: Number | None, written: str | None = None) -> Fact:
    head = {"key": "h", "label": "h", "kind": "amount", **({"unit": unit} if unit else {})}
    table = {"key": "t", "title": "t", "line": [{"key": "l", "label": "l"}], "head": [head]}
    form = build_form({"id": "made", "title": "t", "source": "t", "table": [table]}, "made")
    (facts,) = blank_form(form)[1]
    (blank,) = facts
    if value is None:
        return blank
    (filled,) = facts.reading_as({blank: Figure(value, str(value), unit=written)})
    return filled


@pytest.mark.parametrize(
    ("before", "found"),
    [
        pytest.param(cell("元", 124_000), Decimal("12.4"), id="元 before"),
        pytest.param(cell("元", 120_000), 12, id="a whole number of 万元"),
        pytest.param(cell("亿元", 3), 30_000, id="亿元 before"),
        pytest.param(cell("万元", 12), 12, id="the same"),
        pytest.param(cell(None, 12), 12, id="no unit"),
        pytest.param(cell("件", 12), 12, id="no money"),
        pytest.param(cell("万元", 124_000, written="元"), Decimal("12.4"), id="元 in the cell"),
        pytest.param(cell("万元", None), None, id="a blank"),
    ],
)
def test_an_earlier_figure_is_taken_in_the_unit_of_now(before: Fact, found: Number | None) -> None:
    assert in_unit_of(cell("万元", 1), before) == found


def test_units_differ_only_where_both_are_of_money() -> None:
    assert units_differ(cell("万元", 1), cell("元", 1))
    assert not units_differ(cell("万元", 1), cell(None, 1))


@pytest.mark.parametrize(
    ("other", "text", "value", "unit"),
    [
        pytest.param(cell("元", 124_000), "12.4万元 (124000元)", Decimal("12.4"), "万元", id="元"),
        pytest.param(cell("亿元", 3), "30000万元 (3亿元)", 30_000, "万元", id="亿元"),
        pytest.param(
            cell("万元", 50_000, written="元"), "5万元 (50000)", 5, "万元", id="元 in the cell"
        ),
        pytest.param(cell("万元", 12), "12", 12, "万元", id="the same"),
        pytest.param(cell(None, 12), "12", 12, None, id="no unit"),
    ],
)
def test_what_is_added_up_is_restated_in_one_unit(
    other: Fact, text: str, value: Number, unit: str | None
) -> None:
    found = restated(other, cell("万元", 1))

    assert found.figure is not None
    assert (found.text, found.figure.value, found.measure.unit) == (text, value, unit)


def test_a_blank_has_nothing_to_restate() -> None:
    blank = cell("元", None)

    assert restated(blank, cell("万元", 1)) is blank
