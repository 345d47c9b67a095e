"""Edits of relations that are more than one part by another say all of it."""

from __future__ import annotations

import pytest

from statlint.inference import understand
from statlint.inference.forms import filled_form
from statlint.reporters import Look
from statlint.reporters.infer_json import write_inferred_json
from statlint.reporters.infer_text import write_inferred_text
from statlint.table.layouts import layouts_of
from tables import grid_of

LEAGUE = """
球队,场次,胜,平,负,积分
上海海港,30,20,5,5,65
山东泰山,30,18,6,6,60
浙江,30,14,2,14,44
北京国安,30,12,7,11,43
"""
TIMES = """
姓名,成绩（秒）,名次
张三,12.53,4
李四,11.97,2
王五,13.40,5
赵六,12.26,3
钱七,11.51,1
"""
ATTENDANCE = """
班级,出勤,缺勤,出勤率
一班,726,24,96.8%
二班,894,69,92.8%
三班,730,41,94.7%
四班,866,84,91.2%
"""
JUDGES = """
姓名,评委1,评委2,评委3,评委4,评委5,最后得分
张三,9.27,8.51,9.62,8.05,9.11,8.96
李四,9.69,8.89,8.00,9.09,9.20,9.06
王五,9.09,8.82,9.19,9.18,8.25,9.03
赵六,9.67,,8.18,8.95,8.98,8.78
钱七,9.41,8.65,8.28,8.71,8.41,8.59
"""
MOVING = """
Month,Sales,3-month moving average
2023-01,4120,
2023-02,3770,
2023-03,6999,4963.0
2023-04,6881,5883.3
2023-05,4834,6238.0
2023-06,2338,4684.3
"""
PROFIT = """
Item,2023,2022
Revenue,9120,8044
Less: cost of sales,5511,5020
Gross profit,3609,3024
"""


def edits_of(text: str) -> list[str]:
    """Write the edits of the form of a table."""
    filled = filled_form(understand(layouts_of(grid_of(text))))
    return [edit.text for edit in filled.form.tables[0].edits] if filled else []


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (LEAGUE, "3 * "),
        (TIMES, "place_low("),
        (TIMES, "dense_low("),
        (ATTENDANCE, " / ("),
        (PROFIT, " - "),
    ],
    ids=["points", "the lowest first", "without gaps", "by a sum", "what is left"],
)
def test_what_an_edit_says(text: str, edit: str) -> None:
    assert any(edit in one for one in edits_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LEAGUE, "积分 = 3 × 胜 + 平"),
        (TIMES, "名次 = 按 成绩（秒） 从低到高排的名次"),
        (ATTENDANCE, "出勤率 = 出勤 ÷ (出勤 + 缺勤) × 100"),
        (JUDGES, "最后得分 = 去掉最高和最低后 评委1 + … + 评委5（5 项） 的平均数"),
        (MOVING, "3-month moving average = 相邻 3 个 Sales 的平均数"),
        (PROFIT, "Gross profit = Revenue − Less: cost of sales"),
    ],
    ids=["points", "the lowest first", "by a sum", "without ends", "moving", "what is left"],
)
def test_how_it_is_drawn(text: str, said: str) -> None:
    page = write_inferred_text("a.csv", understand(layouts_of(grid_of(text))), Look(120), "zh")

    assert said in page


def test_programs_read_how_often_a_part_counts() -> None:
    points = write_inferred_json("a.csv", understand(layouts_of(grid_of(LEAGUE))))
    rates = write_inferred_json("a.csv", understand(layouts_of(grid_of(ATTENDANCE))))

    assert '"weights": [\n    3,\n    1\n   ]' in points
    assert '"denominators": 2' in rates
