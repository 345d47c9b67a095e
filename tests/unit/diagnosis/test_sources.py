"""Tests of which figures of a table beside stand in the place of a cell."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation
from statlint.diagnosis.sources import tables_beside
from statlint.diagnosis.systems import survey
from tables import Entry, confrontation_of, form_of, table_of

ONE = "Table one\n,Men,Women,All\nNorth,1,2,3\nSouth,4,5,9\nWest,6,7,13\n"
LINES = ("a North", "b South", "c West")
HEADS = ("x Men", "y Women", "z All")
SUM = {"id": "S", "rule": "x + y = z", "per": "line"}


def confronted(table: Entry, title: str, text: str) -> Confrontation:
    return confrontation_of(form_of({**table, "title": title}), text)


def standing(other: Entry, text: str) -> dict[str, int]:
    """Give what stands in another table in the place of each cell of the first."""
    one = confronted(table_of(LINES, HEADS, key="one"), "Table one", ONE)
    two = confronted(other, "Table two", text)
    return {
        f"{fact.line.key}.{fact.head.key}": int(figure)
        for name, figures in tables_beside([*one.facts, *two.facts], {"one"})
        for fact, figure in figures.items()
        if name.en == "Table two"
    }


@pytest.mark.parametrize(
    ("lines", "heads", "text", "expected"),
    [
        pytest.param(
            ("p South", "q North", "r East"),
            ("k Kept", "x Men", "y Women"),
            "Table two\n,Kept,Men,Women\nSouth,3,40,50\nNorth,4,10,20\nEast,5,70,80\n",
            {"a.x": 10, "a.y": 20, "b.x": 40, "b.y": 50},
            id="lines and heads by label",
        ),
        pytest.param(
            ("p North", "q South", "r West"),
            ("x Open", "y Shut"),
            "Table two\n,Open,Shut\nNorth,10,20\nSouth,30,40\nWest,50,60\n",
            {"a.x": 10, "a.y": 20, "b.x": 30, "b.y": 40, "c.x": 50, "c.y": 60},
            id="heads in order",
        ),
        pytest.param(
            ("p Wheat", "q Rye"),
            ("x Men", "y Women", "z All"),
            "Table two\n,Men,Women,All\nWheat,10,20,30\nRye,30,,70\n",
            {"a.x": 10, "a.y": 20, "a.z": 30, "b.x": 30, "b.z": 70},
            id="lines in order, a blank left out",
        ),
        pytest.param(
            ("p Wheat", "q Rye"),
            ("x Open", "y Shut"),
            "Table two\n,Open,Shut\nWheat,10,20\nRye,30,40\n",
            {},
            id="nothing in common",
        ),
    ],
)
def test_what_corresponds_stands_in_the_place_of_a_cell(
    lines: tuple[str, ...], heads: tuple[str, ...], text: str, expected: dict[str, int]
) -> None:
    assert standing(table_of(lines, heads, key="two"), text) == expected


TWO = "Table two\n,Men,Women,Kept\nNorth,10,20,1\nSouth,40,50,2\nWest,60,70,3\n"
KEPT = ("x Men", "y Women", "k Kept")


def test_a_table_in_which_nothing_fails_needs_no_source() -> None:
    one = confronted(table_of(LINES, HEADS, key="one"), "Table one", ONE)
    two = confronted(table_of(LINES, KEPT, key="two"), "Table two", TWO)

    assert list(tables_beside([*one.facts, *two.facts], ())) == []


def test_the_system_knows_its_sources_by_number() -> None:
    wrong = ONE.replace("13", "31")
    one = confronted(table_of(LINES, HEADS, SUM, key="one"), "Table one", wrong)
    two = confronted(table_of(LINES, KEPT, key="two"), "Table two", TWO)
    found = survey([one, two])

    assert found is not None
    (source,) = found.system.sources
    keys = {f"{fact.line.key}.{fact.head.key}": at for at, fact in enumerate(found.facts)}
    assert source.name.en == "Table two"
    assert source.figures[keys["c.y"]] == 70
    assert len(source.figures) == 6
