"""Places in a ranking are found with the figures they follow from."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.ranks import find_ranks


def found_in(text: str) -> list[str]:
    """Tell the rankings between the heads of a table: heads, lines, what is wrong."""
    layout = layout_of(text)
    heads, lines = layout.heads, layout.lines
    return [
        f"{heads[one.aggregate].text} by {heads[one.parts[0]].text} x{one.factor}"
        f" on {len(one.positions)}, not {' '.join(lines[at].text for at in one.missed) or 'any'}"
        for one in find_ranks(matrix_of(layout).turned())
    ]


SCORES = """
单位,材料得分,现场得分,总分,名次
东城街道,48.5,36.0,84.5,4
西城街道,50.0,41.0,91.0,1
南苑镇,39.5,40.5,80.0,5
北苑镇,47.0,41.5,88.5,2
河口镇,49.0,38.0,87.0,3
山前乡,41.0,35.5,76.5,6
"""


def test_places_follow_the_total_score() -> None:
    assert found_in(SCORES) == ["名次 by 总分 x1 on 6, not any"]


def test_one_place_is_wrong() -> None:
    assert found_in(SCORES.replace("88.5,2", "88.5,5")) == ["名次 by 总分 x1 on 6, not 北苑镇"]


def test_one_score_is_wrong_and_shifts_the_others() -> None:
    assert found_in(SCORES.replace("91.0,1", "19.0,1")) == ["名次 by 总分 x1 on 6, not 西城街道"]


@pytest.mark.parametrize(
    "places",
    [("2", "2", "4"), ("2", "2", "3"), ("2", "3", "4"), ("3", "3", "4"), ("3", "2", "4")],
    ids=["a gap after equals", "no gap", "one after the other", "the last of both", "upwards"],
)
def test_equal_scores_have_places_in_any_of_the_ways(places: tuple[str, ...]) -> None:
    second, third, fourth = places

    found = found_in(f"""
        Team,Points,Rank
        A,70,1
        B,65,{second}
        C,65,{third}
        D,60,{fourth}
        """)

    assert found == ["Rank by Points x1 on 4, not any"]


def test_the_lowest_rate_has_the_first_place_without_a_label() -> None:
    found = found_in("""
        District,Cases per 1000,Order
        North,4.1,6
        South,2.0,2
        East,1.7,1
        West,2.8,4
        Centre,2.2,3
        Harbour,7.0,8
        Hills,3.3,5
        Airport,6.6,7
        """)

    assert found == ["Order by Cases per 1000 x-1 on 8, not any"]


def test_every_measure_has_places_of_its_own() -> None:
    found = found_in("""
        地区,生产总值,位次,增速(%),位次
        甲区,512.3,1,5.1,4
        乙区,401.0,3,6.8,1
        丙县,433.9,2,6.0,3
        丁县,209.5,5,6.1,2
        戊县,231.7,4,4.4,5
        """)

    assert found == [
        "位次 by 生产总值 x1 on 5, not any",
        "位次 by 增速(%) x1 on 5, not any",
    ]


@pytest.mark.parametrize(
    "text",
    [
        """
        No.,Town,Population
        1,10,900
        2,20,800
        3,30,700
        4,40,600
        5,50,500
        6,60,400
        """,
        """
        地区,总量,全国位次
        甲市,512.3,21
        乙市,401.0,44
        丙市,433.9,32
        丁市,209.5,97
        """,
        """
        Age,Deaths,Births
        0,6,14
        1,2,23
        2,1,7
        3,3,31
        4,5,16
        5,4,12
        """,
        """
        单位,得分,名次
        甲,80,1
        乙,70,2
        """,
    ],
    ids=["running numbers", "places among others", "small counts", "two lines"],
)
def test_what_is_no_ranking_gives_nothing(text: str) -> None:
    assert found_in(text) == []


EIGHT = """
单位,得分,{}
甲,98,1
乙,95,2
丙,91,3
丁,88,4
戊,85,5
己,83,6
庚,80,7
辛,76,8
"""


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param({"丙,91,3": "丙,91,7"}, ["名次 by 得分 x1 on 8, not 丙"], id="one place"),
        pytest.param({"乙,95,2": "乙,95,6", "庚,80,7": "庚,80,1"}, [], id="two places of eight"),
    ],
)
def test_how_many_places_may_be_wrong(changed: dict[str, str], found: list[str]) -> None:
    table = EIGHT.format("名次")
    for line, wrong in changed.items():
        table = table.replace(line, wrong)

    assert found_in(table) == found


def test_of_figures_that_give_the_same_places_points_count() -> None:
    found = found_in("""
        球队,名次,胜,平,积分
        上海海港,1,20,5,65
        山东泰山,2,18,6,60
        浙江,3,14,2,44
        北京国安,4,12,7,43
        """)

    assert found == ["名次 by 积分 x1 on 4, not any"]
