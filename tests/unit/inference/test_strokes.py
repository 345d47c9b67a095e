"""Totals that only their label shows, one stroke of a key away from the sum of their parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.sight import Sight
from statlint.inference.strokes import mended_by_a_stroke

RIGHT = "Region,Visits\nNorth,43127\nSouth,21905\nWest,88131\nTotal,153163"


def mended(table: str, *known: Relation) -> list[tuple[Axis, int, tuple[int, ...]]]:
    found = mended_by_a_stroke(known, Sight(layout_of(table)))
    return [(one.axis, one.aggregate, one.parts) for one in found]


@pytest.mark.parametrize(
    ("was", "written"),
    [
        pytest.param("153163", "158163", id="a digit of the total replaced"),
        pytest.param("153163", "15316", id="a digit of the total dropped"),
        pytest.param("21905", "29105", id="two digits of a part swapped"),
        pytest.param("21905", "-21905", id="a minus before a part"),
    ],
)
def test_a_total_one_stroke_off_is_found(was: str, written: str) -> None:
    assert mended(RIGHT.replace(was, written)) == [(Axis.LINES, 3, (0, 1, 2))]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(RIGHT, id="right"),
        pytest.param(RIGHT.replace("153163", "190000"), id="off by more than a stroke"),
        pytest.param(RIGHT.replace("Total", "East").replace("153163", "158163"), id="no total"),
        pytest.param(RIGHT.replace("21905", ""), id="a part is missing"),
        pytest.param(RIGHT.replace("153163", "0"), id="a total of nothing"),
        pytest.param("Region,Visits\nNorth,4\nSouth,2\nTotal,7", id="figures that are small"),
        pytest.param("Region,Visits\nNorth,43127\nTotal,43128", id="a single part"),
    ],
)
def test_other_totals_are_left_alone(table: str) -> None:
    assert mended(table) == []


def test_a_total_whose_parts_are_known_is_left_alone() -> None:
    known = Relation(Operator.SUM, Axis.LINES, 3, (0, 2), (0,), 20.0)

    assert mended(RIGHT.replace("153163", "158163"), known) == []


def test_with_many_columns_the_figures_speak_for_themselves() -> None:
    table = "Region,a,b,c,d\nNorth,43127,1,2,3\nSouth,21905,4,5,6\nTotal,65532,5,7,9"

    assert mended(table) == []


def test_a_total_on_top_is_held_against_what_stands_below() -> None:
    table = "Region,2019,2020\nTotal,65032,15\nNorth,43127,7\nSouth,29105,8"

    assert mended(table) == [(Axis.LINES, 0, (1, 2))]


def test_a_total_head_is_held_against_the_heads_beside_it() -> None:
    assert mended("Region,Men,Women,Total\nNorth,43127,21905,66032") == [(Axis.HEADS, 2, (0, 1))]


def test_parts_end_where_another_block_begins() -> None:
    layout = layout_of("Region,Visits\nx,7\nNorth,43127\nSouth,29105\nTotal,65032")
    lines = [replace(line, block=int(at > 0)) for at, line in enumerate(layout.lines)]
    lines[0] = replace(lines[0], level=1)

    found = list(mended_by_a_stroke((), Sight(replace(layout, lines=tuple(lines)))))

    assert [one.parts for one in found] == [(1, 2)]


def test_two_ways_to_mend_a_total_say_nothing() -> None:
    table = "Region,Visits\nNorth,43127\nSouth,21905\nTotal,65132\nEast,43127\nWest,22105"

    assert mended(table) == []


def test_a_line_is_held_against_those_under_it_where_its_like_are_their_sums() -> None:
    lines = ["Towns,Visits", "North,85532", "a,43127", "b,42405", "South,51180", "c,21905"]
    lines += ["d,29275", "West,98131", "e,48131", "f,50000"]
    layout = layout_of("\n".join(lines))
    strips = tuple(
        replace(line, level=int(at % 3 > 0), parent=at // 3 * 3 if at % 3 else None)
        for at, line in enumerate(layout.lines)
    )
    known = [Relation(Operator.SUM, Axis.LINES, at, (at + 1, at + 2), (0,), 20.0) for at in (0, 3)]
    wrong = Sight(replace(layout_of("\n".join(lines).replace("98131", "93131")), lines=strips))

    found = list(mended_by_a_stroke(known, wrong))

    assert [(one.aggregate, one.parts, one.named) for one in found] == [(6, (7, 8), False)]
    assert list(mended_by_a_stroke(known[:1], wrong)) == []
