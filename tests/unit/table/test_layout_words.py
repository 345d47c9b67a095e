"""What the words of labels say that figures are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.table import Role
from statlint.table.layout_words import period_of, roles_of, unit_of

TOTAL, SUBTOTAL, OF_WHICH = Role.TOTAL, Role.SUBTOTAL, Role.OF_WHICH
SHARE, CHANGE, DIFFERENCE, RATE = Role.SHARE, Role.CHANGE, Role.DIFFERENCE, Role.RATE
AVERAGE, MEDIAN, CUMULATIVE, YEAR = Role.AVERAGE, Role.MEDIAN, Role.CUMULATIVE, Role.YEAR


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (TOTAL, "合计 总计 共计 合　计 计 一、总计 合计: 男女合计 全国 全省 全年"),
        (
            TOTAL,
            "总人口 总产值 总分 得分合计",
        ),
        (SUBTOTAL, "小计 小　计 （一）小计 分计 本页合计"),
        (OF_WHICH, "其中：男 　其　中：女 其中 #研究人员 ＃女性"),
        (SHARE, "占比 占比（%） 比重 占总计比重 构成 失业率 合格率(%) 百分比 占全国的% 0—14岁占%"),
        (CHANGE, "同比 同比增长（%） 环比 增长率 增速 比上年增长% 增减% 年均增长 涨跌幅"),
        (DIFFERENCE, "增减 增减额 差额 净出口 结余 顺差 增加额"),
        (AVERAGE, "平均 平均分 均值 月均"),
        (MEDIAN, "中位数 最高分 最低 标准差"),
        (CUMULATIVE, "累计 本年累计 1-9月累计 自年初至本月 2019年1-9月"),
        (Role.RANK, "排名 名次 位次"),
        (Role.ORDINAL, "序号 行次 序"),
        (Role.CODE, "代码 附注 科目编码 学号 联系电话 身份证号 编号"),
        (RATE, "人均 人均收入 每万人 平均每户 人口密度 价格指数 汇率 生师比 性别比(女=100)"),
        (Role.PRICE, "单价 销售价格 均价"),
        (Role.QUANTITY, "数量 销量"),
        (YEAR, "2019年 1月 一季度 上年同期 2019"),
    ],
    ids=str,
)
def test_chinese_words_tell_the_role(role: Role, labels: str) -> None:
    found = {label: roles_of([label]) for label in labels.split(" ")}

    assert found == dict.fromkeys(found, frozenset({role}))


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (
            TOTAL,
            "Total|TOTALS|Grand total|Total, all industries|Population, total|Both sexes|All modes",
        ),
        (SUBTOTAL, "Subtotal|Sub-total|sub total"),
        (OF_WHICH, "of which: men|Of which|Including: oil|# women|of whom aged 65"),
        (SHARE, "Per cent|%|% of total|Share of total|Percentage distribution|Market share|0–14 %"),
        (CHANGE, "Percent change|Change, %|Annual growth|Growth rate|% change|Percent increase"),
        (DIFFERENCE, "Net migration|Trade balance|Surplus|Difference"),
        (AVERAGE, "Average|Mean|Avg. hours|Weighted average"),
        (MEDIAN, "Median income|Max|Minimum|Standard deviation"),
        (CUMULATIVE, "Cumulative|Year to date|YTD|Running total"),
        (Role.RANK, "Rank|Ranking|Rank in 1999"),
        (Role.ORDINAL, "No.|S/N|Serial No.|#"),
        (Role.CODE, "Code|Note|ID|Student ID|Student Number|NAICS|FIPS code"),
        (
            RATE,
            "Per capita|GDP per head|Operating ratio|Birth rate|per 1,000|Price index|per share",
        ),
        (Role.PRICE, "Price|Unit cost|Retail price"),
        (Role.QUANTITY, "Quantity|Qty"),
        (YEAR, "2019|Q1|January|1st quarter 2009|2005 $ millions"),
    ],
    ids=str,
)
def test_english_words_tell_the_role(role: Role, labels: str) -> None:
    found = {label: roles_of([label]) for label in labels.split("|")}

    assert found == dict.fromkeys(found, frozenset({role}))


@pytest.mark.parametrize(
    "label",
    [
        *"会计 统计 审计 设计 总体 总共 总经理办公室 总计划 效率 男 其他 电话用户 不变价格".split(),
        *"期末余额 Internet i'net No Males Other Commodity Births".split(),
        "All other pigs",
        "Share capital",
        "Balance sheet",
        "# of students",
        "GDP at market prices",
        "< 30% Mn",
        "MAXIMUM EU CONTRIBUTION",
        "Rates, Tax and Insurance",
        "",
        "  ",
    ],
)
def test_words_alike_tell_nothing(label: str) -> None:
    assert roles_of([label]) == frozenset()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param([], set(), id="no labels"),
        pytest.param(["占比", "男"], {SHARE}, id="a share under a spanner"),
        pytest.param(["同比增长", "2019"], {CHANGE, YEAR}, id="a change under a spanner"),
        pytest.param(["Average", "Males"], {AVERAGE}, id="an average under a spanner"),
        pytest.param(["合计", "人数"], {TOTAL}, id="what is counted under a total"),
        pytest.param(["Total", "2018"], {TOTAL, YEAR}, id="a year under a total"),
        pytest.param(["合计", "%"], {TOTAL, SHARE}, id="a share under a total"),
        pytest.param(["合计", "男"], set(), id="a part under a total"),
        pytest.param(["Total revenue", "Taxes"], set(), id="a part of a total in words"),
        pytest.param(["其中", "男"], {OF_WHICH}, id="under a label that says of which"),
        pytest.param(["其中：男", "城镇"], set(), id="under a part"),
        pytest.param(["Total %"], {TOTAL, SHARE}, id="a total of shares"),
        pytest.param(["Net change"], {CHANGE, DIFFERENCE}, id="a change that may be a difference"),
        pytest.param(["合计 Total"], {TOTAL}, id="two languages"),
        pytest.param(["2008, total"], {TOTAL, YEAR}, id="a total of a year"),
        pytest.param(
            ["4th quarter 2009 to 1st quarter 2010 %"], {CHANGE}, id="per cent between periods"
        ),
        pytest.param(["Annual average growth rate"], {CHANGE}, id="growth goes before others"),
    ],
)
def test_labels_are_held_together(labels: list[str], expected: set[Role]) -> None:
    assert roles_of(labels) == expected


PIECES = (
    "2019 年 月 季度 第 一 十二 Q 1 - / . ( ) % $ millions in 00 ² ٣ "
    "单位 ： Jan 31 , FY ① 其中 # 合计"
).split()


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join))
def test_any_label_is_read(label: str) -> None:
    roles = roles_of([label, label])
    period, unit = period_of(label), unit_of(label)

    assert roles <= set(Role)
    assert period is None or 1800 <= period.year < 2100
    assert unit is None or unit.strip()
