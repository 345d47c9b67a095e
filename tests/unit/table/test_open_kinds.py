"""Heads that repeat: what is counted under them, and which total each is a part of."""

from __future__ import annotations

import pytest

from open_forms import BULLETIN_FORM, head, line, open_form, text
from statlint.form import Form
from statlint.table import FilledForm
from tables import Entry, filled_of, table_of


def kinds_in(filled: FilledForm) -> list[str]:
    """Tell the heads that repeat: label, kind and unit of measure."""
    return [
        " ".join(filter(None, (found.head.label.zh, measure.kind.value, measure.unit)))
        for found in filled.tables[0].parts[0].heads
        if found.head.of == "kind" and (measure := found.head.measure)
    ]


@pytest.mark.parametrize(
    ("label", "figures", "kind"),
    [
        ("动态", "1 2", "动态 count"),
        ("动态（条）", "1 2", "动态（条） count 条"),
        ("完成率", "98.5 100", "完成率 share %"),
        ("占比（%）", "40 60", "占比（%） share %"),
        ("采用", "40% 60%", "采用 share %"),
        ("采用", "40% 60", "采用 count"),
        ("网站得分", "9 8.5", "网站得分 score"),
        ("网站（10分）", "9.5 8", "网站（10分） amount"),
        ("经费", "1.5 2", "经费 amount"),
        ("金额（万元）", "1 2", "金额（万元） amount 万元"),
        ("比上月增减", "-1 2", "比上月增减 change"),
        ("同比增长率", "-1.5 2", "同比增长率 score %"),
    ],
)
def test_what_is_counted_is_told_by_the_head_and_the_figures(
    label: str, figures: str, kind: str
) -> None:
    one, other = figures.split()

    filled = filled_of(BULLETIN_FORM, f"单位,{label},合计\n甲,{one},1\n乙,{other},2")

    assert kinds_in(filled) == [kind]


@pytest.mark.parametrize(
    ("own", "label", "told"),
    [
        pytest.param({"kind": "score"}, "金额", "score", id="a kind of the form's own"),
        pytest.param({"kind": "change"}, "占比", "change", id="before what the label says"),
        pytest.param({"maximum": 50}, "篇数", "count at most 50", id="a bound for its kind"),
        pytest.param({"maximum": 50}, "占比", "share", id="no bound for another kind"),
    ],
)
def test_the_form_says_what_its_heads_count(own: Entry, label: str, told: str) -> None:
    heads = [text("name", "单位", names="unit"), head("kind", "事项", repeat=True, **own)]
    table = table_of([line("unit", "单位", repeat=True)], [*heads, head("all", "合计")])

    measure = (
        filled_of(open_form(table), f"单位,{label},合计\n甲,1,1\n乙,2,2").tables[0].parts[0].heads
    )[1].head.measure

    assert measure is not None
    bound = "" if measure.maximum is None else f" at most {measure.maximum}"
    assert f"{measure.kind}{bound}" == told


@pytest.mark.parametrize("label", ["联系电话", "编号", "上月名次", "页码", "人均条数"])
def test_numbers_that_are_no_figures_are_left_out(label: str) -> None:
    filled = filled_of(BULLETIN_FORM, f"单位,动态,合计,{label}\n甲,1,1,7\n乙,2,2,8")

    assert kinds_in(filled) == ["动态 count"]


def test_words_with_a_figure_among_them_are_left_out() -> None:
    filled = filled_of(BULLETIN_FORM, "单位,动态,合计,情况\n甲,1,1,好\n乙,2,2,差\n丙,1,1,3")

    assert kinds_in(filled) == ["动态 count"]


SUMS = table_of(
    [line("unit", "单位", repeat=True)],
    [
        text("name", "单位", names="unit"),
        head("kind", "事项", repeat=True),
        head("site", "网站", of="kind", optional=True),
        head("part", "小计", optional=True),
        head("all", "合计", optional=True),
        head("score", "得分", kind="score", optional=True),
    ],
    {"rule": "sum(kind) = part", "per": "line"},
    {"rule": "sum(kind) = all", "per": "line"},
    {"rule": "sum(kind) = score", "per": "line"},
    key="sums",
)
SUM_FORM = open_form(SUMS)


def sums_in(form: Form, rows: str) -> list[str]:
    """Tell the sums of the edits of a table as it is printed, with labels for keys."""
    (table,) = filled_of(form, rows).tables
    labels = {one.head.key: one.label.text for part in table.parts for one in part.heads}
    told = []
    for edit in table.plan.edits:
        words = edit.text
        for name in _names(edit.condition):
            words = f"{words} {labels[name]}"
        told.append(words)
    return told


def _names(node: object) -> list[str]:
    parts = getattr(node, "parts", None)
    if parts is not None:
        return [parts[-1]]
    inner = [*getattr(node, "arguments", ())]
    inner += [each for each in (getattr(node, "left", None), getattr(node, "right", None)) if each]
    return [name for each in inner for name in _names(each)]


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ("单位,甲,乙,合计\nA,1,2,3", ["甲 乙 合计"]),
        ("单位,合计,甲,乙\nA,3,1,2", ["甲 乙 合计"]),
        ("单位,甲,乙,合计,丙\nA,1,2,3,9", ["甲 乙 合计"]),
        ("单位,甲,网站,合计\nA,1,2,3", ["甲 网站 合计"]),
        ("单位,甲,占比,乙,占比,合计\nA,1,33.3,2,66.7,3", ["甲 乙 合计"]),
        ("单位,合计,其中：甲,乙\nA,9,1,2", []),
        ("单位,得分,甲,乙,合计\nA,90,1,2,3", ["甲 乙 合计"]),
        ("单位,其中,,丙,合计\n,甲,乙,,\nA,1,2,3,3", ["丙 合计"]),
        ("单位,甲得分,乙得分,得分\nA,1.5,2,3.5", ["甲得分 乙得分 得分"]),
        ("单位,甲,乙,合计,得分\nA,1,2,3,90", ["甲 乙 合计"]),
        ("单位,文件,,,丙,合计\n,甲,乙,小计,,\nA,1,2,3,4,7", ["甲 乙 小计"]),
        ("单位,丙,文件,,\n,,小计,甲,乙\nA,9,3,1,2", ["甲 乙 小计"]),
        ("单位,甲,乙,得分\nA,90,1,91", ["甲 乙 得分"]),
        ("单位,甲,乙,小计,丙,合计\nA,1,2,3,4,7", ["甲 乙 小计"]),
        ("单位,合计,甲,乙,小计,丙\nA,7,1,2,3,4", ["甲 乙 小计"]),
        ("单位,甲,乙,合计,丙,小计\nA,1,2,3,4,4", ["丙 小计", "甲 乙 合计"]),
    ],
    ids=[
        "parts on the left",
        "parts on the right",
        "left before right",
        "a part with a name of its own",
        "shares among the parts",
        "some of them",
        "a total before a score",
        "some of them under a spanner",
        "scores",
        "a score is no sum of numbers",
        "a total under a spanner, and one of it",
        "a total before its parts under a spanner",
        "scores without a decimal",
        "a total behind a subtotal",
        "a total before a subtotal",
        "a subtotal behind a total",
    ],
)
def test_a_total_adds_up_what_stands_next_to_it(rows: str, sums: list[str]) -> None:
    found = sums_in(SUM_FORM, rows)

    assert [told.partition(") = ")[2].partition(" ")[2] for told in found] == sums
