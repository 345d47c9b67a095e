"""Numbers in Chinese words: each survives a round trip, what is no number is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.numeral import read_numeral, write_numeral


@given(st.integers(min_value=0, max_value=999))
def test_a_number_survives_a_round_trip(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("零", 0, id="nothing"),
        pytest.param("两", 2, id="a pair"),
        pytest.param("十", 10, id="ten alone"),
        pytest.param("二十", 20, id="tens"),
        pytest.param("三十五", 35, id="tens and ones"),
        pytest.param("一百零三", 103, id="a gap in the middle"),
        pytest.param("一百一十二", 112, id="all three"),
        pytest.param("二〇一七", 2017, id="read out digit by digit"),
    ],
)
def test_a_number_is_read(text: str, number: int) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "百", "十十", "一百一", "一百零十", "一百零", "三千", "3", "一、", "十百", "一" * 21],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert read_numeral(text) is None


def test_a_thousand_stays_in_digits() -> None:
    assert (write_numeral(999), write_numeral(1000)) == ("九百九十九", "1000")
