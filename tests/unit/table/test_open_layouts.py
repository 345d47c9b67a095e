"""Open tables in the ways they are printed: merges kept and lost, pages, panels, turned."""

from __future__ import annotations

import pytest

from open_forms import (
    BULLETIN_FORM,
    MONTH_FORM,
    OPEN_FORMS,
    SCORE_FORM,
    SHARE_FORM,
    heads_in,
    lines_in,
    tables_in,
)
from statlint.form import Form
from tables import filled_of, grid_of, search_in

GROUPS = """
    一级指标,二级指标,分值,自评得分
    一、主动公开（43分）,规范性文件,20,20
    ,工作动态,23,21
    二、依申请公开（7分）,受理,5,5
    ,答复,2,2
    合计,,50,48
"""
IN_GROUPS = [
    "group#1 一、主动公开（43分） points=43@A2",
    "item#1 规范性文件 < group#1 points=20 score=20",
    "item#2 工作动态 < group#1 points=23 score=21",
    "group#2 二、依申请公开（7分） points=7@A4",
    "item#3 受理 < group#2 points=5 score=5",
    "item#4 答复 < group#2 points=2 score=2",
    "total 合计 points=50 score=48",
]
FILLED = """
    一级指标,二级指标,分值,自评得分
    一、主动公开（43分）,规范性文件,20,20
    一、主动公开（43分）,工作动态,23,21
    二、依申请公开（7分）,受理,5,5
    二、依申请公开（7分）,答复,2,2
    合计,合计,50,48
"""


@pytest.mark.parametrize(
    ("text", "merges"),
    [(GROUPS, "A2:A3 A4:A5 A6:B6"), (GROUPS, ""), (FILLED, "")],
    ids=["merged", "merges lost", "merged text in each cell"],
)
def test_a_column_of_groups_is_read_whatever_became_of_its_merges(text: str, merges: str) -> None:
    filled = filled_of(SCORE_FORM, grid_of(text, merges=merges))

    assert lines_in(filled) == IN_GROUPS


ROWS_OF_GROUPS = {
    "headings over all columns": (
        "考核内容,分值,自评得分\n主动公开(3分),,\n规范性文件,3,3\n依申请公开(2分),,\n受理,2,2",
        "A2:C2 A4:C4",
    ),
    "numbered headings, merges lost": (
        "考核内容,分值,自评得分\n一、主动公开(3分),,\n规范性文件,3,3\n二、依申请公开(2分),,\n受理,2,2",
        "",
    ),
    "numbered lines with figures": (
        "考核内容,分值,自评得分\n一、主动公开,3,3\n1.规范性文件,3,3\n二、依申请公开,2,2\n1.受理,2,2",
        "",
    ),
    "points between the names": (
        "一级指标,分值,二级指标,分值,自评得分\n主动公开,3,规范性文件,3,3\n依申请公开,2,受理,2,2",
        "",
    ),
    "one head over the names of groups and items": (
        "考核内容,,分值,自评得分\n主动公开(3分),规范性文件,3,3\n依申请公开(2分),受理,2,2",
        "A1:B1",
    ),
    "a row for the group in a column of its own": (
        "一级指标,二级指标,分值,自评得分\n主动公开,,3,3\n,规范性文件,3,3\n依申请公开,,2,2\n,受理,2,2",
        "A2:B2 A4:B4",
    ),
}


@pytest.mark.parametrize("layout", ROWS_OF_GROUPS.values(), ids=ROWS_OF_GROUPS)
def test_groups_are_read_however_they_are_printed(layout: tuple[str, str]) -> None:
    text, merges = layout

    filled = filled_of(SCORE_FORM, grid_of(text, merges=merges))

    told = [line.replace("一、", "").replace("1.", "") for line in lines_in(filled)]
    assert [line.split(" points=")[1][:1] for line in told] == ["3", "3", "2", "2"]
    assert [line.partition("#")[0] for line in told] == ["group", "item", "group", "item"]
    assert [line.rpartition(" < ")[2][:7] for line in told if "<" in line] == ["group#1", "group#2"]


BLOCKS = """
    序号,单位,主动公开,,,依申请公开,合计,得分,排名
    ,,规范性文件,工作动态,小计,,,,
    一、乡镇街道,,,,,,,,
    1,甲镇,1,2,3,4,7,90.5,1
    2,乙镇,1,2,3,4,7,80.5,2
    小计,,2,4,6,8,14,,
    二、区直部门,,,,,,,,
    1,甲局,1,2,3,4,7,90.5,1
    小 计,,1,2,3,4,7,,
    合  计,,3,6,9,12,21,,
    平均分,,,,,,,87.17,
    填报人：张三,,联系电话：,5551234
"""


