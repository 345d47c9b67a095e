"""Figures that go on from the one before are found, with what comes to them."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.cells import cell_relations
from statlint.inference.cumulative import find_cumulative
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Understood


def found_in(text: str) -> list[str]:
    """Tell the cells that go on, along both axes of a table."""
    layout = layout_of(text)
    lines = matrix_of(layout)
    relations = (*find_cumulative(lines), *find_cumulative(lines.turned()))
    return [
        f"{one.aggregate} {'=' if one.holds else '!'} {' + '.join(map(str, one.parts))}"
        for one in cell_relations(Understood(layout, relations))
    ]


def test_what_was_reached_stands_beside_each_month() -> None:
    found = found_in("""
        月份,本月受理(件),累计受理(件)
        1月,128,128
        2月,97,225
        3月,141,366
        4月,156,522
        """)

    assert found == ["C3 = C2 + B3", "C4 = C3 + B4", "C5 = C4 + B5", "C2 = B2"]


def test_every_year_begins_anew_and_quarters_go_on_by_themselves() -> None:
    found = found_in("""
        时间,当期,累计
        2023年1月,128,128
        2023年2月,97,225
        2023年3月,141,366
        2024年1月,150,150
        2024年2月,99,249
        2024年3月,177,426
        合计,792,792
        """)

    assert found == [
        "C3 = C2 + B3",
        "C4 = C3 + B4",
        "C6 = C5 + B6",
        "C7 = C6 + B7",
        "C2 = B2",
        "C5 = B5",
    ]


def test_a_quarter_between_months_goes_on_by_itself() -> None:
    found = found_in("""
        月份,本月,本年累计
        1月,31,31
        2月,28,59
        3月,45,104
        一季度,104,104
        4月,39,143
        5月,50,193
        """)

    assert found == [
        "C3 = C2 + B3",
        "C4 = C3 + B4",
        "C6 = C4 + B6",
        "C7 = C6 + B7",
        "C2 = B2",
        "C5 = B5",
    ]


def test_a_wrong_figure_breaks_the_step_to_it_and_not_the_one_from_it() -> None:
    found = found_in("""
        Month,New cases,Cumulative cases
        Jan,128,128
        Feb,97,225
        Mar,141,336
        Apr,156,522
        May,87,609
        """)

    assert found == ["C3 = C2 + B3", "C4 ! C3 + B4", "C6 = C5 + B6", "C2 = B2"]


def test_a_month_without_cases_is_left_blank() -> None:
    found = found_in("""
        Month,Cases,Cumulative
        Jan,128,128
        Feb,97,225
        Mar,,225
        Apr,156,381
        """)

    assert found == ["C3 = C2 + B3", "C4 = C3", "C5 = C4 + B5", "C2 = B2"]


def test_a_wrong_flow_breaks_one_step() -> None:
    found = found_in("""
        月份,新增,累计
        1月,128,128
        2月,97,225
        3月,114,366
        4月,156,522
        5月,87,609
        """)

    assert found == ["C3 = C2 + B3", "C4 ! C3 + B4", "C5 = C4 + B5", "C6 = C5 + B6", "C2 = B2"]


def test_months_stand_across() -> None:
    found = found_in("""
        指标,1月,2月,3月,4月
        投诉,31,28,45,39
        投诉累计,31,59,104,143
        """)

    assert found == ["C3 = B3 + C2", "D3 = C3 + D2", "E3 = D3 + E2", "B3 = B2"]


def test_a_balance_falls_by_what_was_paid_though_no_label_says_so() -> None:
    found = found_in("""
        Payment,Principal,Balance
        1,812.44,19187.56
        2,815.83,18371.73
        3,819.23,17552.50
        4,822.64,16729.86
        5,826.07,15903.79
        """)

    assert found == [
        "C5 = C6 + B6",
        "C4 = C5 + B5",
        "C3 = C4 + B4",
        "C2 = C3 + B3",
    ]


def test_survivors_fall_by_the_deaths_at_the_age_before() -> None:
    found = found_in("""
        Age,Survivors,Deaths
        0,100000,812
        1,99188,67
        2,99121,45
        3,99076,31
        4,99045,28
        """)

    assert found == [
        "B5 = B6 + C5",
        "B4 = B5 + C4",
        "B3 = B4 + C3",
        "B2 = B3 + C2",
    ]


def test_shares_are_added_up_within_rounding() -> None:
    found = found_in("""
        年龄,人数,百分比,累计百分比
        0-14岁,1240,17.7,17.7
        15-29岁,1833,26.1,43.8
        30-44岁,1711,24.4,68.2
        45-59岁,1402,20.0,88.3
        60岁以上,822,11.7,100.0
        """)

    assert found == [
        "D3 = D2 + C3",
        "D4 = D3 + C4",
        "D5 = D4 + C5",
        "D6 = D5 + C6",
        "D2 = C2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        """
        序号,件数,次序
        甲,1,1
        乙,1,2
        丙,1,3
        丁,1,4
        """,
        """
        Year,Population,Births
        2019,51210,612
        2020,51544,640
        2021,51901,633
        2022,52333,671
        """,
        """
        县,上年,本年,增减
        甲县,120,131,11
        乙县,140,148,8
        丙县,97,90,-7
        丁县,77,80,3
        """,
        """
        单位,本月,累计
        甲,0,0
        乙,0,0
        丙,0,0
        丁,0,0
        """,
    ],
    ids=["running numbers", "a stock and a flow of another kind", "differences", "zeros"],
)
def test_what_does_not_go_on_gives_nothing(text: str) -> None:
    assert found_in(text) == []


def test_places_in_a_ranking_are_not_gone_on_with() -> None:
    table = """
        月份,{},累计
        1月,3,3
        2月,5,8
        3月,2,10
        4月,6,16
        5月,4,20
        """

    found = [found_in(table.format(head)) for head in ("名次", "本月")]

    assert found == [
        [],
        ["C3 = C2 + B3", "C4 = C3 + B4", "C5 = C4 + B5", "C6 = C5 + B6", "C2 = B2"],
    ]
