"""Exact numbers in words and in digits with what multiplies them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.prose.numerals import read_digits, read_words

WORDS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Write a number below ten thousand in words."""
    said, empty = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            said += ("零" if empty and said else "") + WORDS[digit] + sign
            empty = False
        else:
            empty = True
    return said or "零"


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_numbers_in_words_are_read_back(high: int, low: int) -> None:
    text = f"{written(high)}万{'零' if low < 1000 else ''}{written(low)}" if high else written(low)
    text = text.removesuffix("零零") if high and not low else text

    assert read_words(text) == high * 10_000 + low


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("两千", 2000),
        ("二〇一九", 2019),
        ("一亿", 10**8),
        ("三万五千", 35000),
        ("", None),
        ("百", None),
        ("万", None),
        ("一百二", None),
        ("三十十", None),
        ("一二十", None),
        ("件", None),
        ("一" * 40, None),
    ],
)
def test_words_are_read_or_refused(text: str, number: int | None) -> None:
    assert read_words(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234", 1234),
        ("1.4万", 14000),
        ("3万5千", 35000),
        ("2.35", Decimal("2.35")),
        ("2.3亿", 230000000),
        ("1.2.3", None),
    ],
)
def test_digits_are_read_or_refused(text: str, number: int | Decimal | None) -> None:
    assert read_digits(text) == number
