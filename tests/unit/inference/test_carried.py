"""Opening figures are found to be the closing ones of the line before."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.carried import find_carried
from statlint.inference.cells import cell_relations
from statlint.inference.infer import understand
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Operator, Understood


def found_in(text: str) -> list[str]:
    """Tell the cells that are carried over, along both axes of a table."""
    layout = layout_of(text)
    lines = matrix_of(layout)
    relations = (*find_carried(lines), *find_carried(lines.turned()))
    return [
        f"{one.aggregate} {'=' if one.holds else '!'} {' '.join(map(str, one.parts))}"
        for one in cell_relations(Understood(layout, relations))
    ]


BALANCES = """
月份,期初余额,本月收入,期末余额
1月,12000,3410,15410
2月,15410,2877,18287
3月,18287,4120,22407
4月,22407,1985,24392
"""


def test_each_month_opens_with_what_the_last_closed_with() -> None:
    assert found_in(BALANCES) == ["B3 = D2", "B4 = D3", "B5 = D4"]


def test_years_stand_across_and_one_is_wrong() -> None:
    found = found_in("""
        Item,2019,2020,2021,2022,2023,2024
        Cash at the beginning,4100,5230,6118,7777,9032,9410
        Net increase,1130,888,1659,1255,378,1204
        Cash at the end,5230,6118,7707,9032,9410,10614
        """)

    assert found == ["C2 = B4", "D2 = C4", "E2 ! D4", "F2 = E4", "G2 = F4"]


def test_the_latest_year_comes_first() -> None:
    found = found_in("""
        Year,Last year,This year
        2024,8810,9123
        2023,8402,8810
        2022,8377,8402
        2021,7950,8377
        """)

    assert found == ["B2 = C3", "B3 = C4", "B4 = C5"]


def test_what_is_carried_over_is_not_said_again_as_what_goes_on() -> None:
    (understood,) = understand([layout_of(BALANCES)])

    found = {one.operator for one in understood.relations}

    assert found == {Operator.SUM, Operator.EQUAL}


@pytest.mark.parametrize(
    "text",
    [
        """
        Item,Price,Old price
        A,120,120
        B,120,120
        C,120,120
        D,120,120
        """,
        """
        单位,本年,上年
        甲,1310,1205
        乙,1822,1711
        丙,990,1020
        丁,2404,2208
        """,
        """
        Step,Low,High
        1,1,2
        2,2,3
        3,3,4
        4,4,5
        """,
    ],
    ids=["constants", "two years of each", "small steps"],
)
def test_what_is_not_carried_over_gives_nothing(text: str) -> None:
    assert found_in(text) == []


def test_a_month_without_an_opening_figure_is_left_out() -> None:
    more = BALANCES.rstrip() + "\n5月,,2100,26492\n6月,26492,1900,28392\n"

    assert found_in(more) == ["B3 = D2", "B4 = D3", "B5 = D4", "B7 = D6"]
