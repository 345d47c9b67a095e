"""Values in messages: numbers in full, labels on one line, three of a list."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.rule import aside, plain_number, quoted
from statlint.rule.wording import one_line, say
from statlint.values import Language, Number, Text


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (127, "127"),
        (-62, "-62"),
        (0, "0"),
        (100, "100"),
        (Decimal("18.8710"), "18.871"),
        (Decimal("1.0"), "1"),
        (Decimal("1E+2"), "100"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.50"), "-0.5"),
        (Decimal("0E-6"), "0"),
        (Decimal("-0.0"), "0"),
    ],
)
def test_a_number_is_written_in_full(number: Number, written: str) -> None:
    assert plain_number(number) == written


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("总\n计", "总计", id="a break inside Chinese"),
        pytest.param("总 计", "总 计", id="a space inside Chinese"),
        pytest.param("Total\namount", "Total amount", id="a break inside English"),
        pytest.param("收费金额\n(万元)", "收费金额(万元)", id="a break before a bracket"),
        pytest.param("(单位:\n万元)", "(单位:万元)", id="a break inside a bracket"),
        pytest.param("a\tb  c", "a b c", id="tabs and spaces"),
        pytest.param("a\x1b[31mb\x00", "a [31mb", id="control characters"),
        pytest.param("a\u202eb", "a b", id="a mark that turns the direction"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        pytest.param(None, "", "", id="nothing"),
        pytest.param(Text("总计", "Total"), "总计", "Total", id="words"),
        pytest.param(Decimal("1.50"), "1.5", "1.5", id="a number"),
        pytest.param("总\n计", "总计", "总计", id="a label"),
        pytest.param([], "", "", id="an empty list"),
        pytest.param(["a", 2], "a、2", "a, 2", id="a short list"),
        pytest.param(["a", "b", "c"], "a、b、c", "a, b, c", id="three"),
        pytest.param(("a", "b", "c", "d"), "a、b、c 等 4 处", "a, b, c and 1 more", id="four"),
        pytest.param(["a"] * 8, "a、a、a 等 8 处", "a, a, a and 5 more", id="eight"),
        pytest.param(
            [Text("甲", "A"), Text("乙", "B")], "甲、乙", "A, B", id="words in both languages"
        ),
    ],
)
def test_say(value: object, zh: str, en: str) -> None:
    languages: tuple[Language, ...] = ("zh", "en")

    assert [say(value, language) for language in languages] == [zh, en]


def test_labels_are_quoted_as_each_language_does() -> None:
    assert quoted("总\n计") == Text("「总计」", "“总计”")
    assert quoted(Text("总计", "Total")) == Text("「总计」", "“Total”")


def test_a_word_of_detail_stands_in_brackets() -> None:
    assert aside(Text("第 3 行", "line 3")) == Text("（第 3 行）", " (line 3)")
    assert aside(None) == Text("", "")
