"""Misses of a sum counted by what would explain them."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.one_cause import Causes
from statlint.inference.residuals import Fit, Residual, residuals
from statlint.inference.sight import Sight

DOWN = Relation(Operator.SUM, Axis.LINES, 4, (0, 1, 2, 3), (0, 1, 2, 3, 4), 30.0)
ACROSS = Relation(Operator.SUM, Axis.HEADS, 4, (0, 1, 2, 3), (0, 1, 2, 3, 4), 30.0)
TABLE = """
District,Filed,Closed,Passed on,Returned,All
North,126,308,283,71,788
South,194,314,247,325,1080
West,302,38,315,11,666
East,245,137,287,124,793
All,867,797,1132,531,3327
"""


def counted(changes: dict[str, str], *others: Relation, relation: Relation = DOWN) -> int:
    """Count the events behind the misses of a table in which some lines are others."""
    rows = (row.split(",", 1) for row in TABLE.strip().splitlines())
    layout = layout_of("\n".join(f"{name},{changes.get(name, row)}" for name, row in rows))
    sight = Sight(layout)
    found = residuals(relation, sight, [sight] * len(relation.parts))
    missed = [one for one in found if one.fit is Fit.MISS]
    return Causes([relation, *others], sight).count(relation, missed)


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        pytest.param({}, 0, id="nothing missed"),
        pytest.param({"West": "302,83,315,11,666"}, 1, id="one figure"),
        pytest.param({"South": "314,194,247,325,1080"}, 1, id="two neighbours exchanged"),
        pytest.param({"All": "797,867,1132,531,3327"}, 1, id="two totals exchanged"),
        pytest.param({"South": "194,325,247,314,1080"}, 1, id="two that are apart exchanged"),
        pytest.param({"South": "314,194,325,247,1080"}, 2, id="two pairs exchanged"),
        pytest.param({"South": "174,334,247,325,1080"}, 2, id="as much less as more"),
        pytest.param({"West": "302,138,315,11,766"}, 1, id="a total reckoned anew"),
        pytest.param({"West": "302,138,325,11,776"}, 2, id="a total of two reckoned anew"),
        pytest.param({"West": "302,138,315,11,676"}, 2, id="a total that is wrong besides"),
        pytest.param({"South": "0,194,314,247,325"}, 1, id="a line moved on"),
        pytest.param({"South": "314,247,325,1080,0"}, 1, id="a line moved back"),
        pytest.param({"South": "0,195,313,246,326"}, 5, id="a line written anew"),
        pytest.param(
            {"North": "136,308,283,71,788", "South": "194,334,247,325,1080"}, 2, id="two figures"
        ),
    ],
)
def test_events_are_counted_and_not_places(changes: dict[str, str], count: int) -> None:
    assert counted(changes, ACROSS) == count


def test_the_same_gap_twice_is_two_events_where_no_total_carries_it_on() -> None:
    assert counted({"West": "302,138,315,11,766"}) == 2


def test_lines_exchanged_in_a_column_are_one_event() -> None:
    changes = {"North": "126,314,283,71,788", "South": "194,308,247,325,1080"}

    assert counted(changes, DOWN, relation=ACROSS) == 1


def test_a_blank_is_in_no_place_of_another() -> None:
    changes = {"North": "126,,283,71,788", "South": "194,700,169,325,1080"}

    assert counted(changes, ACROSS) == 2


def test_relations_that_tell_no_figures_are_counted_one_by_one() -> None:
    untold = [Residual(position, Fit.MISS, 3 + position, 4) for position in (0, 1)]
    mean = Relation(Operator.AVERAGE, Axis.LINES, 4, (0, 1, 2, 3), (0, 1, 2, 3, 4), 30.0)
    sight = Sight(layout_of(TABLE.strip()))

    assert Causes([mean], sight).count(mean, untold) == 2
