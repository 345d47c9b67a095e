"""Heads told apart by the spanners over them, and lines without a column of names."""

from __future__ import annotations

import pytest

from open_forms import head, heads_in, line, lines_in, open_form, text
from tables import filled_of, grid_of, table_of

TWO = open_form(
    table_of(
        [line("unit", "单位", repeat=True)],
        [
            text("name", "单位", names="unit"),
            head("site", "条数", over=["网站"]),
            head("chat", "条数", over=["微信"]),
        ],
        key="two",
    )
)


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        ("单位,微信,,网站,\n,条数,篇数,条数,篇数\n甲,1,2,3,4", "A1:A2 B1:C1 D1:E1"),
        ("单位,微信,,网站,\n,条数,篇数,条数,篇数\n甲,1,2,3,4", ""),
        ("年度通报,,,,\n单位,微信,,网站,\n,条数,篇数,条数,篇数\n甲,1,2,3,4", "A1:E1"),
    ],
    ids=["merged", "merges lost", "below a title"],
)
def test_a_head_is_told_by_its_spanner(rows: str, merges: str) -> None:
    filled = filled_of(TWO, grid_of(rows, merges=merges))

    assert [told.split(" ")[0] for told in heads_in(filled)] == ["name", "chat", "site"]
    assert lines_in(filled) == ["unit#1 甲 chat=1 site=3"]


FIXED_LINES = open_form(
    table_of(
        ["new 收到", "done 办结"],
        [
            head("unit", "单位", repeat=True),
            head("all", "合计"),
            head("rate", "占比", kind="share"),
        ],
        {"rule": "sum(unit) = all", "per": "line"},
        key="results",
    )
)


def test_only_heads_may_repeat() -> None:
    filled = filled_of(
        FIXED_LINES, "结果,甲局,乙局,合计,占比\n收到,1,2,3,60\n退回,9,9,9,9\n办结,1,1,2,40"
    )

    assert lines_in(filled) == [
        "new 收到 unit#1=1 unit#2=2 all=3 rate=60",
        "done 办结 unit#1=1 unit#2=1 all=2 rate=40",
    ]


GROUPED = open_form(
    table_of(
        [line("group", "指标", repeat=True), line("item", "内容", repeat=True, under="group")],
        [
            text("area", "一级指标", names="group"),
            text("what", "二级指标", names="item"),
            head("points", "分值", kind="score"),
        ],
        key="grouped",
    )
)


@pytest.mark.parametrize("name", ["公开", "一、公开"], ids=["without a number", "with a number"])
def test_the_name_of_a_group_may_have_a_row_of_its_own(name: str) -> None:
    rows = f"一级指标,二级指标,分值\n{name},,\n,文件,2\n,动态,1\n{name}二,,\n,受理,3"

    told = [one.partition(" points")[0].split(" ")[0] for one in lines_in(filled_of(GROUPED, rows))]

    assert told == ["group#1", "item#1", "item#2", "group#2", "item#3"]


def test_a_group_without_lines_below_is_a_line() -> None:
    rows = "一级指标,二级指标,分值\n公开,文件,2\n总体印象,,1\n解读,动态,3"

    assert lines_in(filled_of(GROUPED, rows)) == [
        "group#1 公开",
        "item#1 文件 < group#1 points=2",
        "item#2 总体印象 points=1",
        "group#2 解读",
        "item#3 动态 < group#2 points=3",
    ]