def test_a_bulletin_has_blocks_with_their_own_subtotals() -> None:
    filled = filled_of(BULLETIN_FORM, BLOCKS)

    assert heads_in(filled) == [
        "number 序号 A1",
        "name 单位 B1",
        "kind#1 规范性文件 C2 count",
        "kind#2 工作动态 D2 count",
        "kind#3 依申请公开 F1 count",
        "all 合计 G1",
        "score 得分 H1",
        "place 排名 I1",
    ]
    assert [line.partition(" number=")[0].partition(" kind")[0] for line in lines_in(filled)] == [
        "block#1 一、乡镇街道",
        "unit#1 甲镇 < block#1",
        "unit#2 乙镇 < block#1",
        "sub#1 小计 < block#1",
        "block#2 二、区直部门",
        "unit#3 甲局 < block#2",
        "sub#2 小计 < block#2",
        "total 合计",
        "mean 平均分 score=87.17",
    ]


def test_subtotals_without_headings_part_the_lines() -> None:
    filled = filled_of(
        BULLETIN_FORM, "单位,动态,合计\n甲,1,1\n小计,1,1\n乙,2,2\n小计,2,2\n合计,3,3"
    )

    assert [line.partition(" kind")[0] for line in lines_in(filled)] == [
        "block#1 类别",
        "unit#1 甲 < block#1",
        "sub#1 小计 < block#1",
        "block#2 类别",
        "unit#2 乙 < block#2",
        "sub#2 小计 < block#2",
        "total 合计",
    ]


RANKED = "序号,单位,动态,合计,得分\n1,甲,1,1,90\n2,乙,2,2,80"
WITH_TOTAL = f"{RANKED}\n合计,,3,3,"
NEXT_PAGE = "序号,单位,动态,合计,得分\n3,丙,1,1,90\n合计,,4,4,"
PANELS = "序号,类别,数量,序号,类别,数量\n1,甲,1,3,丙,1\n2,乙,2,4,丁,2\n,,,合计,,6"
SIDE = "单位,动态,合计,,单位,动态,合计\n甲,1,1,,丙,1,1\n合计,1,1,,合计,1,1"
SEVERAL = {
    "the boxhead again on the next page": (
        f"{RANKED}\n第1页\n{NEXT_PAGE}",
        ["bulletin: bulletin A1:E3 A5:E7"],
    ),
    "numbers that go on after a blank row": (
        f"{RANKED}\n\n{NEXT_PAGE}",
        ["bulletin: bulletin A1:E3 A5:E7"],
    ),
    "a total between": (
        f"{WITH_TOTAL}\n\n{WITH_TOTAL}",
        ["bulletin: bulletin A1:E4", "bulletin: bulletin A6:E9"],
    ),
    "a title between": (
        f"表1 乡镇\n{RANKED}\n表2 部门\n{RANKED}",
        ["bulletin: bulletin A2:E4", "bulletin: bulletin A6:E8"],
    ),
    "panels side by side": (PANELS, ["shares: shares A1:C3 D1:F4"]),
    "tables side by side": (SIDE, ["bulletin: bulletin A1:C3", "bulletin: bulletin E1:G3"]),
    "another table below": (
        "类别,数量\n甲,1\n乙,2\n\n渠道,数量\n网站,3\n微信,4",
        ["shares: shares A1:B3"],
    ),
}


@pytest.mark.parametrize("case", SEVERAL.values(), ids=SEVERAL)
def test_tables_are_joined_or_kept_apart(case: tuple[str, list[str]]) -> None:
    text, expected = case

    found = search_in(text, forms=OPEN_FORMS)

    assert tables_in(found) == expected


def test_a_table_that_goes_on_has_its_lines_together() -> None:
    filled = filled_of(BULLETIN_FORM, f"{RANKED}\n第1页\n{NEXT_PAGE}")

    assert [line.partition(" number=")[0].partition(" kind")[0] for line in lines_in(filled)] == [
        "unit#1 甲",
        "unit#2 乙",
        "unit#3 丙",
        "total 合计",
    ]


TURNED = "单位,甲镇,乙镇,合计\n文件,1,2,3\n动态,3,4,7\n合计,4,6,10\n排名,2,1,"


def test_a_turned_table_is_read_turned() -> None:
    found = search_in(TURNED, forms=OPEN_FORMS)

    assert tables_in(found) == ["bulletin: bulletin A1:D5 turned"]
    assert lines_in(found.filled[0]) == [
        "unit#1 甲镇 kind#1=1 kind#2=3 all=4 place=2",
        "unit#2 乙镇 kind#1=2 kind#2=4 all=6 place=1",
        "total 合计 kind#1=3 kind#2=7 all=10",
    ]


