"""Edits of open tables said in words, before and after they are unrolled."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.form import Form, build_form, edit_words, load_form, unroll_form
from statlint.form.unroll import unroll
from statlint.values import Language
from unit.form.opening import HEADS, LINES, heads_of, lines_of

SCORES = Path(__file__).parents[3] / "fixtures" / "forms" / "good" / "scores.toml"


@pytest.mark.parametrize(
    ("edit", "language", "words"),
    [
        ("total", "zh", "各二级指标之和 = 合计"),
        ("total", "en", "the sum of each Item = Total"),
        ("group", "zh", "各二级指标之和 = 一级指标"),
        (
            "reason",
            "zh",
            "若 自评得分 < 分值，则 扣分原因 已填写 或 扣分原因 写有“见附件”或“附后”",
        ),
        (
            "reason",
            "en",
            'if Score < Points, then Reason is filled or Reason mentions "见附件" or "附后"',
        ),
        ("steps", "zh", "(分值 − 自评得分)除以扣分原因写明的计分单位的余数 = 0"),
        (
            "steps",
            "en",
            "the remainder of (Points − Score) divided by the step named in Reason = 0",
        ),
        ("rank", "zh", "自评得分在各二级指标中的名次 = 排名"),
        ("rank", "en", "the place of Score among all Item lines = Rank"),
        ("number", "zh", "二级指标的行数 = 共·分值"),
        ("number", "en", "the number of Item lines = Number·Points"),
        ("rises", "zh", "分值 … 自评得分 各列、排名依次不减"),
        ("rises", "en", "none of the heads Points … Score, Rank falls below the one before"),
    ],
)
def test_words_of_a_form(edit: str, language: Language, words: str) -> None:
    form = load_form(SCORES)
    (found,) = [one for one in form.tables[0].edits if one.id == edit]

    assert edit_words(found, form, "scores", language) == words


def filled(rule: str, count: int, **edit: object) -> Form:
    """Build a form with one edit and unroll it for a number of lines."""
    table = {
        "key": "t",
        "title": "T",
        "head": list(HEADS),
        "line": list(LINES),
        "edit": [{"id": "E", "rule": rule, **edit}],
    }
    form = build_form({"id": "f", "title": "F", "source": "S", "table": [table]}, "f")
    (plan,) = form.tables
    items = " ".join(f"item#{number}" for number in range(1, count + 1))
    lines = lines_of(plan, f"{items} total", **{f"item#{n}": f"{n}镇" for n in range(1, count + 1)})
    return unroll_form(form, [unroll(plan, lines, heads_of(plan, "points all"))])


@pytest.mark.parametrize(
    ("rule", "per", "count", "zh", "en"),
    [
        pytest.param(
            "sum(item) = total",
            "head",
            3,
            "1镇、2镇、3镇之和 = 合计",
            "the sum of 1镇, 2镇, 3镇 = 合计",
            id="few lines",
        ),
        pytest.param(
            "sum(item) = total",
            "head",
            25,
            "1镇、2镇 … 25镇（共 25 项）之和 = 合计",
            "the sum of the 25 lines 1镇, 2镇 … 25镇 = 合计",
            id="many lines",
        ),
        pytest.param(
            "place(points, item) = all",
            "line",
            60,
            "分值在1镇·分值、2镇·分值 … 60镇·分值（共 60 项）中的名次 = 合计",
            "the place of 分值 among the 60 figures 1镇·分值, 2镇·分值 … 60镇·分值 = 合计",
            id="a ranking",
        ),
        pytest.param(
            "sum(100 * item - 1) <= total",
            "head",
            9,
            "100 × 1镇 − 1、100 × 2镇 − 1 … 100 × 9镇 − 1（共 9 项）之和 ≤ 合计",
            "the sum of the 9 lines 100 × 1镇 − 1, 100 × 2镇 − 1 … 100 × 9镇 − 1 ≤ 合计",
            id="a formula for each line",
        ),
        pytest.param(
            "count(item.points > 5) = total.all",
            "once",
            9,
            "（1镇·分值 > 5）等 9 个条件中成立的个数 = 合计·合计",
            "how many hold of 9 conditions such as (1镇·分值 > 5) = 合计·合计",
            id="a count",
        ),
    ],
)
def test_of_many_lines_only_both_ends_are_said(
    rule: str, per: str, count: int, zh: str, en: str
) -> None:
    form = filled(rule, count, per=per)
    (edit,) = form.tables[0].edits

    assert edit_words(edit, form, "t", "zh") == zh
    assert edit_words(edit, form, "t", "en") == en


def test_a_line_that_stands_once_in_each_group_is_several_lines_but_within_one() -> None:
    edits = [
        {"id": "E1", "rule": "sum(subtotal) = total", "per": "head"},
        {"id": "E2", "rule": "sum(item) = subtotal", "per": "head", "within": "group"},
    ]
    table = {"key": "t", "title": "T", "head": list(HEADS), "line": list(LINES), "edit": edits}
    form = build_form({"id": "f", "title": "F", "source": "S", "table": [table]}, "f")

    assert [edit_words(edit, form, "t", "zh") for edit in form.tables[0].edits] == [
        "各小计之和 = 合计",
        "各单位之和 = 小计",
    ]
