"""How a figure is said beside an earlier one."""

from __future__ import annotations

import pytest

from statlint.rule.earlier import change_words, period_words
from statlint.values import Number, Period
from years import history_of


def said(before: Number, now: Number) -> tuple[str, str]:
    history, _ = history_of({"kind": "score"}, {"a": [before]}, {"a": [now]})
    (facts,) = history.facts
    (fact,) = facts
    earlier = history.previous.get("table", "a", "h0")
    assert earlier is not None
    words = change_words(fact, earlier)
    return words.zh, words.en


@pytest.mark.parametrize(
    ("before", "now", "zh", "en"),
    [
        pytest.param(312, 71, "下降 77.2%", "down 77.2%", id="a fall"),
        pytest.param(312, 400, "增长 28.2%", "up 28.2%", id="a rise"),
        pytest.param(3, 40, "为其 13.3 倍", "13.3 times as much", id="many times"),
        pytest.param(88, -92, "相差 -180", "a difference of -180", id="the other sign"),
        pytest.param(0, 40, "", "", id="from nothing"),
    ],
)
def test_a_change_is_said_in_per_cent_in_times_or_by_how_much(
    before: Number, now: Number, zh: str, en: str
) -> None:
    assert said(before, now) == (zh, en)


@pytest.mark.parametrize(
    ("period", "zh"),
    [
        pytest.param("2024", "2024年", id="a year"),
        pytest.param("2024-H2", "2024年下半年", id="a half"),
        pytest.param("2024-Q3", "2024年第三季度", id="a quarter"),
        pytest.param("2024-M11", "2024年11月", id="a month"),
    ],
)
def test_a_period_has_a_name(period: str, zh: str) -> None:
    words = period_words(Period.parse(period))

    assert (words.zh, words.en) == (zh, period)
