"""Closing balances are found with what opened them, what came and what went."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.carried import find_carried
from statlint.inference.flows import find_flows
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Axis, Operator, Relation


def found_in(text: str, *known: Relation) -> list[str]:
    """Tell the balances of a table along both axes, and where they are wrong."""
    layout = layout_of(text)
    lines = matrix_of(layout)
    told = []
    for matrix in (lines, lines.turned()):
        for one in find_flows(matrix, known, find_carried(matrix)):
            names = [matrix.strips[part].text for part in one.parts]
            plus, minus = names[: len(names) - one.less], names[len(names) - one.less :]
            wrong = " ".join(matrix.across[at].text for at in one.missed) or "any"
            told.append(
                f"{matrix.strips[one.aggregate].text} = {' + '.join(plus)} - {' - '.join(minus)},"
                f" not {wrong}"
            )
    return told


STOCKS = """
品种,期初库存,本期入库,本期出库,其中:损耗,期末库存
小麦,1203,310,287,12,1226
玉米,2226,298,305,31,2219
大豆,520,401,266,9,655
稻谷,1354,377,390,40,1341
"""


def test_a_stock_is_what_was_there_and_came_less_what_went() -> None:
    assert found_in(STOCKS) == ["期末库存 = 期初库存 + 本期入库 - 本期出库, not any"]


def test_one_closing_stock_is_wrong() -> None:
    found = found_in(STOCKS.replace("266,9,655", "266,9,565"))

    assert found == ["期末库存 = 期初库存 + 本期入库 - 本期出库, not 大豆"]


def test_cases_are_carried_to_the_next_year() -> None:
    sum_of_results = Relation(Operator.SUM, Axis.LINES, 5, (2, 3, 4), (0, 1, 2), 40.0)

    found = found_in(
        """
        事项,自然人,法人,总计
        本年新收申请数量,312,45,357
        上年结转申请数量,21,3,24
        予以公开,150,22,172
        不予公开,60,8,68
        其他处理,95,14,109
        总计,305,44,349
        结转下年度继续办理,28,4,32
        """,
        sum_of_results,
    )

    assert found == ["结转下年度继续办理 = 上年结转申请数量 + 本年新收申请数量 - 总计, not any"]


SCORES = """
单位,党建,经济发展,社会治理,加分,扣分,总分
城关镇,27.95,35.36,26.69,0,0.5,89.5
晓天镇,26.86,29.39,22.82,2,0.5,80.57
桃溪镇,23.63,34.85,22.79,1,1,81.27
南港镇,24.87,29.31,23.59,0,1,76.77
杭埠镇,23.84,39.77,29.68,2,0,95.29
"""


def test_points_are_taken_off_a_score() -> None:
    due = "总分 = 党建 + 经济发展 + 社会治理 + 加分 - 扣分"

    assert found_in(SCORES) == [f"{due}, not any"]
    assert found_in(SCORES.replace("81.27", "82.17")) == [f"{due}, not 桃溪镇"]


def test_points_are_taken_off_nothing_where_figures_do_not_say_so() -> None:
    lines = "A,31,2,1,60\nB,42,0,2,41\nC,18,1,0,77\nD,27,3,0,35\nE,55,0,1,52\n"

    assert found_in(f"单位,基础分,加分,扣分,总分\n{lines}") == []
    assert found_in("单位,基础分,加分,扣分\nA,31,2,1\nB,42,0,2\n") == []


def test_balances_without_names_are_known_by_being_carried_over() -> None:
    found = found_in("""
        Year,A,B,C,D
        2019,1203.5,310.2,287.1,1226.6
        2020,1226.6,298.8,305.0,1220.4
        2021,1220.4,401.3,266.9,1354.8
        2022,1354.8,377.5,390.2,1342.1
        2023,1342.1,415.0,350.6,1406.5
        """)

    assert found == ["D = A + B - C, not any"]


@pytest.mark.parametrize(
    "text",
    [
        """
        单位,年初人数,年末人数,平均人数,工资总额
        甲,120,131,126,1130
        乙,140,148,144,1402
        丙,97,90,93,811
        """,
        """
        Item,Opening,In,Closing
        a,10,5,15
        b,20,7,27
        c,30,9,39
        """,
        """
        Item,Opening,In,Out,Closing
        a,10,5,3,12
        """,
    ],
    ids=["stocks without flows", "a plain sum", "one line"],
)
def test_what_is_no_balance_gives_nothing(text: str) -> None:
    assert found_in(text) == []


CASH = """
项目,金额（元）
年初余额,12045.30
本年收入,88012.55
本年支出,79433.18
年末余额,20624.67
"""


def test_in_one_column_all_labels_must_say_so() -> None:
    assert found_in(CASH) == ["年末余额 = 年初余额 + 本年收入 - 本年支出, not any"]
    assert found_in(CASH.replace("本年支出", "另册登记")) == []
    assert found_in(CASH.replace("20624.67", "20642.67")) == []
