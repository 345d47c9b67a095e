"""Figures of a text that a form says are those of its tables: which are taken for it, and how."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rules.confronting import findings_of
from rules.web_pages import open_page
from statlint.config import Settings
from statlint.form import Form, load_form
from statlint.run import prepare
from statlint.run.one import check_one
from statlint.values import Period

FORM = """
id = "cases"
title = { zh = "案件", en = "Cases" }
source = { zh = "示例", en = "Example" }

[[table]]
key = "cases"
title = { zh = "案件情况表", en = "Cases" }
unit = "件"
head = [
  { key = "persons", label = "自然人" },
  { key = "firms", label = "法人" },
  { key = "all", label = "总计" },
]
line = [
  { key = "new", label = "本年新收案件" },
  { key = "carried", label = "上年结转案件" },
  { key = "closed", label = "本年办结案件" },
  { key = "upheld", label = "复议维持案件" },
  { key = "suits", label = "行政诉讼案件" },
]

[[quoted]]
id = "Q1"
figure = "cases.new.all"
or = ["cases.new.all + cases.carried.all"]
all = ["收到|受理", "案件"]
none = ["网络"]
units = ["件", "宗"]

[[quoted]]
id = "Q2"
figure = "cases.carried.all"
all = ["上年结转|年结转"]
near = ["案件"]
direct = true

[[quoted]]
id = "Q3"
figure = "cases.closed.persons + cases.closed.firms"
all = ["办结"]
near = ["案件"]
reason = { zh = "口径可能不同", en = "other scope" }

[[quoted]]
id = "Q4"
figure = "cases.upheld.all"
all = ["复议"]
after = ["均获维持"]

[[quoted]]
id = "Q5"
figure = "cases.suits.all"
all = ["诉讼"]
absent = true
"""
TABLE = """
<table>
<tr><td>指标</td><td>自然人</td><td>法人</td><td>总计</td></tr>
<tr><td>本年新收案件</td><td>100</td><td>20</td><td>120</td></tr>
<tr><td>上年结转案件</td><td>5</td><td>1</td><td>6</td></tr>
<tr><td>本年办结案件</td><td>98</td><td>21</td><td>119</td></tr>
<tr><td>复议维持案件</td><td>3</td><td>1</td><td>4</td></tr>
<tr><td>行政诉讼案件</td><td>1</td><td>0</td><td>1</td></tr>
</table>
"""


@pytest.fixture(name="form")
def _form(tmp_path: Path) -> Form:
    path = tmp_path / "cases.toml"
    path.write_text(FORM, encoding="utf-8")
    return load_form(path)


def told(text: str, form: Form, period: str | None = "2021") -> list[str]:
    settings = Settings(language="zh", period=Period.parse(period) if period else None)
    found = findings_of(open_page(text + TABLE), (form,), settings)
    return [one.message for one in found if one.code == "T107"]


RIGHT = [
    pytest.param("全县收到案件120件。", id="the figure of the table"),
    pytest.param("全县共受理案件126件。", id="the other reading"),
    pytest.param("全县收到120余件案件。", id="at least so many"),
    pytest.param("全县收到案件约100件。", id="about so many is not held against anything"),
    pytest.param("全县收到案件不足130件。", id="fewer than so many"),
    pytest.param("网络收到案件50件。", id="a word that must not be there"),
    pytest.param("全县收到案件50人次。", id="another unit"),
    pytest.param("上半年全县收到案件50件。", id="a part of the year"),
    pytest.param("县教育局收到案件50件。", id="a part of the unit"),
    pytest.param("全县收到案件120件，其中县本级收到案件31件。", id="a part of it in the sentence"),
    pytest.param("2020年，全县收到案件50件。", id="another year"),
    pytest.param("全县收到案件120件，上年结转6件。", id="two of them"),
    pytest.param("全县办结案件119件，含2020年结转的6件。", id="carried over from the year before"),
    pytest.param("申请复议4件，均获维持。", id="said behind the figure"),
    pytest.param("申请复议9件，正在审理。", id="not said behind the figure"),
    pytest.param("本年度未发生行政复议。", id="something else that did not happen"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_or_other_figure_is_left_alone(text: str, form: Form) -> None:
    assert told(text, form) == []


WRONG = [
    pytest.param(
        "全县收到案件210件。",
        "正文「全县收到案件」210件，第 1 个表格 D2「本年新收案件·总计」为 120，相差 90",
        id="none of its readings",
    ),
    pytest.param(
        "全县收到130余件案件。",
        "正文「全县收到案件」130余件，第 1 个表格 D2「本年新收案件·总计」为 120，相差 10",
        id="at least so many, and there are fewer",
    ),
    pytest.param(
        "全县收到案件1.2万件。",
        "正文「全县收到案件」1.2万件，第 1 个表格 D2「本年新收案件·总计」为 120，相差 11880",
        id="told in ten thousands",
    ),
    pytest.param(
        "全县收到案件120件，上年结转9件。",
        "正文「上年结转」9件，第 1 个表格 D3「上年结转案件·总计」为 6，相差 3"
        "（正文用的就是表中的名称，应当一致）",
        id="by its own name",
    ),
    pytest.param(
        "全县办结案件191件。",
        "正文「全县办结案件」191件，第 1 个表格 B4「本年办结案件·自然人 + 本年办结案件·法人」"
        "为 119，相差 72（口径可能不同）",
        id="a sum, with the reason why it may differ",
    ),
    pytest.param(
        "申请复议9件，均获维持。",
        "正文「申请复议」9件，第 1 个表格 D5「复议维持案件·总计」为 4，相差 5",
        id="said behind the figure",
    ),
    pytest.param(
        "本年度未发生行政诉讼。",
        "正文称「未发生行政诉讼」，第 1 个表格 D6「行政诉讼案件·总计」却为 1",
        id="said not to have happened",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_a_wrong_figure_is_told_with_that_of_the_table(
    text: str, expected: str, form: Form
) -> None:
    assert told(text, form) == [expected]


def test_a_breakdown_of_figures_that_are_right_is_not_said_to_be_wrong(form: Form) -> None:
    """The text names what was closed, and leaves what was carried over to the reader."""
    settings = Settings(language="zh", period=Period.parse("2021"))
    texts = [
        "全县共收到案件126件，分别为办结案件119件、上年结转6件。",
        "全县共收到案件126件，分别为办结案件117件、上年结转6件。",
    ]
    found = [findings_of(open_page(text + TABLE), (form,), settings) for text in texts]

    assert [[one.code for one in told if one.code.startswith("T")] for told in found] == [
        [],
        ["T101", "T107"],
    ]


def test_without_a_period_years_say_nothing(form: Form) -> None:
    found = told("2020年，全县收到案件120件。", form, period=None)

    assert found == []


def test_a_quotation_alone_accuses_neither_side(form: Form) -> None:
    work = prepare(Settings(language="zh"), today=date(2026, 11, 22), forms=(form,))
    found = check_one(open_page("全县收到案件210件。" + TABLE), work)

    assert [(one.code, one.diagnosis) for one in found.findings if one.code == "T107"] == [
        ("T107", None)
    ]
