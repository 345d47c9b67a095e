"""Figures that words state: in the names of groups, over totals, in titles and notes."""

from __future__ import annotations

import pytest

from open_forms import SCORE_FORM, head, line, lines_in, open_form, text
from statlint.table.open_stated import figure_in
from statlint.values import Figure
from tables import filled_of, table_of


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("一、主动公开（43分）", "43"),
        ("一、主动公开(43)", "43"),
        ("主动公开【10分】", "10"),
        ("主动公开〔12.5 分〕", "12.5"),
        ("主动公开 43分", "43"),
        ("主动公开（满分：20分）", "20"),
        ("主动公开（共8项）", "8"),
        ("主动公开（20%）", "20%"),
        ("（一）公开（5分）与（二）解读（7分）", "7"),
        ("主动公开", None),
        ("主动公开（2019年）", None),
        ("12345热线", None),
    ],
)
def test_a_figure_is_read_from_a_name(words: str, figure: str | None) -> None:
    found = figure_in(words)

    assert (found.text if isinstance(found, Figure) else None) == figure


def test_the_head_of_the_points_may_state_their_total() -> None:
    filled = filled_of(SCORE_FORM, "考核内容,分值（5分）,自评得分\n文件,2,2\n动态,3,3")

    assert lines_in(filled)[-1] == "total 合计 points=5@B1"


def test_a_group_states_its_points_where_its_row_has_others_or_none() -> None:
    rows = "考核内容,分值,自评得分\n一、公开（3分）,3,2\n1.文件,3,2\n二、解读（2分）,,\n1.动态,2,2"

    filled = filled_of(SCORE_FORM, rows)

    assert [told for told in lines_in(filled) if told.startswith("group")] == [
        "group#1 一、公开（3分） points=3 score=2 points=3@A2",
        "group#2 二、解读（2分） points=2@A4",
    ]


PAPERS = "序号,材料名称,文号\n1,甲,\n2,乙,"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (f"佐证材料清单（共2份）\n{PAPERS}", "A1"),
        (f"{PAPERS}\n,共 2 份,", "B4"),
        (f"{PAPERS}\n\n注：以上材料共2件。", "A5"),
    ],
    ids=["title", "foot", "note"],
)
def test_a_sentence_around_a_list_states_how_many_there_are(rows: str, place: str) -> None:
    filled = filled_of(SCORE_FORM, rows)

    assert lines_in(filled)[-1] == f"count 共{{n}}份 copies=2@{place}"


NAMED = open_form(
    table_of(
        [
            line("group", "指标", repeat=True, optional=True),
            line("item", "内容", repeat=True, under="group"),
            line("bonus", "加分项", "加分", optional=True, stated="points"),
            line("extra", "加分内容", repeat=True, under="bonus", optional=True),
            line("hotline", "热线", of="item", optional=True),
            line("total", "合计", optional=True),
        ],
        [
            text("area", "一级指标", names="group", optional=True),
            text("name", "考核内容", names="item"),
            head("points", "分值", kind="score"),
        ],
        {"rule": "sum(item) + sum(extra) = total", "per": "head"},
        key="named",
    )
)
LAYOUTS = {
    "a heading": "考核内容,分值\n一、公开,\n文件,2\n热线,1\n二、加分项（5分）,\n表彰,5\n合计,8",
    "rows with figures": "考核内容,分值\n一、公,3\n1.文,2\n2.热线,1\n二、加分,5\n1.表,5\n合计,8",
    "a column": "一级指标,考核内容,分值\n公开,文件,2\n,热线,1\n加分项（5分）,表彰,5\n合计,,8",
}


@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_a_group_that_the_form_names_has_lines_of_its_own(rows: str) -> None:
    filled = filled_of(NAMED, rows)

    told = [
        one.split(" ")[0] + one.partition(" <")[2].split(" points")[0] for one in lines_in(filled)
    ]
    assert told == [
        "group#1",
        "item#1 group#1",
        "hotline group#1",
        "bonus",
        "extra#1 bonus",
        "total",
    ]


def test_a_line_that_the_form_names_may_be_a_single_one() -> None:
    filled = filled_of(NAMED, "考核内容,分值\n文件,2\n加分项,5\n合计,7")

    assert lines_in(filled) == [
        "item#1 文件 points=2",
        "bonus 加分项 points=5",
        "total 合计 points=7",
    ]
