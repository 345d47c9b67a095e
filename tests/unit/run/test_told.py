"""Whole messages on tables without a form, one shape of relation after another."""

from __future__ import annotations

from datetime import date

import pytest

from statlint.config import Settings
from statlint.run import check_paths
from statlint.values import Language

A_SUM_ACROSS = """\
地区,合计,男,女
东镇,3309,1123,2186
西镇,1553,1034,519
南镇,915,407,498
北镇,7067,4012,3055
"""
HEADS_OF_ONE_NAME = """\
表1 城乡人口,,,,
,,,,单位：人
地区,全部,,城镇,,乡村,
,男,女,男,女,男,女
东镇,3309,2186,1309,1186,2000,1000
西镇,1553,1519,553,519,1000,1000
南镇,915,498,205,198,700,300
北镇,7067,3055,3067,1055,4000,2000
"""
GROWTH_BETWEEN_HEADS = """\
区县,2022年,2023年,比上年增长（%）
城关区,320.5,341.2,6.5
七里河区,210.3,222.9,6.0
西固区,180.7,188.1,4.1
安宁区,150.2,164.5,8.9
红古区,98.6,104.3,5.8
榆中县,120.4,126.9,5.4
"""
SHARES_OF_A_TOTAL_LINE = """\
School,Pupils,Share of total (%)
North,812,24.7
South,655,19.9
East,1023,35.1
West,803,24.4
All schools,3293,100.0
"""
GROWTH_DOWN_THE_SIDE = """\
Year,Exports,Change of exports (%)
2016,4980,
2017,5105,2.5
2018,5210,2.1
2019,5544,6.4
2020,5012,-9.6
2021,5890,11.5
2022,6123,4.0
"""
A_PRODUCT = """\
品名,数量,单价（元）,金额（元）
大米,120,5.20,624.00
面粉,85,4.60,391.00
食用油,40,58.50,2340.00
白糖,66,7.80,514.80
食盐,150,2.50,357.00
"""
A_MEAN = """\
考区,语文,数学,英语
一考区,82.5,90.1,77.3
二考区,79.4,88.6,80.2
三考区,91.0,84.5,85.7
四考区,86.3,92.2,79.6
平均,84.8,98.9,80.7
"""
A_RUNNING_FIGURE = """\
月份,本月产量,累计产量
1月,520,520
2月,480,1000
3月,560,1560
4月,555,2115
5月,570,2658
6月,590,3275
"""
A_CLOSING_BALANCE = """\
Year,Opening stock,Received,Used,Closing stock
2016,410,1250,1190,470
2017,470,1310,1280,500
2018,500,1295,1340,455
2019,455,1402,1377,480
2020,480,1120,1150,450
2021,450,1366,1320,469
"""
THE_SAME_FIGURE_IN_TWO_TABLES = """\
表1 产值（万元）,,,
地区,工业,农业,合计
甲镇,5210,1203,6413
乙镇,4102,980,5082
丙镇,3377,1510,4887
丁镇,2890,777,3667
,,,
表2 人口,,,
地区,合计产值（万元）,人口（人）,户数
甲镇,6413,5120,1525
乙镇,5082,4410,1524
丙镇,4878,3907,1508
丁镇,3667,2900,1245
"""
GROUPED = """\
Receipts of the regional authorities by kind and year (in thousands),,,
Item,2021,2022,2023
Taxes on income and profits of enterprises of all kinds,"12,310","13,002","13,877"
Taxes on land,"4,021","4,188","4,390"
Taxes and fees,"16,331","17,190","18,627"
"""


def messages(table: str, language: Language) -> list[str]:
    """Check a table and give what is said."""
    report = check_paths(
        [("a.csv", table.encode())], Settings(language=language), today=date(2026, 11, 22)
    )
    return [found.message for found in report.findings]


