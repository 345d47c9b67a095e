"""Shares of a total and changes from line to line are found."""

from __future__ import annotations

import pytest

from layouts import layout_of
from rates_told import rates_told
from statlint.inference.matrix import pooled
from statlint.inference.model import Axis
from statlint.inference.rates import find_rates
from statlint.inference.rates_steps import steps_of

TOTAL_FIRST = """地区,户数,构成(%)
合计,1702,100.0
东山县,412,24.2
西河县,377,22.2
南安市,295,17.3
北流市,618,36.3
"""
TOTAL_LAST = """地区,户数,比重（%）
东山县,412,24.2
西河县,377,22.2
南安市,295,17.3
北流市,618,36.3
合计,1702,
"""
TWO_PAIRS = """Region,Farms,Share in per cent,Area,Share in per cent
Total,1702,100.0,8813,100.0
North,412,24.2,1377,15.6
South,377,22.2,2904,33.0
East,295,17.3,1126,12.8
West,618,36.3,3406,38.6
"""
YEARS = """年份,产量,比上年增长%
2018年,4120,
2019年,3770,-8.5
2020年,3901,3.5
2021年,4410,13.0
2022年,4283,-2.9
2023年,4975,16.2
"""
NEWEST_FIRST = """Year,Output,Change on the year before (%)
2023,4975,16.2
2022,4283,-2.9
2021,4410,13.0
2020,3901,3.5
2019,3770,-8.5
2018,4120,
"""
GROUPS = """Region,Pupils,Per cent
North total,800,100.0
Alva,412,51.5
Bell,388,48.5
South total,913,100.0
Corm,295,32.3
Dale,618,67.7
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            TOTAL_FIRST, ["heads 1 = division 0 0 x100 at 4 by [0, 0, 0, 0]"], id="total first"
        ),
        pytest.param(
            TOTAL_LAST, ["heads 1 = division 0 0 x100 at 4 by [4, 4, 4, 4]"], id="total last"
        ),
        pytest.param(
            TWO_PAIRS,
            [
                "heads 1 = division 0 0 x100 at 4 by [0, 0, 0, 0]",
                "heads 3 = division 2 2 x100 at 4 by [0, 0, 0, 0]",
            ],
            id="two pairs",
        ),
        pytest.param(
            YEARS,
            ["heads 1 = relative-change 0 0 x100 at 5 by [0, 1, 2, 3, 4]"],
            id="year on year",
        ),
        pytest.param(
            NEWEST_FIRST,
            ["heads 1 = relative-change 0 0 x100 at 5 by [1, 2, 3, 4, 5]"],
            id="newest year first",
        ),
        pytest.param(
            GROUPS, ["heads 1 = division 0 0 x100 at 4 by [0, 0, 3, 3]"], id="total of each group"
        ),
        pytest.param(
            TOTAL_FIRST.replace("17.3", "71.3"),
            ["heads 1 = division 0 0 x100 at 4 by [0, 0, 0, 0] but [3]"],
            id="one share wrong",
        ),
        pytest.param(
            YEARS.replace("13.0", "31.0"),
            ["heads 1 = relative-change 0 0 x100 at 5 by [0, 1, 2, 3, 4] but [3]"],
            id="one change wrong",
        ),
    ],
)
def test_quotients_of_one_strip(text: str, found: list[str]) -> None:
    told = rates_told(text)

    assert told == found


def test_each_of_pooled_tables_has_its_own_total() -> None:
    layouts = [layout_of(TOTAL_FIRST), layout_of(TOTAL_LAST.replace("比重（%）", "构成(%)"))]

    found = [one.places for one in find_rates(steps_of(pooled(layouts, Axis.HEADS)), ())]

    assert found == [((1, 2, 3, 4, 5, 6, 7, 8), (0, 0, 0, 0, 9, 9, 9, 9))]


def test_shares_of_a_total_leave_out_what_is_blank_or_withheld() -> None:
    told = rates_told("""地区,户数,构成(%)
全市,5000,100.0
甲,1234,24.7
乙,,
丙,877,17.5
丁,1456,29.1
戊,1433,28.7
己,..,5.0
""")

    assert told == ["heads 1 = division 0 0 x100 at 4 by [0, 0, 0, 0]"]
