"""Which forms are of one reporting unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.facts import Filing
from statlint.history.card import Card, card_of, other_unit, same_unit
from tables import filled_of, form_of, table_of

FILLED = filled_of(form_of(table_of(["a A"], ["x X"])), "Case,X\nA,1")


def card(path: str, unit: str = "") -> Card:
    return card_of(Filing(path, replace(FILLED, unit_name=unit or None), ()))


@pytest.mark.parametrize(
    ("one", "other", "units"),
    [
        pytest.param(("a.csv", "舒城县"), ("b.csv", "舒城县"), "same", id="one name"),
        pytest.param(
            ("a.csv", "六安市舒城县人民政府"), ("b.csv", "舒城县"), "same", id="a longer name"
        ),
        pytest.param(("a.csv", "舒城县"), ("a.csv", "霍山县"), "different", id="other names"),
        pytest.param(("2024/舒城县.csv", "舒城县"), ("舒城县2023年.csv", ""), "same", id="a file"),
        pytest.param(("2024.csv", "舒城县"), ("2023.csv", ""), "unknown", id="a file of no name"),
        pytest.param(("shucheng-2024.csv", ""), ("shucheng-2023.csv", ""), "same", id="files"),
        pytest.param(("2024.csv", ""), ("2023.csv", ""), "unknown", id="nothing"),
    ],
)
def test_units_are_told_by_their_names(
    one: tuple[str, str], other: tuple[str, str], units: str
) -> None:
    assert same_unit(card(*one), card(*other)) is (units == "same")
    assert other_unit(card(*one), card(*other)) is (units == "different")
