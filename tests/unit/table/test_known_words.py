"""What forms see of a text: the text itself where it may matter, else what stands for it."""

from __future__ import annotations

import pytest

from statlint.table import FormPlan
from statlint.table.known_words import COUNT, FIGURE, STRANGE, KnownWords
from statlint.table.plan import words_of
from tables import Entry, form_of, table_of

HEADS: list[str | Entry] = [
    "nat 自然人",
    {"key": "firm", "label": "企业", "over": ["法人或其他组织"]},
]
WORDS = words_of([FormPlan(form_of(table_of(["new 一、本年新收", "next 结转下年"], HEADS)))])
YEARS = words_of([FormPlan(form_of(table_of(["all 总数"], ["y23 2023", "y24 2024"])))])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("自然人", "自然人", id="a head"),
        pytest.param("本年新收数", "本年新收数", id="like a line"),
        pytest.param("法人或其他组织", "法人或其他组织", id="what stands above a head"),
        pytest.param("某某（企业）", "某某（企业）", id="a head folded into another label"),
        pytest.param("序号", "序号", id="a code"),
        pytest.param("甲", "甲", id="what stands beside numbers"),
        pytest.param("……", "……", id="nothing to compare"),
        pytest.param("—", "—", id="a mark"),
        pytest.param("2024-1-5", "2024-1-5", id="a date"),
        pytest.param("青山镇2024年年度报告", STRANGE, id="a title"),
        pytest.param("张三", STRANGE, id="a name"),
        pytest.param("12", FIGURE, id="a figure"),
        pytest.param("-1,234.5", FIGURE, id="a figure with signs"),
        pytest.param("12件", COUNT, id="a figure with its unit"),
    ],
)
def test_what_is_seen_of_a_text(text: str, seen: str) -> None:
    assert WORDS.told(text).seen == seen


@pytest.mark.parametrize(("text", "seen"), [("2024", "2024"), ("12", FIGURE)])
def test_a_year_may_be_a_label(text: str, seen: str) -> None:
    assert (YEARS.letterless, YEARS.told(text).seen) == (True, seen)
    assert not WORDS.letterless


@pytest.mark.parametrize(
    ("texts", "strange"),
    [
        (["张三", "李四"], True),
        (["结转", "下年"], False),
        (["张三", "结转", "下年"], False),
        (["张三"], True),
    ],
)
def test_strange_texts_may_be_a_label_together(texts: list[str], strange: bool) -> None:  # noqa: FBT001
    assert WORDS.strange_together(texts) is strange


def test_thousands_of_titles_are_not_kept() -> None:
    words = KnownWords.of([])
    before = [words.told(f"{number}镇").seen for number in range(5000)]

    assert [words.told(f"{number}镇").seen for number in range(5000)] == before
    assert len(words._told) <= 4096  # noqa: SLF001 - that it is bounded is the point
