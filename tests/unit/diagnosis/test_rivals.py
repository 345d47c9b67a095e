"""Tests of slips that cross: of one figure for two, and of figures exchanged."""

from __future__ import annotations

from crossfooted import crossfooted, told
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Certainty

PARTS = (
    (312, 845, 127, 460),
    (158, 921, 233, 705),
    (640, 377, 518, 266),
    (473, 189, 804, 351),
    (225, 534, 692, 118),
)


def totalled() -> list[list[int]]:
    lines = [[*parts, sum(parts)] for parts in PARTS]
    return [*lines, [sum(head) for head in zip(*lines, strict=True)]]


def test_two_figures_that_come_to_a_third_are_not_taken_for_it() -> None:
    """The first line is off by as much as two heads are, one of them by two other lines."""
    grid = totalled()
    grid[0][1] += 72
    grid[1][0] += 42
    grid[2][0] += 30

    found = diagnose(crossfooted(grid))

    assert {cause.certainty for cause in found} <= {Certainty.LINE, Certainty.ONE_OF}


def test_figures_exchanged_far_apart_under_one_head_are_told() -> None:
    grid = totalled()
    grid[0][1], grid[4][1] = grid[4][1], grid[0][1]

    found = diagnose(crossfooted(grid))

    assert told(found) == [("located", [[("swapped", {1: 845, 21: 534})]])]
