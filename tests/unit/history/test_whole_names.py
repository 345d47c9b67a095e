"""To which of several wholes a part belongs."""

from __future__ import annotations

import pytest

from statlint.facts import Filing
from statlint.history.card import Card
from statlint.history.unit_names import unit_key
from statlint.history.whole_names import are_several, places_in, says_whose


def card(unit: str, path: str = "a.csv") -> Card:
    return Card(path, None, None, unit, unit_key(unit), "", _unread)


def _unread() -> Filing:
    raise AssertionError


def test_files_are_called_after_places_or_lie_in_folders_that_are() -> None:
    paths = ["d/舒城县2024年报告.xlsx", "霍山县/2024.xlsx", "notes.xlsx", "d/教育局.xlsx"]

    assert places_in(paths) == {"舒城县", "霍山县"}


@pytest.mark.parametrize(
    ("unit", "places", "expected"),
    [
        pytest.param("舒城县人民政府", {"舒城县", "霍山县"}, True, id="two counties"),
        pytest.param("安徽省六安市舒城县", {"舒城县"}, False, id="itself"),
        pytest.param("舒城县", {"六安市"}, False, id="of another rank"),
        pytest.param("教育局", {"舒城县"}, False, id="no place"),
    ],
)
def test_wholes_of_one_rank_are_several(unit: str, places: set[str], *, expected: bool) -> None:
    assert are_several(card(unit), places) is expected


@pytest.mark.parametrize(
    ("unit", "path", "expected"),
    [
        pytest.param("舒城县城关镇", "a.csv", True, id="before its name"),
        pytest.param("城关镇", "舒城县/a.csv", True, id="its folder"),
        pytest.param("城关镇", "towns/a.csv", False, id="not at all"),
    ],
)
def test_a_part_says_whose_it_is(unit: str, path: str, *, expected: bool) -> None:
    assert says_whose(card(unit, path), card("舒城县人民政府")) is expected