def test_a_list_with_a_total_row_is_not_turned_into_a_bulletin() -> None:
    found = search_in(
        "代码,乡镇,户数,人口\n1,甲,10,30\n2,乙,5,15\n合计,,15,45", forms=[BULLETIN_FORM]
    )

    assert tables_in(found) == []


MONTHS = ",".join(f"{month}月" for month in range(1, 13))
TWELVE = ",".join(["1"] * 12)


@pytest.mark.parametrize("corner", ["", "指标"], ids=["blank corner", "head of names"])
def test_months_may_stand_over_figures_without_a_head_of_names(corner: str) -> None:
    filled = filled_of(MONTH_FORM, f"{corner},{MONTHS},全年\n动态,{TWELVE},12\n文件,{TWELVE},12")

    assert [line.partition(" m1=")[0] for line in lines_in(filled)] == [
        "what#1 动态",
        "what#2 文件",
    ]


NOT_THERE = {
    "a needed head is missing": (SHARE_FORM, "类别,个数\n甲,1\n乙,2"),
    "none of the heads of which one is needed": (MONTH_FORM, "指标,1月,3月\n动态,1,2"),
    "no line": (SHARE_FORM, "类别,数量,占比"),
    "no figure": (SHARE_FORM, "类别,数量\n甲,\n乙,"),
    "units of measure for names": (SHARE_FORM, "类别,数量\n件,1\n条,2"),
    "the same heads of another level": (SCORE_FORM, "三级指标,分值,自评得分\n甲,1,1"),
}


@pytest.mark.parametrize("case", NOT_THERE.values(), ids=NOT_THERE)
def test_nothing_is_known_without_the_heads_that_are_needed(case: tuple[Form, str]) -> None:
    form, text = case

    assert tables_in(search_in(text, forms=[form])) == []


def test_heads_may_come_in_any_order_with_a_slip_and_points_behind() -> None:
    filled = filled_of(
        SCORE_FORM,
        "备注,自评得份,序号,考核内容,分值（10分）,单项\n,6,1,甲,6,\n,4,2,乙,4,\n,10,总分,,,",
    )

    assert heads_in(filled) == [
        "score 自评得份 B1",
        "number 序号 C1",
        "what 考核内容 D1",
        "points 分值（10分） E1",
    ]
    assert lines_in(filled)[-1] == "total 合计 score=10 points=10@E1"


def test_rows_without_a_name_and_blank_rows_are_lines_like_others() -> None:
    filled = filled_of(
        BULLETIN_FORM, "单位,文件,,动态,合计\n甲,1,2,3,6\n,1,2,3,6\n\n乙,1,1,1,3\n合计,3,5,7,15"
    )

    assert lines_in(filled) == [
        "unit#1 甲 kind#1=1 kind#2=2 kind#3=3 all=6",
        "unit#2 单位 kind#1=1 kind#2=2 kind#3=3 all=6",
        "unit#3 乙 kind#1=1 kind#2=1 kind#3=1 all=3",
        "total 合计 kind#1=3 kind#2=5 kind#3=7 all=15",
    ]


PAPERS = """
    佐证材料清单（共2份）
    序号,材料名称,文号,印发日期
    1,关于甲的通知,平政办发〔2017〕96号,2017-03-01
    2,关于乙的通知,,2017-03-02
    3,,,
"""


def test_a_list_of_papers_has_lines_of_words_and_a_stated_number() -> None:
    filled = filled_of(SCORE_FORM, PAPERS)

    assert lines_in(filled) == [
        "paper#1 关于甲的通知 number=1",
        "paper#2 关于乙的通知 number=2",
        "count 共{n}份 copies=2@A1",
    ]


def test_tables_of_one_form_go_together_and_the_second_of_a_kind_begins_anew() -> None:
    found = search_in(GROUPS, PAPERS, GROUPS, forms=OPEN_FORMS)

    assert tables_in(found) == ["scoring: scores A1:D6, papers A2:D4", "scoring: scores A1:D6"]
    assert [filled.missing_tables for filled in found.filled] == [(), ()]


@pytest.mark.parametrize(("lines", "tables"), [(300, 1), (20_001, 0)])
def test_a_list_of_data_without_end_is_no_table(lines: int, tables: int) -> None:
    rows = "\n".join(f"类{number},{number}" for number in range(lines))

    found = search_in(f"类别,数量\n{rows}", forms=[SHARE_FORM])

    assert len(found.filled) == tables
