"""A head of names that is printed again for a further level of names."""

from __future__ import annotations

import pytest

from open_forms import head, line, lines_in, open_form, text
from tables import filled_of, grid_of, search_in, table_of

LEVELS = open_form(
    table_of(
        [
            line("group", "一级指标", repeat=True, stated="points", optional=True),
            line("item", "指标", repeat=True, under="group"),
            line("total", "总分", optional=True),
        ],
        [
            text("area", "一级指标", names="group", optional=True),
            text("what", "二级指标", "三级指标", names="item"),
            head("points", "分值", kind="score"),
        ],
        key="levels",
    )
)
THREE = """
    一级指标,二级指标,三级指标,分值
    公开（9分）,政策（5分）,文件,3
    ,,解读,2
    ,财政（4分）,预算,4
    总分,,,9
"""


@pytest.mark.parametrize("merges", ["A2:A4 B2:B3", ""], ids=["merged", "merges lost"])
def test_a_head_printed_again_is_for_a_further_level(merges: str) -> None:
    filled = filled_of(LEVELS, grid_of(THREE, merges=merges))

    assert lines_in(filled) == [
        "group#1 公开（9分） points=9@A2",
        "group#2 政策（5分） < group#1 points=5@B2",
        "item#1 文件 < group#2 points=3",
        "item#2 解读 < group#2 points=2",
        "group#3 财政（4分） < group#1 points=4@B4",
        "item#3 预算 < group#3 points=4",
        "total 总分 points=9",
    ]


def test_names_for_each_line_are_no_groups_of_the_names_beside() -> None:
    filled = filled_of(LEVELS, "二级指标,三级指标,分值\n文件,甲,3\n解读,乙,2")

    assert lines_in(filled) == ["item#1 文件 points=3", "item#2 解读 points=2"]


FIELDS = open_form(
    table_of(
        [
            line("field", "领域", repeat=True),
            line("section", "事项", repeat=True, under="field", optional=True),
            line("sub", "小计", under="field", optional=True),
            line("total", "合计", optional=True),
        ],
        [
            text("what", "领域", names="field"),
            text("part", "事项", names="section", optional=True),
            head("number", "数量"),
        ],
        key="fields",
    )
)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("领域,数量\n教育,3\n小计,3\n医疗,4\n合计,7", ["field#1", "sub", "field#2", "total"]),
        ("领域,数量\n教育,3\n医疗,4\n小计,7", ["field#1", "field#2", "total"]),
        (
            "领域,事项,数量\n教育,甲,3\n,乙,4\n,小计,7\n医疗,丙,1\n合计,,8",
            ["field#1", "section#1", "section#2", "sub#1", "field#2", "section#3", "total"],
        ),
    ],
    ids=["no level below, a sub-total", "no level below, one total", "two levels"],
)
def test_the_deepest_level_that_is_printed_has_the_items(rows: str, lines: list[str]) -> None:
    filled = filled_of(FIELDS, rows)

    assert [told.split(" ")[0] for told in lines_in(filled)] == lines


COUNTED = open_form(
    table_of(
        [
            line("field", "领域", repeat=True),
            line("section", "事项名称", repeat=True, under="field", optional=True),
            line("sub", "小计", under="field", optional=True),
            line("total", "合计", optional=True),
        ],
        [
            text("what", "领域", "部门", names="field"),
            text("part", "事项名称", names="section", optional=True),
            head("first", "一级事项", optional=True),
            head("number", "数量"),
        ],
        key="counted",
    )
)


def test_a_head_for_figures_over_words_alone_names_the_next_level() -> None:
    filled = filled_of(COUNTED, "领域,一级事项,数量\n教育,政策,3\n,概况,4\n,小计,7\n合计,,7")

    assert lines_in(filled) == [
        "field#1 教育",
        "section#1 政策 < field#1 number=3",
        "section#2 概况 < field#1 number=4",
        "sub#1 小计 < field#1 number=7",
        "total 合计 number=7",
    ]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("教育,缺一项,3\n医疗,,4", ["what", "number"]),
        ("教育,3,3\n医疗,缺一项,4", ["what", "first", "number"]),
        ("教育,缺一项,3", ["what", "first", "number"]),
        ("教育,,3\n医疗,,4\n注：略,注：略,注：略", ["what", "first", "number"]),
    ],
    ids=[
        "a word beside blanks",
        "a word beside a figure",
        "a word on the only line",
        "a note in each cell",
    ],
)
def test_an_optional_head_for_figures_has_none_of_a_column_of_words(
    rows: str, heads: list[str]
) -> None:
    flat = open_form(
        table_of(
            [line("field", "领域", repeat=True)],
            [
                text("what", "领域", names="field"),
                head("first", "扣分", optional=True),
                head("number", "数量"),
            ],
            key="flat",
        )
    )

    filled = filled_of(flat, f"领域,扣分,数量\n{rows}")

    assert [one.key for one in filled.tables[0].plan.blocks[0].heads] == heads


BLOCKS = open_form(
    table_of(
        [
            line("block", "类别", repeat=True, optional=True),
            line("unit", "单位", repeat=True, under="block"),
            line("sub", "小计", under="block", optional=True),
            line("total", "总计", optional=True),
        ],
        [text("name", "部门", "乡镇", names="unit"), head("number", "数量")],
        key="blocks",
    )
)
AGAIN = "部门,数量\n教育,3\n{foot},3\n乡镇,数量\n河西,4\n小计,4\n总计,7"


@pytest.mark.parametrize(("foot", "tables"), [("小计", 1), ("总计", 2)])
def test_heads_printed_again_under_a_subtotal_go_on_with_the_table(foot: str, tables: int) -> None:
    filled = search_in(AGAIN.format(foot=foot), forms=[BLOCKS]).filled

    assert len(filled) == tables
