"""Quotients of two lines or heads are found."""

from __future__ import annotations

import pytest

from rates_told import rates_told

PERCENT = """地区,人数,男,男占比%
东山县,412,201,48.8
西河县,377,190,50.4
南安市,295,133,45.1
北流市,618,322,52.1
"""
GROWTH = """指标,2023年,2022年,增长%
农业,412.5,377.1,9.4
工业,1377.2,1190.8,15.7
建筑业,295.3,333.0,-11.3
服务业,1618.9,1322.6,22.4
"""
YEARS = """Year,Iron,Coal
2021,4120,377
2022,3770,390
Change in per cent,-8.5,3.4
"""
RATIO = """Item,2019,2020,2021,2022,2023
Operating revenues,25162.0,27028.6,28771.3,28094.1,29675.1
Operating expenses,23345.6,24918.5,26905.7,26544.8,27965.6
Operating ratio,0.93,0.92,0.94,0.94,0.94
"""
PER_HEAD = """地区,产量,播种面积,单位面积产量
总计,115618,336363,343.73
第一产业,33003,49973,660.42
第二产业,62578,257306,243.20
第三产业,20038,29085,688.93
其他,4816,5638,854.20
"""
WRONG = PERCENT.replace("45.1", "54.1")
PRODUCT = """Article,quantity,unit price,value
Cable,64,2.70,172.80
Floppy,12,3.65,43.80
Case,16,6.75,108.00
Fan,23,30.15,693.45
"""
PRICES = """Journal,price,pages,price per page
Alpha,7619,1516,5.02573
Beta,1047,1867,0.56079
Gamma,178,1482,0.12011
Delta,159,1669,0.09527
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(PERCENT, ["heads 2 = division 1 0 x100 at 4"], id="a share in per cent"),
        pytest.param(GROWTH, ["heads 2 = relative-change 0 1 x100 at 4"], id="growth"),
        pytest.param(YEARS, ["lines 2 = relative-change 1 0 x100 at 2"], id="under two years"),
        pytest.param(RATIO, ["lines 2 = division 1 0 at 5"], id="a ratio of lines"),
        pytest.param(PER_HEAD, ["heads 2 = division 0 1 x1000 at 5"], id="per head, unnamed"),
        pytest.param(WRONG, ["heads 2 = division 1 0 x100 at 4 but [2]"], id="one figure wrong"),
        pytest.param(PRODUCT, [], id="a product is no quotient"),
        pytest.param(PRICES, ["heads 2 = division 0 1 at 4"], id="a ratio of many decimals"),
    ],
)
def test_quotients_of_two_strips(text: str, found: list[str]) -> None:
    told = rates_told(text)

    assert told == found


def test_the_same_quotient_twice_in_other_prices() -> None:
    text = """Year,All trade,Road trade,Share of road in per cent,All trade,Road trade
2016,88912,23312,26.2,82215,21540
2017,91043,24103,26.5,84890,22496
2018,98177,25288,25.8,92412,23842
2019,104690,29313,28.0,99310,27807
2020,117633,34388,29.2,110722,32331
2021,132811,38011,28.6,121935,34873
"""

    told = rates_told(text)

    assert told == [
        "heads 2 = division 1 0 x100 at 6",
        "heads 2 = division 4 3 x100 at 6",
    ]


def test_chance_makes_no_quotient() -> None:
    text = """Region,a,b,c,d
North,12,7,9.1,3.3
South,55,6,2.4,8.1
East,31,8,7.7,5.9
West,18,5,1.2,4.4
Centre,77,9,6.3,2.8
"""

    told = rates_told(text)

    assert told == []


def test_a_share_of_a_total_far_off_in_a_long_table() -> None:
    rows = [[at * 37 % 101 + 1, at * 53 % 97 + 1, at * 71 % 89 + 1] for at in range(60)]
    total = [sum(column) for column in zip(*rows, strict=True)]
    share = [f"{100 * last / whole:.3f}" for last, whole in zip(rows[-1], total, strict=True)]
    written = [",".join(map(str, row)) for row in rows]
    text = "\n".join(
        [
            "Town,2021,2022,2023",
            f"Total,{','.join(map(str, total))}",
            *(f"Town {at},{row}" for at, row in enumerate(written)),
            f"Share in per cent,{','.join(share)}",
        ]
    )

    told = rates_told(text + "\n")

    assert told == ["lines 61 = division 60 0 x100 at 3"]


def test_a_long_table_is_searched_nearby_only() -> None:
    rows = [f"Town {at},{at * 37 % 101 + 1}" for at in range(60)]

    told = rates_told("\n".join(["Town,2021", *rows, "Per cent,12.5"]) + "\n")

    assert told == []


TWICE = """
A,837,5092,5859,35644,16.44
B,867,7342,1734,14684,11.81
C,676,5040,1352,10080,13.41
D,360,3927,2520,27489,9.17
E,680,5019,5440,40152,13.55
F,756,3835,3780,19175,19.71
G,213,8989,1065,44945,2.37
"""
ONE_WRONG = TWICE.replace("2520", "2920")
FIRST = "heads 4 = division 0 1 x100 at 7"
SECOND = "heads 4 = division 2 3 x100 at 7"
LABELS = "Town,Food,All,Old food,Old all,Food as %"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(LABELS + TWICE, [FIRST, SECOND], id="by its label"),
        pytest.param("Town,A,B,C,D,E" + TWICE, [FIRST, SECOND], id="without a label"),
        pytest.param(
            "Town,Food,All,Food,All,Food as %" + ONE_WRONG,
            [FIRST, f"{SECOND} but [3]"],
            id="of the same labels, with one figure wrong",
        ),
        pytest.param(LABELS + ONE_WRONG, [FIRST], id="but for one"),
        pytest.param("Town,A,B,C,D,E" + ONE_WRONG, [FIRST], id="but for one, without a label"),
    ],
)
def test_a_share_that_two_pairs_of_heads_give(text: str, found: list[str]) -> None:
    assert rates_told(text) == found
