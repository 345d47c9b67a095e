"""Items that are only a part of one above them, and groups that have no number."""

from __future__ import annotations

import pytest

from open_forms import SCORE_FORM, SHARE_FORM, lines_in
from statlint.table.open_rows import is_first
from tables import filled_of

LAYOUTS = {
    "one of it": ("甲,5\n其中：子,2\n乙,3", ["甲", "其中：子 < 甲", "乙"]),
    "several, below a number": (
        "一、甲,5\n其中：子,2\n丑,3\n二、乙,3",
        ["一、甲", "其中：子 < 一、甲", "丑 < 一、甲", "二、乙"],
    ),
    "numbers within numbers": (
        "一、甲,5\n（一）子,2\n（二）丑,3\n二、乙,3\n（一）寅,3",
        ["一、甲", "（一）子 < 一、甲", "（二）丑 < 一、甲", "二、乙", "（一）寅 < 二、乙"],
    ),
    "numbers that go on": (
        "一、甲,5\n1.子,2\n2.丑,3\n二、乙,3\n3.寅,3",
        ["一、甲", "1.子 < 一、甲", "2.丑 < 一、甲", "二、乙", "3.寅 < 二、乙"],
    ),
    "three levels": (
        "1.甲,5\n1.1子,5\n1.1.1丑,5\n2.乙,3",
        ["1.甲", "1.1子 < 1.甲", "1.1.1丑 < 1.1子", "2.乙"],
    ),
    "numbers below a name without one": (
        "甲,5\n1.子,2\n2.丑,3\n乙,3",
        ["甲", "1.子 < 甲", "2.丑 < 甲", "乙"],
    ),
    "a number written otherwise": ("1.甲,5\n（2）乙,2\n3.丙,3", ["1.甲", "（2）乙", "3.丙"]),
    "no numbers": ("甲,5\n乙,2\n丙,3", ["甲", "乙", "丙"]),
}


@pytest.mark.parametrize("case", LAYOUTS.values(), ids=LAYOUTS)
def test_what_is_part_of_an_item_stands_under_it(case: tuple[str, list[str]]) -> None:
    rows, expected = case

    (table,) = filled_of(SHARE_FORM, f"类别,数量\n{rows}\n合计,8").tables

    lines = table.plan.blocks[0].lines
    names = {line.key: line.label.zh for line in lines}
    told = [names[one.key] + (f" < {names[one.under]}" if one.under else "") for one in lines]
    assert told == [*expected, "合计"]


def test_a_total_adds_up_wholes_and_not_their_parts() -> None:
    (table,) = filled_of(SHARE_FORM, "类别,数量\n甲,5\n其中：子,2\n乙,3\n合计,8").tables

    (edit,) = table.plan.edits
    assert [name for name in ("kind#1", "kind#2", "kind#3") if name in str(edit.condition)] == [
        "kind#1",
        "kind#3",
    ]


def test_a_group_without_a_number_ends_where_a_line_has_none() -> None:
    rows = "考核内容,分值,自评得分\n公开,3,3\n1.文件,2,2\n2.动态,1,1\n总体印象,5,5\n总分,8,8"

    told = [one.partition(" points")[0] for one in lines_in(filled_of(SCORE_FORM, rows))]

    assert told == [
        "group#1 公开",
        "item#1 1.文件 < group#1",
        "item#2 2.动态 < group#1",
        "item#3 总体印象",
        "total 合计",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一、公开", True),
        ("（一）公开", True),
        ("1.公开", True),
        ("1", True),
        ("①公开", True),
        ("2.1公开", True),
        ("1.1.1公开", True),
        ("二、公开", False),
        ("2.公开", False),
        ("11.公开", False),
        ("2.10公开", False),
        ("公开", False),
    ],
)
def test_a_count_begins_with_one(text: str, first: bool) -> None:  # noqa: FBT001
    assert is_first(text) is first
