"""Games and points of league tables are found by the words of the field."""

from __future__ import annotations

import pytest

from statlint.inference.leagues import find_leagues
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Operator, Relation
from statlint.table.layouts import layouts_of
from tables import grid_of

CHINESE = """
球队,场次,胜,平,负,进球,失球,积分
上海海港,30,20,5,5,70,55,65
山东泰山,30,18,6,6,62,37,60
浙江,30,14,2,14,68,39,44
北京国安,30,12,7,11,61,31,43
河南,30,3,9,18,55,69,18
"""
ENGLISH = """
Team,Pld,W,D,L,Pts
Ajax,34,25,5,4,80
Twente,34,21,6,7,69
Utrecht,34,14,2,18,44
Sparta,34,12,12,10,48
"""
BASEBALL = """
Team,G,W,L,GB
Royals,162,105,57,0.0
Rays,162,103,59,2.0
Orioles,161,76,85,28.5
Twins,162,61,101,44.0
"""


def told(text: str, *known: Relation) -> list[str]:
    """Tell games and points of a table, and where they are wrong."""
    matrix = matrix_of(layouts_of(grid_of(text))[0]).turned()
    names = [strip.text for strip in matrix.strips]
    return [
        f"{names[one.aggregate]} = {[names[part] for part in one.parts]} {one.weights}"
        f" not {list(one.missed)}"
        for one in find_leagues(matrix, known)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CHINESE, ["场次 = ['胜', '平', '负'] () not []", "积分 = ['胜', '平'] (3, 1) not []"]),
        (ENGLISH, ["Pld = ['W', 'D', 'L'] () not []", "Pts = ['W', 'D'] (3, 1) not []"]),
        (BASEBALL, ["G = ['W', 'L'] () not []"]),
        (
            ENGLISH.replace("4,80", "4,55")
            .replace("7,69", "7,48")
            .replace("18,44", "18,30")
            .replace("10,48", "10,36"),
            ["Pld = ['W', 'D', 'L'] () not []", "Pts = ['W', 'D'] (2, 1) not []"],
        ),
    ],
    ids=["zh", "en", "without draws", "two points a win"],
)
def test_games_and_points(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_a_wrong_figure_is_missed_where_it_stands() -> None:
    assert told(CHINESE.replace("18,6,6", "16,6,6")) == [
        "场次 = ['胜', '平', '负'] () not [1]",
        "积分 = ['胜', '平'] (3, 1) not [1]",
    ]


@pytest.mark.parametrize(
    "text",
    [
        CHINESE.replace("胜", "甲").replace("负", "乙"),
        CHINESE.replace("场次", "票数").replace("积分", "身高"),
        "Team,Pld,W,L\nAjax,3,2,1\nTwente,3,1,2\n",
    ],
    ids=["other words", "nothing to add up to", "two lines"],
)
def test_what_is_no_league(text: str) -> None:
    assert told(text) == []


def test_what_is_a_sum_already_is_not_said_again() -> None:
    matrix = matrix_of(layouts_of(grid_of(BASEBALL))[0]).turned()
    known = Relation(Operator.SUM, matrix.axis, 0, (1, 2), (0, 1), 20.0)

    assert told(BASEBALL, known) == []
