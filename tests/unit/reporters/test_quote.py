"""Sentences as a report shows them, with their figures pointed at."""

from __future__ import annotations

import pytest

from statlint.finding import Quote
from statlint.reporters.lines import Page, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.quote import draw_quote
from statlint.reporters.ruler import Ruler


def drawn(quote: Quote, width: int = 60) -> list[str]:
    page = Page("zh", Look(width=width), Ruler())
    return [plain_text(line) for line in draw_quote(quote, page, Style.ERROR)]


def marked(text: str, *figures: str) -> Quote:
    return Quote(text, tuple((text.index(one), text.index(one) + len(one)) for one in figures))


def test_each_figure_is_pointed_at() -> None:
    assert drawn(marked("全年公开80条，其中网站49条。", "80条", "49条")) == [
        "     │ 全年公开80条，其中网站49条。",
        "     │         ^^^^          ^^^^",
    ]


def test_a_figure_in_the_next_line_is_pointed_at_there() -> None:
    assert drawn(marked("全年共主动公开信息80条，其中网站49条。", "49条"), width=30) == [
        "     │ 全年共主动公开信息80",
        "     │ 条，其中网站49条。",
        "     │             ^^^^",
    ]


def test_a_figure_over_a_break_is_pointed_at_in_both_lines() -> None:
    found = drawn(marked("全年共主动公开信息80条，其中", "80条"), width=30)

    assert found == [
        "     │ 全年共主动公开信息80",
        "     │                   ^^",
        "     │ 条，其中",
        "     │ ^^",
    ]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param(
            Quote("甲" * 150 + "80" + "乙" * 150, ((150, 152),)),
            "…" + "甲" * 60 + "80" + "乙" * 60 + "…",
            id="far from its figures",
        ),
        pytest.param(
            Quote("80" + "乙" * 250, ((0, 2),)), "80" + "乙" * 60 + "…", id="figures first"
        ),
        pytest.param(Quote("甲" * 250), "甲" * 200 + "…", id="without figures"),
    ],
)
def test_a_long_sentence_is_cut(quote: Quote, expected: str) -> None:
    found = drawn(quote, width=2000)

    assert found[0].removeprefix("     │ ") == expected
