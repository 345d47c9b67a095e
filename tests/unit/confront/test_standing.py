"""Places reckoned where cells are missing."""

from __future__ import annotations

from statlint.confront.quantity import UNKNOWN
from statlint.confront.scene import Scene
from statlint.confront.standing import standing
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
