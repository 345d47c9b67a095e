"""A clean report that is broken in one way has exactly the finding for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.confronting import findings_of
from rules.web_pages import open_page
from statlint.config import Settings
from statlint.form import Form
from statlint.run.pack import find_form
from statlint.workbook import open_workbook

PAGE = Path(__file__).parents[2] / "fixtures/documents/瑶海区2019年政府信息公开年报.html"
REPORT = """
瑶海区教育体育局2022年政府信息公开工作年度报告
本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《关于印发〈政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。数据的统计期限自2022年1月1日起至2022年12月31日止。如有疑问，请与局办公室联系（电话：0551-64495818）。
一、总体情况
2022年，我局按照《关于印发〈政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）推进公开。
（一）主动公开
2022年，全局公开信息1203条，各类信息见下表。
<table><tr><td>类别</td><td>条数</td></tr><tr><td>财政信息</td><td>32</td></tr></table>
（二）信息管理
一是严格审查，坚持先审查、后公开；二是动态更新，三月中旬前完成目录调整；三是定期清理过期的信息，保证每一条都能查到、能看懂、能用上，群众满意。
（三）平台建设
依托“瑶海教体”微信公众号，全年推送1230条，详见附件2。
二、主要问题及改进情况
（1）公开深度不够。
（2）培训不足。
（3）制度不全。
三、其他需要报告的事项
本年度未收取信息处理费。
附件：1. 信息公开统计表
2. 公众号推送目录
瑶海区教体局
2023年1月18日
附件1
信息公开统计表
附件2
公众号推送目录
"""


def codes(text: str) -> list[str]:
    found = findings_of(open_page(text), (), Settings())
    return [one.code for one in found if one.code.startswith("T0")]


def page_codes(was: str, now: str) -> list[str]:
    page = PAGE.read_text(encoding="gb18030")
    assert was in page
    forms: tuple[Form, ...] = (find_form("cn-disclosure-annual-2019", "en"),)
    opening = open_workbook(PAGE.name, page.replace(was, now, 1).encode("gb18030"))
    return [one.code for one in findings_of(opening, forms, Settings()) if one.code < "T1"][-9:]


def test_the_report_is_clean() -> None:
    assert codes(REPORT) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        pytest.param("三、其他", "四、其他", "T002", id="a heading is left out"),
        pytest.param("（三）平台", "（二）平台", "T002", id="a heading comes twice"),
        pytest.param(
            "二是动态更新，三月中旬前完成目录调整；", "", "T002", id="a point is left out"
        ),
        pytest.param("（3）", "（2）", "T002", id="a number in brackets comes twice"),
        pytest.param("本年度未收取信息处理费。\n", "", "T003", id="an empty section"),
        pytest.param("三、其他需要报告的事项", "三、", "T003", id="a heading without words"),
        pytest.param("严格审查，坚持先审查、后公开；", "；", "T003", id="an empty point"),
        pytest.param("附件2\n公众号推送目录\n", "", "T004", id="an attachment is missing"),
        pytest.param("详见附件2", "详见附件5", "T004", id="an attachment out of the list"),
        pytest.param("财政信息</td><td>32</td></tr></table>", "", "T004", id="a table is missing"),
        pytest.param("12月31日止", "12月30日止", "T005", id="the period ends a day early"),
        pytest.param("自2022年1月", "自2021年1月", "T005", id="the period begins a year early"),
        pytest.param("瑶海区教体局", "瑶海区财政局", "T006", id="signed by another bureau"),
        pytest.param("2023年1月18日", "2022年1月18日", "T007", id="signed a year early"),
        pytest.param("2023年1月18日", "2025年1月18日", "T007", id="signed years later"),
        pytest.param("全局公开信息1203条", "全局公开信息XX条", "T008", id="a figure not filled in"),
        pytest.param("我局按照", "XX局按照", "T008", id="a name not filled in"),
        pytest.param("〔2021〕30号）推进", "[2021]30号）推进", "T009", id="other brackets"),
        pytest.param("〔2021〕30号）推进", "〔2021〕31号）推进", "T010", id="another number"),
        pytest.param("64495818", "64495818、13800138000", "T011", id="a mobile telephone"),
        pytest.param("条例》", "条例", "T013", id="a title that is not closed"),
    ],
)
def test_one_slip_has_one_finding(was: str, now: str, code: str) -> None:
    text = REPORT
    assert was in text
    if now == "" and was.startswith("财政"):
        head, _, rest = text.partition("<table>")
        text = head + rest.partition("</table>")[2]
    else:
        text = text.replace(was, now, 1)

    assert codes(text) == [code]


def test_a_paragraph_pasted_twice() -> None:
    line = next(one for one in REPORT.splitlines() if one.startswith("一是严格"))

    assert codes(REPORT.replace(line, f"{line}\n{line}")) == ["T012"]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        pytest.param("一、总体情况", "一、总体情况", [], id="as it is"),
        pytest.param(
            "五、存在的主要问题及改进情况", "五、工作打算", ["T001"], id="another heading"
        ),
        pytest.param("五、存在的", "六、存在的", ["T002"], id="another number"),
    ],
)
def test_the_sections_of_the_form(was: str, now: str, expected: list[str]) -> None:
    found = [one for one in page_codes(was, now) if one.startswith("T0")]

    assert found == expected


@given(
    st.text(
        "一二三四五六、（）()《》〔〕[]20191是。；：附件XX×*_\n1234567890号年月日见表局",
        max_size=120,
    )
)
def test_no_text_makes_a_rule_crash(text: str) -> None:
    codes(f"某区2019年工作报告\n一、总体情况\n{text}")
