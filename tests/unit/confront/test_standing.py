"""Places reckoned where cells are missing."""

from __future__ import annotations

import pytest

from statlint.confront.quantity import UNKNOWN
from statlint.confront.scene import Scene
from statlint.confront.standing import standing, ways
from statlint.facts import Fact
from statlint.form import Call, Name
from tables import facts_of, form_of, table_of

CALL = Call("place", (Name(("a",)), Name(("a",)), Name(("b",))))
FACTS = facts_of(form_of(table_of(["a A", "b B"], ["x X", "y Y"])), ",X,Y\nA,1,2\nB,3,4")


def scene_with(*lines: str) -> Scene:
    """Make a scene that has only some of the cells under the first head."""

    def resolve(name: Name) -> Fact | None:
        return FACTS.get(name.parts[0], "x") if name.parts[0] in lines else None

    return Scene(resolve, lambda span: (span.first, span.last))


def test_a_place_among_cells_that_are_there() -> None:
    assert standing(CALL, scene_with("a", "b")).value == 2


def test_no_place_can_be_told_without_the_figure_or_one_of_the_others() -> None:
    assert standing(CALL, scene_with("b")) == UNKNOWN
    assert standing(CALL, scene_with("a")) == UNKNOWN


TIMES = """,Time,Place
A,12.5,3
B,11.9,1
C,12.1,2
D,,
E,12.5,3
F,13.0,5
"""


@pytest.mark.parametrize(
    ("function", "places"),
    [
        ("place_low", [3, 1, 2, None, 3, 5]),
        ("dense_low", [3, 1, 2, None, 3, 4]),
    ],
)
def test_the_lowest_has_the_first_place(function: str, places: list[int | None]) -> None:
    lines = [f"{key} {key.upper()}" for key in "abcdef"]
    facts = facts_of(form_of(table_of(lines, ["time Time", "place Place"])), TIMES)
    scene = Scene(
        lambda name: facts.get(name.parts[0], "time"), lambda span: (span.first, span.last)
    )
    among = tuple(Name((key,)) for key in "abcdef")

    found = [standing(Call(function, (one, *among)), scene).value for one in among]

    assert found == places


def test_ways_to_count_ties_go_in_one_direction() -> None:
    assert ways(CALL) == ("place", "dense")
    assert ways(Call("dense_low", CALL.arguments)) == ("place_low", "dense_low")
