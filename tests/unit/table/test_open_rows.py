"""Rows of open tables: where a table ends, what is a heading, a total, a note."""

from __future__ import annotations

import pytest

from open_forms import BULLETIN_FORM, SCORE_FORM, SHARE_FORM, lines_in
from statlint.table.open_rows import is_page_mark, rank_of
from tables import filled_of, grid_of

TABLE = "类别,数量,占比\n甲,1,50\n乙,1,50"


@pytest.mark.parametrize(
    "after",
    [
        "注：数量按条计",
        "说明：含转载",
        "备注:5",
        "* 含转载",
        "单位负责人：张三,审核人：李四,5",
        "填报人,张三,13800000000",
        "填报日期：2024年3月",
        "附件2 各单位统计表",
        "各镇信息发布排名表",
        "渠道,数量,占比\n网站,5,100",
        "\n来源,件数,备注\n网站,5,",
        "\n" * 11 + "丙,5,5",
    ],
    ids=[
        "note",
        "explanation",
        "remark",
        "star",
        "sign-off",
        "sign-off in cells",
        "date",
        "annex",
        "title",
        "boxhead with the same head",
        "other boxhead after a blank row",
        "many blank rows",
    ],
)
def test_a_table_ends_where_something_else_begins(after: str) -> None:
    filled = filled_of(SHARE_FORM, f"{TABLE}\n{after}")

    assert lines_in(filled) == ["kind#1 甲 number=1 share=50", "kind#2 乙 number=1 share=50"]


@pytest.mark.parametrize(
    "label", ["合计", "合  计", "合\n计", "总计（2）", "合计：2", "总 计"], ids=range(6)
)
def test_a_total_is_known_however_it_is_spaced(label: str) -> None:
    filled = filled_of(SHARE_FORM, f'{TABLE}\n"{label}",2,100')

    assert lines_in(filled)[-1] == "total 合计 number=2 share=100"


def test_a_total_may_stand_in_any_cell_before_the_figures() -> None:
    rows = "序号,一级指标,二级指标,分值,自评得分\n1,甲,子,3,3\n,,总分,3,3"

    for found in (rows, rows.replace(",,总分", "总分,,"), rows.replace(",,总分", ",总分,")):
        assert lines_in(filled_of(SCORE_FORM, found))[-1] == "total 合计 points=3 score=3"


def test_a_total_may_come_first() -> None:
    filled = filled_of(SHARE_FORM, "类别,数量\n合计,3\n甲,1\n乙,2")

    assert [line.split("#")[0].split(" ")[0] for line in lines_in(filled)] == [
        "total",
        "kind",
        "kind",
    ]


def test_of_two_totals_the_last_counts() -> None:
    filled = filled_of(SHARE_FORM, "类别,数量\n甲,1\n合计,1\n总计,2")

    assert lines_in(filled) == ["kind#1 甲 number=1", "total 合计 number=2"]


def test_a_unit_that_reported_nothing_is_no_heading() -> None:
    filled = filled_of(BULLETIN_FORM, "序号,单位,文件,合计\n1,甲,1,1\n2,乙,,\n3,丙,2,2")

    assert [line.partition(" number")[0] for line in lines_in(filled)] == [
        "unit#1 甲",
        "unit#2 乙",
        "unit#3 丙",
    ]


HEADINGS = {
    "with a number": "序号,单位,文件,合计\n一、乡镇,,,\n1,甲,1,1\n2,乙,1,1",
    "first, without a number": "单位,文件,合计\n乡镇,,\n甲,1,1\n乙,1,1",
    "among numbered lines": "序号,单位,文件,合计\n,乡镇,,\n1,甲,1,1\n2,乙,1,1",
    "before the names": "序号,单位,文件,合计\n乡镇,,,\n1,甲,1,1\n2,乙,1,1",
}


@pytest.mark.parametrize("rows", HEADINGS.values(), ids=HEADINGS)
def test_a_row_with_one_text_heads_a_group(rows: str) -> None:
    filled = filled_of(BULLETIN_FORM, rows)

    told = [line.split(" ")[0] + line.partition(" <")[2][:8] for line in lines_in(filled)]
    assert told == ["block#1", "unit#1 block#1", "unit#2 block#1"]


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    filled = filled_of(BULLETIN_FORM, "单位,文件,合计\n甲,1,1\n合计,1,1\n二、部门,,")

    assert [line.split(" ")[0] for line in lines_in(filled)] == ["unit#1", "total"]


def test_a_name_merged_over_several_rows_is_a_line_for_each_with_figures() -> None:
    rows = "考核内容,评分标准,分值,自评得分\n网站,更新,2,2\n,安全,3,3\n,（续）,,\n热线,接通,5,4"

    filled = filled_of(SCORE_FORM, grid_of(rows, merges="A2:A4"))

    assert lines_in(filled) == [
        "item#1 网站 points=2 score=2",
        "item#2 网站 points=3 score=3",
        "item#3 热线 points=5 score=4",
    ]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("第一部分 组织", 0),
        ("一、组织", 1),
        ("十二", 1),
        ("（一）组织", 2),
        ("1.组织", 3),
        ("12", 3),
        ("(1)组织", 4),
        ("①组织", 4),
        ("1.1 组织", 6),
        ("1.1.2组织", 7),
        ("12345热线", None),
        ("一站式服务", None),
        ("组织", None),
    ],
)
def test_a_number_tells_how_far_out_a_line_stands(text: str, rank: int | None) -> None:
    assert rank_of(text) == rank


@pytest.mark.parametrize("text", ["续表", "（续表）", "第 2 页", "第2页 共3页", "- 2 -"])
def test_a_page_mark_is_no_line(text: str) -> None:
    assert is_page_mark(text)
