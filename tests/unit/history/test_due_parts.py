"""Which parts of a whole are missing, by the list of the units that are due."""

from __future__ import annotations

import pytest

from statlint.facts import Filing
from statlint.finding import Reason
from statlint.history import PassedOver, Relation
from statlint.history.card import Card
from statlint.history.due_parts import missing_parts
from statlint.history.unit_names import unit_key
from statlint.values.due_units import DueUnit

WHOLE = "舒城县人民政府"
TOWNS = ("城关镇", "晓天镇", "桃溪镇")


def cards(*units: str) -> list[Card]:
    return [Card(f"{one}.csv", None, None, one, unit_key(one), "", _unread) for one in units]


def _unread() -> Filing:
    raise AssertionError


def missing(
    due: tuple[str, ...], parts: tuple[str, ...], whole: str = WHOLE, useless: tuple[str, ...] = ()
) -> list[str]:
    unread = [PassedOver(one, Relation.PARTS, Reason.NOT_READ_ELSEWHERE) for one in useless]
    units = [DueUnit(name) for name in due]
    (own,) = cards(whole)
    return [one.unit_name for one in missing_parts(units, own, cards(*parts), unread)]


@pytest.mark.parametrize(
    ("due", "parts", "expected"),
    [
        pytest.param(TOWNS, TOWNS[:2], ["桃溪镇"], id="one"),
        pytest.param(TOWNS, TOWNS, [], id="none"),
        pytest.param((WHOLE, *TOWNS), TOWNS, [], id="the whole is no part of itself"),
        pytest.param(
            TOWNS, ("城关镇", "晓天镇政府", "甲镇"), [], id="a part that is not on the list"
        ),
        pytest.param(TOWNS, TOWNS[:1], [], id="fewer than half of the list"),
        pytest.param((), TOWNS, [], id="no list"),
        pytest.param(
            ("舒城县城关镇", "舒城县晓天镇", "舒城县桃溪镇", "霍山县城关镇", "霍山县衡山镇"),
            TOWNS[:2],
            ["舒城县桃溪镇"],
            id="towns of another county",
        ),
    ],
)
def test_units_without_a_part(
    due: tuple[str, ...], parts: tuple[str, ...], expected: list[str]
) -> None:
    assert missing(due, parts) == expected


def test_a_file_that_cannot_be_read_is_there() -> None:
    assert missing(TOWNS, TOWNS[:2], useless=("d/桃溪镇.xlsx",)) == []


def test_a_whole_without_a_name() -> None:
    assert missing(TOWNS, TOWNS[:2], whole="") == ["桃溪镇"]
