"""Sums that people know as differences."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.differences import as_difference


def turned(*labels: str) -> tuple[int, tuple[int, ...], int]:
    """Turn the sum of all lines but the first, which they add up to."""
    rows = "".join(f"{label},{at},{at}\n" for at, label in enumerate(labels, 1))
    layout = layout_of(f"项目,2022年,2023年\n{rows}")
    relation = Relation(Operator.SUM, Axis.LINES, 0, tuple(range(1, len(labels))), (0, 1), 20.0)
    found = as_difference(relation, layout.lines)
    return found.aggregate, found.parts, found.less


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(("财政收入", "财政支出", "年末结余"), id="what is left of income"),
        pytest.param(("Exports", "Imports", "Balance"), id="in English"),
        pytest.param(("收入", "支出", "收支结余（万元）"), id="with its unit"),
    ],
)
def test_what_is_left_follows_from_the_whole_and_what_went_out(labels: tuple[str, ...]) -> None:
    assert turned(*labels) == (2, (0, 1), 1)


def test_of_two_profits_the_one_below_follows() -> None:
    assert turned("Gross profit", "Expenses", "Operating profit") == (2, (0, 1), 1)


def test_a_profit_above_is_a_part_of_the_one_below() -> None:
    layout = layout_of("项目,2023年\n营业利润,5\n营业外收入,2\n利润总额,7\n")
    relation = Relation(Operator.SUM, Axis.LINES, 2, (0, 1), (0,), 20.0)

    assert as_difference(relation, layout.lines) == relation


def test_all_that_went_out_is_taken_away() -> None:
    assert turned("主营业务收入", "成本", "营业利润", "税金") == (2, (0, 1, 3), 2)


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(("合计", "支出", "年末结余"), id="a total by its label"),
        pytest.param(("Total", "Imports", "Balance"), id="a total in English"),
        pytest.param(("资金来源", "本年拨款", "上年结余"), id="what was there before is a part"),
        pytest.param(("人口增量", "自然增长", "机械增长"), id="no words for what is left"),
        pytest.param(("收入", "支出", "现金结余", "存款结余"), id="two parts are left"),
        pytest.param(("Taxes", "On land", "On income and profits"), id="no profit but a tax on it"),
        pytest.param(("资金", "现金", "存款余额"), id="what is on an account"),
        pytest.param(("税费", "税金", "上缴利润"), id="what is paid of a profit"),
        pytest.param(("收入", *(f"费用{at}" for at in range(6)), "结余"), id="many parts"),
        pytest.param(("结余", "上半年结余", "下半年结余"), id="balances that add up"),
    ],
)
def test_other_sums_stay_what_they_are(labels: tuple[str, ...]) -> None:
    assert turned(*labels) == (0, tuple(range(1, len(labels))), 0)
