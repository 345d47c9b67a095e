"""One figure among multiples of a step that is none itself."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.residuals import Fit, residuals
from statlint.inference.rounding import Rounding
from statlint.inference.rounding_steps import exact_by_steps
from statlint.inference.sight import Sight

TO_FIVE = """
    Origin,Canada,Ontario,Quebec,Yukon,Share
    All,3460,995,1410,145,28.8
    South Asian,890,305,215,20,34.3
    Chinese,990,295,340,35,29.8
    Black,855,140,515,15,16.4
    Filipino,190,75,40,25,39.5
    Arab,160,110,205,10,68.8
    Korean,370,70,95,45,18.9
"""
SUM = Relation(Operator.SUM, Axis.LINES, 0, tuple(range(1, 7)), (0, 1, 2), 30.0)


def told(table: str) -> Rounding:
    return exact_by_steps(Sight(layout_of(table)), Rounding())


def fits(table: str) -> list[Fit]:
    sight, rounding = Sight(layout_of(table)), told(table)
    parts = [sight] * len(SUM.parts)
    found = residuals(SUM, sight, parts, rounding.at, stepped=rounding.stepped)
    return [one.fit for one in found]


def test_a_figure_out_of_step_makes_those_in_step_exact() -> None:
    rounding = told(TO_FIVE.replace("Black,855", "Black,856"))

    assert rounding == Rounding(table=False, heads=frozenset({4}), stepped=True)


@pytest.mark.parametrize(
    "table",
    [
        TO_FIVE,
        TO_FIVE.replace("Black,855", "Black,856").replace("Chinese,990", "Chinese,991"),
        TO_FIVE.replace("All,3460,995", "All,3461,996"),
        "Origin,Canada\nAll,31\nChinese,10\nBlack,20",
    ],
    ids=["all in step", "two under one head", "two on one line", "few figures"],
)
def test_otherwise_figures_are_rounded(table: str) -> None:
    assert told(table) == Rounding()


def test_figures_that_are_exact_stay_so() -> None:
    sight = Sight(layout_of(TO_FIVE.replace("Black,855", "Black,856")))

    assert exact_by_steps(sight, Rounding(table=False)) == Rounding(table=False)


def test_a_sum_fails_by_what_is_in_no_step() -> None:
    assert fits(TO_FIVE) == [Fit.COARSE, Fit.EXACT, Fit.EXACT]
    assert fits(TO_FIVE.replace("Black,855", "Black,856")) == [Fit.MISS, Fit.EXACT, Fit.EXACT]
    assert fits(TO_FIVE.replace("370,70", "370,71")) == [Fit.COARSE, Fit.MISS, Fit.EXACT]
