"""One unit of the last digit that means something."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.precision import units_of


def _column(figures: str) -> str:
    lines = "\n".join(f"L{place},{text}" for place, text in enumerate(figures.split()))
    return f"Item,2024\n{lines}"


@pytest.mark.parametrize(
    ("figures", "unit"),
    [
        ("7 12 31 8 19 44 25", 1),
        ("7.5 12.0 31.0 8.5 19.0 44.0", 5),
        ("1992.000 1993.000", 1000),
        ("7000 12000 31000 8000 19000 44000", 1000),
        ("15 35 40 55 60 85", 5),
        ("3 6 12 15 21 33", 3),
        ("700 1200", 1),
        ("0 0 0", 1),
        ("9 9 9", 1),
    ],
    ids=[
        "whole counts",
        "halves",
        "decimals of an export",
        "thousands written out",
        "rounded to five",
        "rounded to three",
        "two figures prove nothing",
        "zeros",
        "one figure again and again",
    ],
)
def test_units(figures: str, unit: int) -> None:
    assert units_of(matrix_of(layout_of(_column(figures)))) == [[unit]] * len(figures.split())


def test_each_figure_has_its_own_decimals() -> None:
    matrix = matrix_of(layout_of("Item,A,B\nX,7,1.25\nY,9,3.5\nZ,13,2.75"))

    assert (matrix.scale, units_of(matrix)) == (2, [[100, 1], [100, 10], [100, 1]])


_IN_FIVES = """
    Item,A,B,C,D
    R1,15,20,35,5
    R2,40,45,10,65
    R3,55,80,90,110
    R4,{},25,75,85
    R5,105,95,60,70
    R6,30,115,120,125
    R7,135,130,145,150
"""


@pytest.mark.parametrize(
    ("figure", "unit"), [("160", 5), ("161", 1), ("..", 5)], ids=["right", "wrong", "withheld"]
)
def test_a_wrong_figure_keeps_its_own_unit_among_rounded_ones(figure: str, unit: int) -> None:
    units = units_of(matrix_of(layout_of(_IN_FIVES.format(figure))))

    assert (units[3][0], {one for row in units for one in row} - {unit}) == (unit, {5} - {unit})


def test_a_strip_with_two_figures_that_are_no_multiples_is_not_rounded() -> None:
    table = _IN_FIVES.format("161").replace("R1,15", "R1,16")

    units = units_of(matrix_of(layout_of(table)))

    assert [row[0] for row in units] == [1] * 7
