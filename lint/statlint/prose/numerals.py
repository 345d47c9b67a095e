"""Exact numbers in digits, in words and in both: 1,234, 1.4万, 一千二百, 3万5千."""

from __future__ import annotations

import re
from decimal import Decimal

from statlint.values import Number, read_number
from statlint.values.exact import add, multiply

_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
"""The words of a number, for a class of a regular expression."""
_LONGEST = 30


def read_words(text: str) -> int | None:
    """Read a number in words of any size below a trillion; None where they are no number."""
    if not 0 < len(text) <= _LONGEST or any(sign not in NUMERALS for sign in text):
        return None
    if not any(sign in _SMALL or sign in _LARGE for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    if text[0] in "百千万亿":
        return None
    total, rest = 0, text
    for sign in "亿万":
        before, found, rest = rest.rpartition(sign)
        part = _below_ten_thousand(before) if found else 0
        if part is None or (found and not part):
            return None
        total += part * _LARGE[sign]
    last = _below_ten_thousand(rest) if rest else 0
    return None if last is None else total + last


def _below_ten_thousand(text: str) -> int | None:
    """Read words that go down from thousands: 三千零五, 一百二十, 十二."""
    total, digit, last = 0, 0, 10**4
    for at, sign in enumerate(text):
        if sign in _SMALL:
            size = _SMALL[sign]
            if size >= last or (not digit and (at or size > _SMALL["十"])):
                return None
            total, digit, last = total + (digit or 1) * size, 0, size
        elif digit or (sign in "零〇" and at == len(text) - 1):
            return None
        else:
            digit = _DIGITS[sign]
    # 一百二 is 120 as often as it is a slip.
    if digit and last > _SMALL["十"] and total and "零" not in text:
        return None
    return total + digit


def read_digits(text: str) -> Number | None:
    """Read digits with what multiplies them: 1.4万 is 14000, 3万5千 is 35000."""
    total: Number = 0
    for digits, sign in re.findall(r"([0-9][0-9,. ]*)([百千万亿]*)", text):
        number = read_number(digits.strip(" ,"))
        if number is None:
            return None
        size = 1
        for one in sign:
            size *= (_SMALL | _LARGE)[one]
        total = add(total, multiply(number, size))
    whole = isinstance(total, Decimal) and total == total.to_integral_value()
    return int(total) if whole else total
