"""Cells that an open table has no room for: an edit that names one is not stated there."""

from __future__ import annotations

from open_forms import head, line, open_form, text
from tables import confrontation_of, table_of

FORM = open_form(
    table_of(
        [
            line("group", "指标", repeat=True, stated="points", optional=True),
            line("item", "内容", repeat=True, under="group"),
            line("mean", "平均分", optional=True),
        ],
        [
            text("name", "考核内容", names="item"),
            head("points", "分值", kind="score"),
            head("score", "得分", kind="score"),
        ],
        {"rule": "sum(item) = group", "per": "head", "within": "group"},
        {"rule": "mean(item) = mean", "per": "head"},
        key="points",
    )
)


def test_a_group_with_its_points_alone_has_no_score_to_check() -> None:
    rows = "考核内容,分值,得分\n一、公开（3分）,,\n1.文件,1,1\n2.动态,2,1"

    found = confrontation_of(FORM, rows)

    assert [(one.edit.id, one.where, str(one.verdict)) for one in found.instances] == [
        ("E1", "points", "holds")
    ]


def test_a_label_merged_over_figures_leaves_nothing_to_check_under_them() -> None:
    rows = "考核内容,分值,得分\n文件,1,1\n动态,2,1\n平均分,平均分,1"

    found = confrontation_of(FORM, rows)

    assert [(one.edit.id, one.where, str(one.verdict)) for one in found.instances] == [
        ("E2", "score", "holds")
    ]
