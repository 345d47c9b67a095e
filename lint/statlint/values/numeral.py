"""Whole numbers in Chinese words: 三, 十二, 二十一, 一百零三, 二〇一七."""

from __future__ import annotations

_DIGITS = {word: digit for digit, word in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_WRITTEN = "零一二三四五六七八九"
_TENS = {"十": 10, "百": 100}
NUMERAL_WORDS = "".join((*_DIGITS, *_TENS))
"""The words a number is made of, for a class of a regular expression."""
_LARGEST = 999
_LONGEST = 20
"""Words of the longest number: Python refuses to read some thousand digits."""


def read_numeral(text: str) -> int | None:
    """Read a number below a thousand in words, or one read out digit by digit; None for others."""
    if not 0 < len(text) <= _LONGEST or any(word not in NUMERAL_WORDS for word in text):
        return None
    if not any(word in _TENS for word in text):
        return int("".join(str(_DIGITS[word]) for word in text))
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    parts = (
        _part(hundreds, hundred, 100, alone=False),
        _part(tens, ten, 10, alone=not hundred),
        _ones(ones, after_hundred=bool(hundred) and not ten),
    )
    return None if None in parts else sum(part for part in parts if part)


def _part(before: str, sign: str, size: int, *, alone: bool) -> int | None:
    """Read 三十 or 二百; 十 may stand alone at the beginning."""
    if not sign:
        return None if before else 0
    digit = _DIGITS.get(before.removeprefix("零") if not alone else before)
    if not before and alone:
        digit = 1
    return digit * size if digit else None


def _ones(text: str, *, after_hundred: bool) -> int | None:
    """Read what stands after tens; after a hundred a 零 must come before it: 一百零三."""
    if not text:
        return 0
    if after_hundred != text.startswith("零"):
        return None
    return _DIGITS.get(text.removeprefix("零")) or None


def write_numeral(number: int) -> str:
    """Write a number in words; numbers of a thousand and more stay in digits."""
    if not 0 <= number <= _LARGEST:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_WRITTEN[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{_WRITTEN[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (_WRITTEN[ones] if ones or not number else "")