@pytest.mark.parametrize(
    ("table", "zh", "en"),
    [
        pytest.param(
            A_SUM_ACROSS,
            (
                "南镇 · 合计：填 915，按「男 + 女」应为 905，差额 -10"
                "（在其余 3 行均成立，栏名表明是合计）"
            ),
            (
                "南镇, 合计: stated as 915, “男 + 女” gives 905, difference -10 "
                "(it holds on the other 3 lines; its label says that it is a total)"
            ),
            id="a sum across",
        ),
        pytest.param(
            HEADS_OF_ONE_NAME,
            (
                "南镇 · 男：填 915，按「城镇·男 + 乡村·男」应为 905，差额 -10 人"
                "（在其余 3 行均成立）"
            ),
            (
                "南镇, 男: stated as 915, “城镇·男 + 乡村·男” gives 905, difference -10 人 "
                "(it holds on the other 3 lines)"
            ),
            id="heads of one name",
        ),
        pytest.param(
            GROWTH_BETWEEN_HEADS,
            (
                "安宁区 · 比上年增长（%）：填 8.9，按"
                "「(2023年 − 2022年) ÷ 2022年 × 100」应为 9.5"
                "（在其余 5 行均成立）"
            ),
            (
                "安宁区, 比上年增长（%）: stated as 8.9, "
                "“(2023年 − 2022年) ÷ 2022年 × 100” gives 9.5 "
                "(it holds on the other 5 lines)"
            ),
            id="growth between heads",
        ),
        pytest.param(
            SHARES_OF_A_TOTAL_LINE,
            (
                "East · Share of total (%)：填 35.1，按"
                "「East·Pupils ÷ All schools·Pupils × 100」应为 31.1"
                "（在其余 3 行均成立）"
            ),
            (
                "East, Share of total (%): stated as 35.1, "
                "“East·Pupils ÷ All schools·Pupils × 100” gives 31.1 "
                "(it holds on the other 3 lines)"
            ),
            id="shares of a total line",
        ),
        pytest.param(
            GROWTH_DOWN_THE_SIDE,
            (
                "2021 · Change of exports (%)：填 11.5，按"
                "「(2021·Exports − 2020·Exports) ÷ 2020·Exports × 100」应为 17.5"
                "（在其余 5 行均成立）"
            ),
            (
                "2021, Change of exports (%): stated as 11.5, "
                "“(2021·Exports − 2020·Exports) ÷ 2020·Exports × 100” gives 17.5 "
                "(it holds on the other 5 lines)"
            ),
            id="growth down the side",
        ),
        pytest.param(
            A_PRODUCT,
            "食盐 · 金额（元）：填 357.00，按「数量 × 单价」应为 375.00（在其余 4 行均成立）",
            (
                "食盐, 金额（元）: stated as 357.00, “数量 × 单价” gives 375.00 "
                "(it holds on the other 4 lines)"
            ),
            id="a product",
        ),
        pytest.param(
            A_MEAN,
            (
                "平均 · 数学：填 98.9，按「一考区 … 四考区 各行的平均数」应为 88.9"
                "（在其余 2 列均成立）"
            ),
            (
                "平均, 数学: stated as 98.9, "
                "“the mean of the lines 一考区 … 四考区” gives 88.9 "
                "(it holds in the other 2 columns)"
            ),
            id="a mean",
        ),
        pytest.param(
            A_RUNNING_FIGURE,
            (
                "5月 · 累计产量：填 2658，按「4月·累计产量 + 5月·本月产量」应为 2685，差额 27"
                "（在其余 3 行均成立）"
            ),
            (
                "5月, 累计产量: stated as 2658, "
                "“4月·累计产量 + 5月·本月产量” gives 2685, difference 27 "
                "(it holds on the other 3 lines)"
            ),
            id="a running figure",
        ),
        pytest.param(
            A_CLOSING_BALANCE,
            (
                "2021 · Closing stock：填 469，按"
                "「Opening stock + Received − Used」应为 496，差额 27"
                "（在其余 5 行均成立）"
            ),
            (
                "2021, Closing stock: stated as 469, "
                "“Opening stock + Received − Used” gives 496, difference 27 "
                "(it holds on the other 5 lines)"
            ),
            id="a closing balance",
        ),
        pytest.param(
            THE_SAME_FIGURE_IN_TWO_TABLES,
            (
                "丙镇 · 合计产值（万元）：填 4878，与"
                "「表1 产值·丙镇·合计」的 4887 不一致，差额 9 万元"
                "（在其余 3 行均成立）"
            ),
            (
                "丙镇, 合计产值（万元）: stated as 4878, "
                "“表1 产值·丙镇·合计” is 4887, difference 9 万元 "
                "(it holds on the other 3 lines)"
            ),
            id="the same figure in two tables",
        ),
        pytest.param(
            GROUPED,
            (
                "Taxes and fees · 2023：填 18,627，按"
                "「Taxes on income and profits of… + Taxes on land」应为 18,267，差额 -360"
                "（在其余 2 列均成立）"
            ),
            (
                "Taxes and fees, 2023: stated as 18,627, "
                "“Taxes on income and profits of… + Taxes on land” gives 18,267, difference -360 "
                "(it holds in the other 2 columns)"
            ),
            id="marks between thousands and long labels",
        ),
    ],
)
def test_a_message_says_what_a_figure_is_held_against(table: str, zh: str, en: str) -> None:
    assert messages(table, "zh") == [zh]
    assert messages(table, "en") == [en]
