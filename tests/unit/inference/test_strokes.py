"""Sums with few places, one of which a slip of the hand has broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.residuals import residuals
from statlint.inference.sight import Sight, always
from statlint.inference.strokes import mended_by_a_stroke
from statlint.table import Layout

RIGHT = "Region,Visits\nNorth,43127\nSouth,21905\nWest,88131\nTotal,153163"
FLAT = "Region,2019,2020\nAll,43127,50210\nNorth,21905,26109\nSouth,21222,24101\nRest,5,6"


def mended_in(layout: Layout, *known: Relation) -> list[Relation]:
    sight = Sight(layout)
    seen = [(one, list(residuals(one, sight, [sight] * len(one.parts)))) for one in known]
    return list(mended_by_a_stroke(seen, frozenset(), sight, always))


def mended(table: str, *known: Relation) -> list[tuple[Axis, int, tuple[int, ...]]]:
    found = mended_in(layout_of(table), *known)
    return [(one.axis, one.aggregate, one.parts) for one in found]


def sum_of(aggregate: int, *parts: int, positions: tuple[int, ...] = (0,)) -> Relation:
    return Relation(Operator.SUM, Axis.LINES, aggregate, parts, positions, 20.0)


@pytest.mark.parametrize(
    ("was", "written"),
    [
        pytest.param("153163", "158163", id="a digit of the total replaced"),
        pytest.param("153163", "15316", id="a digit of the total dropped"),
        pytest.param("21905", "29105", id="two digits of a part swapped"),
        pytest.param("21905", "-21905", id="a minus before a part"),
        pytest.param("21905", "219050", id="ten times a part"),
    ],
)
def test_a_total_one_stroke_off_is_found(was: str, written: str) -> None:
    assert mended(RIGHT.replace(was, written)) == [(Axis.LINES, 3, (0, 1, 2))]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(RIGHT, id="right"),
        pytest.param(RIGHT.replace("153163", "190000"), id="off by more than a stroke"),
        pytest.param(RIGHT.replace("153163", "153164"), id="rounding explains it"),
        pytest.param(RIGHT.replace("Total", "East").replace("153163", "158163"), id="no total"),
        pytest.param(RIGHT.replace("21905", ""), id="a part is missing"),
        pytest.param("Region,Visits\nNorth,4\nSouth,2\nTotal,9", id="figures that are small"),
        pytest.param("Region,Visits\nNorth,43127\nTotal,43128", id="a single part"),
        pytest.param(RIGHT.replace("Visits", "Average age"), id="means"),
    ],
)
def test_other_totals_are_left_alone(table: str) -> None:
    assert mended(table) == []


def test_a_total_whose_parts_are_known_is_left_alone() -> None:
    table = RIGHT.replace("153163", "131258")

    assert mended(table, sum_of(3, 0, 2)) == []


def test_a_total_of_which_it_is_told_already_is_left_alone() -> None:
    sight = Sight(layout_of(RIGHT.replace("153163", "158163")))

    assert list(mended_by_a_stroke([], {(Axis.LINES, 3)}, sight, always)) == []


def test_with_many_columns_the_figures_speak_for_themselves() -> None:
    table = "Region,a,b,c,d\nNorth,43127,1,2,3\nSouth,21905,4,5,6\nTotal,65532,5,7,9"

    assert mended(table) == []


def test_a_total_on_top_is_held_against_what_stands_below() -> None:
    table = "Region,2019,2020\nTotal,65032,15\nNorth,43127,7\nSouth,29105,8"

    assert mended(table) == [(Axis.LINES, 0, (1, 2))]


def test_a_total_head_is_held_against_the_heads_beside_it() -> None:
    assert mended("Region,Men,Women,Total\nNorth,43127,21905,66032") == [(Axis.HEADS, 2, (0, 1))]


def test_two_ways_to_mend_a_total_say_nothing() -> None:
    table = "Region,Visits\nNorth,43127\nSouth,21905\nTotal,65132\nEast,43127\nWest,22105"

    assert mended(table) == []


def test_a_run_that_adds_up_in_another_column_is_a_sum_without_a_label() -> None:
    assert mended(FLAT) == []
    assert mended(FLAT.replace("26109", "21609")) == [(Axis.LINES, 0, (1, 2))]
    assert mended(FLAT.replace("26109", "30000")) == []


def test_a_sum_that_was_found_is_held_against_the_place_where_it_fails() -> None:
    table = "Region,2019,2020\na,43127,50210\nx,7,8\nb,21905,26109\nc,21222,21401"

    assert mended(table) == []
    assert mended(table, sum_of(0, 2, 3, positions=(0, 1))) == [(Axis.LINES, 0, (2, 3))]


def test_a_dash_is_nothing_and_other_marks_may_be_anything() -> None:
    wrong = "Region,Visits\nNorth,43127\nSouth,21905\nWest,{}\nTotal,650320"

    assert mended(wrong.format("-")) == [(Axis.LINES, 3, (0, 1))]
    assert mended(wrong.format("..")) == []


def test_a_mark_stands_for_nothing_where_sums_come_out_without_it() -> None:
    wrong = "Region,A,B\nNorth,43127,43127\nSouth,21905,21905\nWest,..,..\nTotal,65032,650320"

    assert mended(wrong, sum_of(3, 0, 1, 2, positions=(0, 1))) == [(Axis.LINES, 3, (0, 1))]


def test_a_figure_of_a_sum_that_holds_is_not_suspected() -> None:
    rows = ["Total,85532", "a,43127", "b,42405", "x,9", "c,3"]
    table = "Region,Visits\n" + "\n".join(rows).replace("42405", "42045")

    assert mended(table.replace("x,9\nc,3", "")) == [(Axis.LINES, 0, (1, 2))]


def nested(*figures: int) -> Layout:
    """Three towns of two parts each, under a grand total."""
    names = ["Total", "North", "a", "b", "South", "c", "d", "West", "e", "f"]
    rows = (f"{name},{figure}" for name, figure in zip(names, figures, strict=True))
    layout = layout_of("Towns,Visits\n" + "\n".join(rows))
    under = [None, None, 1, 1, None, 4, 4, None, 7, 7]
    lines = zip(layout.lines, under, strict=True)
    return replace(
        layout,
        lines=tuple(
            replace(line, level=int(parent is not None), parent=parent) for line, parent in lines
        ),
    )


def test_a_line_is_held_against_what_stands_under_it() -> None:
    layout = nested(0, 85532, 43127, 42405, 51180, 21905, 29275, 93131, 48131, 50000)

    found = [(one.aggregate, one.parts, one.named) for one in mended_in(layout)]

    assert found == [(7, (8, 9), False)]


def test_two_sums_that_one_change_would_mend_speak_for_each_other() -> None:
    layout = nested(1693, 532, 127, 405, 180, 95, 85, 918, 481, 500)

    found = mended_in(layout)

    assert [(one.aggregate, one.parts) for one in found] == [(7, (8, 9))]


def test_parts_end_where_another_block_begins() -> None:
    layout = layout_of("Region,Visits\nx,7\nNorth,43127\nSouth,29105\nTotal,65032")
    lines = [replace(line, block=int(at > 0)) for at, line in enumerate(layout.lines)]
    lines[0] = replace(lines[0], level=1)

    found = mended_in(replace(layout, lines=tuple(lines)))

    assert [one.parts for one in found] == [(1, 2)]


def test_shares_are_added_where_a_sum_of_them_was_found() -> None:
    rows = ["All,100.0,100.0", "Low,28.1,28.4", "Middle,61.0,60.0", "High,10.9,116.0"]
    table = "Families,Income %,Transfers %\n" + "\n".join(rows)

    assert mended(table) == []
    assert mended(table, sum_of(0, 1, 2, 3, positions=(0, 1))) == [(Axis.LINES, 0, (1, 2, 3))]
