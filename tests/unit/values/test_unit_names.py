"""Names of units: short and full names are one where nothing else fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.unit_names import match_units, unit_key


def pairs(printed: str, due: str) -> list[str]:
    shown, wanted = printed.split(), due.split()
    return [f"{shown[at]} {wanted[one]}" for at, one in sorted(match_units(shown, wanted).items())]


@pytest.mark.parametrize(
    ("printed", "due", "expected"),
    [
        pytest.param(
            "城关镇 晓天镇", "晓天镇 城关镇", ["城关镇 城关镇", "晓天镇 晓天镇"], id="alike"
        ),
        pytest.param("县财政局", "财政局", ["县财政局 财政局"], id="the level in front"),
        pytest.param("舒城县城关镇", "城关镇", ["舒城县城关镇 城关镇"], id="the county in front"),
        pytest.param("城关镇", "舒城县城关镇", ["城关镇 舒城县城关镇"], id="the list says more"),
        pytest.param(
            "城关镇人民政府", "城关镇", ["城关镇人民政府 城关镇"], id="the government of a town"
        ),
        pytest.param(
            "东街街道", "东街街道办事处", ["东街街道 东街街道办事处"], id="the office of a street"
        ),
        pytest.param("新城关镇", "城关镇", [], id="another town"),
        pytest.param("财政局", "东区财政局 西区财政局", [], id="two would fit"),
        pytest.param("东区财政局 西区财政局", "财政局", [], id="it would fit two"),
        pytest.param("财政局 县财政局", "财政局", ["财政局 财政局"], id="the same name goes first"),
        pytest.param("", "城关镇", [], id="nothing printed"),
    ],
)
def test_names_are_matched(printed: str, due: str, expected: list[str]) -> None:
    assert pairs(printed, due) == expected


@given(st.lists(st.text("城关晓天县财政局镇 ", max_size=5), max_size=6), st.data())
def test_no_unit_is_matched_by_two_others_names(due: list[str], data: st.DataObject) -> None:
    printed = data.draw(st.permutations(due))

    matched = match_units(printed, due)

    assert all(unit_key(printed[at]) == unit_key(due[one]) for at, one in matched.items())
    assert set(matched) == set(range(len(due)))
