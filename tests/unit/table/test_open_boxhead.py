"""Boxheads of open tables: a row of figures is none, whatever words stand beside them."""

from __future__ import annotations

import pytest

from statlint.run.pack import find_form
from tables import filled_of, grid_of

KINDS_OF_UNIT = """
    政府信息公开情况通报
    序号,单位类别,单位,工作动态,政策文件,合计,得分,排名
    1,乡镇,城关镇,10,2,12,98.5,1
    2,,晓天镇,8,1,9,95,2
    3,{kind},财政局,10,2,12,97,1
    4,,教育局,8,1,9,93,2
    ,,合计,36,6,42,,
"""


@pytest.mark.parametrize("kind", ["区直单位", "部门", "单位", "地区"])
def test_a_group_with_the_label_of_a_head_begins_no_other_table(kind: str) -> None:
    grid = grid_of(KINDS_OF_UNIT.format(kind=kind), merges="B3:B4 B5:B6")

    (table,) = filled_of(find_form("cn-bulletin", "zh"), grid).tables

    assert [found.label.text for part in table.parts for found in part.lines] == [
        "城关镇",
        "晓天镇",
        "财政局",
        "教育局",
        "合计",
    ]
