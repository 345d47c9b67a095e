"""Years in labels, in digits and counted from the latest."""

from __future__ import annotations

import pytest

from statlint.values import dates_in_digits, relative_years


@pytest.mark.parametrize(
    ("texts", "relative"),
    [
        pytest.param(
            ["2022年", "2023年", "同比"], ["<1>年", "<0>年", "同比"], id="years and words"
        ),
        pytest.param(["1999-2001"], ["<2>-<0>"], id="two years in one label"),
        pytest.param(["20230", "12023", "1823"], ["20230", "12023", "1823"], id="no years"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_years_are_counted_from_the_latest(texts: list[str], relative: list[str]) -> None:
    assert relative_years(texts) == relative


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        pytest.param("二〇二四年", "2024年", id="a year"),
        pytest.param("二○一九年十二月", "2019年12月", id="a circle, and a month"),
        pytest.param("二O二O年度", "2020年度", id="the letter O"),
        pytest.param("一九九八年十月", "1998年10月", id="of the century before"),
        pytest.param("2024年三月", "2024年3月", id="a month alone"),
        pytest.param("十二〇二四年", "十二〇二四年", id="more than a year"),
        pytest.param("近二三年", "近二三年", id="some years"),
        pytest.param("二〇二四", "二〇二四", id="no word for a year"),
    ],
)
def test_dates_in_words_are_written_in_digits(text: str, digits: str) -> None:
    assert dates_in_digits(text) == digits
