"""What is left is found by the words that add to it and take from it."""

from __future__ import annotations

import pytest

from statlint.inference.matrix import matrix_of
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.signed import find_signed
from statlint.table.layouts import layouts_of
from tables import grid_of

PROFIT = """
项目,本期金额,上期金额
一、营业收入,1843210.55,1330045.10
减：营业成本,201442.18,180077.31
税金及附加,30211.07,25500.66
其中：消费税,1000.00,900.00
加：投资收益,84497.17,39590.82
二、营业利润,1696054.47,1164057.95
加：营业外收入,450.23,211.66
减：营业外支出,182.46,969.79
三、利润总额,1696322.24,1163299.82
"""
ENGLISH = """
Item,2023,2022
Revenue,9120,8044
Less: cost of sales,5511,5020
Gross profit,3609,3024
Less: expenses,1207,1180
Net income,2402,1844
"""
SALARY = """
Item,Wang,Li
Salary,9120,8044
Plus: bonus,500,300
Less: insurance,911,820
Net pay,8709,7524
"""


def told(text: str, *known: Relation) -> list[str]:
    """Tell what is left of what, and where it is wrong."""
    matrix = matrix_of(layouts_of(grid_of(text))[0])
    names = [strip.position for strip in matrix.strips]
    written = []
    for one in find_signed(matrix, known):
        terms = [
            f"{'-' if weight < 0 else '+'}{names[part]}"
            for part, weight in zip(one.parts, one.weighing, strict=True)
        ]
        written.append(f"{names[one.aggregate]} = {' '.join(terms)} not {list(one.missed)}")
    return written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PROFIT, ["7 = +2 +6 -3 -4 not []", "10 = +7 +8 -9 not []"]),
        (ENGLISH, ["4 = +2 -3 not []", "6 = +4 -5 not []"]),
        (SALARY, ["5 = +2 +3 -4 not []"]),
        (
            PROFIT.replace("1163299.82", "1163229.82"),
            ["7 = +2 +6 -3 -4 not []", "10 = +7 +8 -9 not [1]"],
        ),
    ],
    ids=["zh", "en", "pay", "one wrong figure"],
)
def test_what_is_left(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.replace("Less: ", ""),
        ENGLISH.replace("3609,3024", "3309,3124").replace("2402,1844", "2002,1884"),
        "Item,2023\nLess: rebate,20\nLess: returns,30\nNet income,-50\n",
    ],
    ids=["no word for it", "other figures", "nothing to take it from"],
)
def test_too_little_speaks_for_it(text: str) -> None:
    assert told(text) == []


def test_what_is_a_sum_already_is_not_said_again() -> None:
    known = Relation(Operator.SUM, Axis.LINES, 0, (1, 2), (0, 1), 20.0)

    assert told(ENGLISH, known) == ["6 = +4 -5 not []"]
