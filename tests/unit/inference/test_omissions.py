"""Blanks in which two sums lack the same figure."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.omissions import omissions
from statlint.inference.residuals import residuals
from statlint.inference.sight import Sight

DOWN = Relation(Operator.SUM, Axis.LINES, 2, (0, 1), (0, 1, 2), 30.0)
ACROSS = Relation(Operator.SUM, Axis.HEADS, 2, (0, 1), (0, 1, 2), 30.0)
MEAN = Relation(Operator.AVERAGE, Axis.HEADS, 2, (0, 1), (0, 1, 2), 30.0)


def gone_from(rows: str, *relations: Relation) -> list[tuple[int, ...]]:
    sight = Sight(layout_of(f"Name,Men,Women,All\n{rows}"))
    seen = [(one, list(residuals(one, sight, [sight] * len(one.parts)))) for one in relations]
    found = omissions(seen, sight)
    return [found.at(one) for one in relations]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        pytest.param("A,11,22,33\nB,44,,99\nAll,55,77,132", [(1,), (1,)], id="a figure left out"),
        pytest.param("A,11,22,33\nB,44,,44\nAll,55,22,77", [(), ()], id="a blank for nothing"),
        pytest.param("A,11,22,33\nB,44,..,99\nAll,55,77,132", [(), ()], id="a figure withheld"),
        pytest.param("A,11,22,33\nB,44,—,99\nAll,55,77,132", [(1,), (1,)], id="a dash"),
        pytest.param("A,11,22,33\nB,44,—,44\nAll,55,22,77", [(), ()], id="a dash for nothing"),
        pytest.param("A,11,22,33\nB,44,,99\nAll,55,67,122", [(), ()], id="other amounts"),
        pytest.param("A,11,,33\nB,44,,99\nAll,55,77,132", [(), ()], id="two figures left out"),
        pytest.param("A,11,22,33\nB,44,,80\nAll,55,58,113", [(1,), (1,)], id="any figure"),
        pytest.param("A,11,22,33\nB,44,5S,99\nAll,55,77,132", [(1,), (1,)], id="a text"),
        pytest.param("A,11,22,33\nB,44,SS,99\nAll,55,67,122", [(), (1,)], id="a text in one sum"),
        pytest.param("A,11,22,33\nB,44,5S,98\nAll,55,67,122", [(), ()], id="a text like no gap"),
    ],
)
def test_a_line_and_a_column_lack_the_same_figure(rows: str, places: list[tuple[int, ...]]) -> None:
    assert gone_from(rows, DOWN, ACROSS) == places


def test_one_sum_alone_asks_for_nothing() -> None:
    assert gone_from("A,11,22,33\nB,44,,99\nAll,55,77,132", DOWN, MEAN) == [(), ()]
