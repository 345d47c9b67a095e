"""Figures of a text that a table without a form has under the same label, and no others."""

from __future__ import annotations

import pytest

from rules.confronting import findings_of
from rules.web_pages import open_page
from statlint.config import Settings

TABLE = """
<table>
<tr><td>指标</td><td>上半年</td><td>全年</td></tr>
<tr><td>政府信息公开申请</td><td>50</td><td>120</td></tr>
<tr><td>主动公开文件</td><td>20</td><td>56</td></tr>
<tr><td>行政复议案件</td><td>1</td><td>3</td></tr>
<tr><td>合计</td><td>71</td><td>179</td></tr>
</table>
"""
ONE_HEAD = """
<table>
<tr><td>指标</td><td>数量（件）</td></tr>
<tr><td>政府信息公开申请</td><td>120</td></tr>
<tr><td>主动公开文件</td><td>56</td></tr>
<tr><td>行政复议案件</td><td>3</td></tr>
<tr><td>行政诉讼案件</td><td>1</td></tr>
</table>
"""


def told(text: str, table: str) -> list[str]:
    found = findings_of(open_page(text + table), (), Settings(language="zh"))
    return [one.message for one in found if one.code == "T107"]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        pytest.param("全县政府信息公开申请120件。", ONE_HEAD, id="the same figure"),
        pytest.param("上半年政府信息公开申请50件。", TABLE, id="under a head that is named"),
        pytest.param("政府信息公开申请90件。", TABLE, id="under no head that is named"),
        pytest.param("教育系统政府信息公开申请9件。", ONE_HEAD, id="with more words beside it"),
        pytest.param("政府信息公开申请约100件。", ONE_HEAD, id="not exact"),
        pytest.param("政府信息公开申请1.2万件。", ONE_HEAD, id="told in another unit"),
        pytest.param("政府信息公开申请99人次。", ONE_HEAD, id="counted in something else"),
        pytest.param("合计180件。", TABLE, id="a label that is too short"),
        pytest.param("政府信息公开申请9件。", "", id="no table"),
        pytest.param("政府信息公开申请9件。", ONE_HEAD + ONE_HEAD, id="two lines so called"),
    ],
)
def test_what_is_not_quoted_beyond_doubt_is_left_alone(text: str, table: str) -> None:
    assert told(text, table) == []


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        pytest.param(
            "全县政府信息公开申请共124件。",
            ONE_HEAD,
            "正文「全县政府信息公开申请」124件，第 1 个表格 B2「政府信息公开申请·数量」为 120，"
            "相差 4",
            id="the only head",
        ),
        pytest.param(
            "上半年主动公开文件25件。",
            TABLE,
            "正文「上半年主动公开文件」25件，第 1 个表格 B3「主动公开文件·上半年」为 20，相差 5",
            id="the head that is named",
        ),
        pytest.param(
            "全县2件行政复议案件。",
            ONE_HEAD,
            "正文「全县行政复议案件」2件，第 1 个表格 B4「行政复议案件·数量」为 3，相差 1",
            id="the label behind the figure",
        ),
    ],
)
def test_a_figure_that_differs_is_told(text: str, table: str, expected: str) -> None:
    assert told(text, table) == [expected]
