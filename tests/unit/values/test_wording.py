"""Texts that are words beyond doubt."""

from __future__ import annotations

import pytest

from statlint.values import Flaw, NumberStyle, Unreadable, read_figure, read_styled
from statlint.values.wording import is_wording


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("地区", id="Chinese"),
        pytest.param("第17采油厂", id="Chinese with a number"),
        pytest.param("District 17", id="English with a number"),
        pytest.param("Illinois", id="letters that look like digits, and others"),
    ],
)
def test_words_are_told(text: str) -> None:
    assert is_wording(text)
    assert [read_figure(text), read_styled(text, NumberStyle())] == [
        Unreadable(text, Flaw.TEXT),
        Unreadable(text, Flaw.TEXT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("17", id="digits"),
        pytest.param("1,234 rev.", id="a figure that was revised"),
        pytest.param("lOOlO", id="letters typed for digits"),
        pytest.param("同比增长3.5个百分点", id="a change in words"),
        pytest.param("二百零三人次", id="a number in words with its unit"),
        pytest.param("2024年3月5日", id="a date"),
        pytest.param("并列第3名", id="a place"),
        pytest.param("12(注1)", id="a figure with a note"),
        pytest.param("约17个乡镇", id="an inexact figure"),
        pytest.param("over 300 families", id="an inexact figure in English"),
        pytest.param("17号楼①", id="a footnote sign"),
        pytest.param("#VALUE!", id="an error value"),
        pytest.param("Apr-12", id="a short word"),
    ],
)
def test_what_may_be_a_figure_is_not_called_words(text: str) -> None:
    assert not is_wording(text)
