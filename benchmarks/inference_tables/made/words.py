"""The words of made tables, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, by what they are for."""

    language: str
    totals: tuple[str, ...]
    subtotals: tuple[str, ...]
    of_which: tuple[str, ...]
    means: tuple[str, ...]
    places: tuple[tuple[str, tuple[str, ...]], ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    measures: tuple[tuple[str, str], ...]
    sexes: tuple[str, str]
    halves: tuple[str, str]
    titles: tuple[str, ...]
    year: str
    month: tuple[str, ...]
    quarter: tuple[str, ...]
    change: tuple[str, ...]
    share: tuple[str, ...]
    stubheads: tuple[str, ...]
    notes: tuple[str, ...]
    unit: str
    """How a unit line is written, with the unit in braces."""
    units: tuple[str, ...]
    flow: tuple[str, str, str, str]
    """Opening, coming in, going out, closing."""
    trade: tuple[str, str, str]
    """Going out, coming in, balance."""
    budget: tuple[str, str, str]
    goods: tuple[str, str, str]
    """Quantity, price, amount."""
    heads: tuple[tuple[str, str, str, int], ...]
    """A figure, what it is divided by, what comes out, times."""
    subjects: tuple[str, ...]
    score: tuple[str, str]
    running: tuple[str, str]
    checks: tuple[str, str, str]
    """What was looked at, what of it was wrong, and the share of the rest."""
    presence: tuple[str, str, str]
    judges: tuple[str, str]
    """One of them, with its number, and the score that counts."""
    times: tuple[str, str]


ZH = Words(
    "zh",
    ("合计", "总计", "全市", "全省", "总  计", "合 计", "全国"),
    ("小计", "小 计"),
    ("其中：", "#", "其中:"),
    ("平均", "平均值", "均值"),
    (
        ("东部", ("永安区", "临江区", "东山县", "海宁县", "长乐市")),
        ("中部", ("安平县", "新河县", "青阳区", "平原县", "丰县", "桃源县")),
        ("西部", ("西陵区", "白河县", "双流县", "石门县")),
        ("东北", ("北安市", "松江区", "通河县")),
    ),
    (
        ("第一产业", ("农业", "林业", "牧业", "渔业")),
        ("第二产业", ("采矿业", "制造业", "电力、热力、燃气及水的生产和供应业", "建筑业")),
        (
            "第三产业",
            ("批发和零售业", "交通运输、仓储和邮政业", "住宿和餐饮业", "金融业", "房地产业"),
        ),
    ),
    (
        ("单位数", "个"),
        ("从业人员", "人"),
        ("资产", "万元"),
        ("营业收入", "万元"),
        ("利润", "万元"),
        ("在校学生", "人"),
        ("床位", "张"),
    ),
    ("男", "女"),
    ("城镇", "乡村"),
    ("2023年各地区主要指标", "分行业基本情况", "1-6月主要经济指标完成情况", "人口基本情况统计表"),
    "{}年",
    tuple(f"{month}月" for month in range(1, 13)),
    ("一季度", "二季度", "三季度", "四季度"),
    ("增长%", "同比增长（%）", "比上年增长(%)", "增幅（%）"),
    ("占比%", "比重（%）", "占总数的%", "构成(%)"),
    ("地区", "项目", "指标", "行业"),
    (
        "注：本表数据为初步统计数。",
        "资料来源：市统计局。",
        "注：1.部分数据因四舍五入存在分项之和与合计不等。",
    ),
    "单位：{}",
    ("万元", "人", "件", "吨", "公顷"),
    ("年初数", "本年增加", "本年减少", "年末数"),
    ("出口", "进口", "差额"),
    ("预算数", "决算数", "完成预算%"),
    ("数量", "单价", "金额"),
    (
        ("生产总值", "年末人口", "人均生产总值", 10000),
        ("产量", "播种面积", "单位面积产量", 1000),
        ("学生数", "教师数", "生师比", 1),
    ),
    ("语文", "数学", "英语", "物理", "化学", "组织领导", "制度建设", "信息公开"),
    ("总分", "排名"),
    ("本月", "本月止累计"),
    ("检验数", "不合格数", "合格率(%)"),
    ("出勤人次", "缺勤人次", "出勤率(%)"),
    ("评委{}", "最后得分"),
    ("成绩（秒）", "名次"),
)

EN = Words(
    "en",
    ("Total", "All", "All regions", "Canada", "United States", "Grand total", "Total, all"),
    ("Subtotal", "Sub-total"),
    ("of which: ", "of which ", "# "),
    ("Average", "Mean"),
    (
        ("Northeast", ("Maine", "Vermont", "New York", "New Jersey")),
        ("Midwest", ("Ohio", "Iowa", "Kansas", "Indiana", "Illinois")),
        ("South", ("Texas", "Florida", "Georgia")),
        ("West", ("Oregon", "Nevada", "Utah", "Idaho", "Washington", "California")),
    ),
    (
        ("Goods-producing industries", ("Agriculture", "Mining", "Construction", "Manufacturing")),
        ("Services-producing industries", ("Trade", "Finance", "Education", "Other services")),
        ("Public administration", ("Federal", "State", "Local")),
    ),
    (
        ("Establishments", "number"),
        ("Employees", "persons"),
        ("Payroll", "$1,000"),
        ("Receipts", "$ million"),
        ("Pupils enrolled", "persons"),
        ("Dwellings", "number"),
    ),
    ("Males", "Females"),
    ("Urban", "Rural"),
    ("Table 3. Selected characteristics by region", "Employment by industry", "Births by province"),
    "{}",
    tuple(
        "January February March April May June July August September October November"
        " December".split()
    ),
    ("1st quarter", "2nd quarter", "3rd quarter", "4th quarter"),
    ("% change", "Percent change", "Change, %", "Growth (%)"),
    ("%", "Per cent of total", "Share (%)", "Percent"),
    ("Region", "Item", "Industry", "Characteristic"),
    ("Note: Figures may not add to totals because of rounding.", "Source: Statistical office.",
     "1. Preliminary figures."),
    "({})",
    ("in thousands", "number", "thousand dollars", "tonnes"),
    ("Opening stock", "Additions", "Withdrawals", "Closing stock"),
    ("Exports", "Imports", "Balance"),
    ("Budget", "Outturn", "Outturn as % of budget"),
    ("Quantity", "Unit price", "Value"),
    (
        ("Offences", "Population", "Rate per 100,000", 100000),
        ("Production", "Harvested area", "Yield (kg per ha)", 1000),
        ("Persons", "Households", "Persons per household", 1),
    ),
    ("Reading", "Writing", "Science", "History", "Music", "Art", "Sports"),
    ("Total score", "Rank"),
    ("Month", "Year to date"),
    ("Items checked", "Items rejected", "Pass rate (%)"),
    ("Present", "Absent", "Attendance rate (%)"),
    ("Judge {}", "Final score"),
    ("Time (s)", "Rank"),
)  # fmt: skip
