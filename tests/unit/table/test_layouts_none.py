"""What is no table of figures is left alone."""

from __future__ import annotations

import pytest

from printed_layouts import found

LETTER = """
关于报送2023年统计年报的通知
各单位:
现将2023年统计年报工作安排如下,共分3个阶段
1. 2023年12月1日前完成布置
2. 2024年1月15日前完成上报
联系电话:010-12345678
"""
COVER = """
2023年度报表,,
填报单位:,某某局,
电话:,12345678,
邮编:,100000,
填报日期:,2024,
"""
NAMES = """
序号,姓名,部门
1,张三,办公室
2,李四,人事科
3,王五,财务科
"""
PROSE = """
During the year 37 units reported
of which 5 late
"""
CODES = """
代码,名称
1101,东城区
1102,西城区
1103,朝阳区
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="a letter"),
        pytest.param(COVER, id="a cover sheet"),
        pytest.param(NAMES, id="a list of names"),
        pytest.param(PROSE, id="prose with figures"),
        pytest.param(CODES, id="a list of codes"),
        pytest.param("合计,1\n", id="one figure"),
        pytest.param("1\n2\n3\n", id="figures without any label"),
    ],
)
def test_no_table_is_found(text: str) -> None:
    assert found(text) == ()
