"""The step in which a rule text takes points off or gives them: 每缺1项扣0.5分."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from math import gcd

from statlint.values.numeral import read_numeral
from statlint.values.reading import Number
from statlint.values.text import plain

_NUMERAL = r"\d+(?:\.\d+)?|[零一二两三四五六七八九十]+(?:点[零一二三四五六七八九]+)?"
_AMOUNT = rf"(?P<number>半|{_NUMERAL})(?:分(?P<half>半)|分|(?=[,。;、:)]|$))"
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_STEP = (
    rf"(?P<most>(?:最多|最高|至多|上限|累计|合计|总共|共)[可为只]{{0,2}})?"
    rf"(?:扣除?|扣减|减|加|奖励?|得|计|记)(?:去|掉)?{_AMOUNT}(?!钟)"
)
_TAKES = r"[扣减加奖]"
_OPEN = (
    r"酌|视情|视具体|适当|比例|折算|插值|[扣减加][^,。;、]{0,10}%"
    rf"|[扣减加奖](?:除|分)?(?:{_NUMERAL}|半)分?(?:[-–—~至到](?:{_NUMERAL})分|以[内下])"
)
"""Wordings that leave the points to whoever judges, or to a formula: 酌情扣分, 扣1-3分."""


def step_of(text: str) -> Number | None:
    """Find the step that a rule text names; None where it names none or leaves it open.

    Of several steps in one text it is the greatest that all of them are multiples of. A limit
    (最多扣5分, 扣完为止) is no step.
    """
    squeezed = re.sub(r"\s+", "", plain(text))
    if re.compile(_OPEN).search(squeezed):
        return None
    found = [step for step in re.compile(_STEP).finditer(squeezed) if not step["most"]]
    if not any(re.compile(_TAKES).match(step[0]) for step in found):
        return None
    steps = [step for step in map(_read, found) if step]
    return _common(steps) if steps else None


def _read(found: re.Match[str]) -> Decimal | None:
    half = Decimal("0.5")
    written = found["number"]
    if written == "半":
        return half
    number = _number(written)
    return number + half if number is not None and found["half"] else number


def _number(written: str) -> Decimal | None:
    if written[0].isdecimal():
        return Decimal(written)
    whole, point, rest = written.partition("点")
    value = read_numeral(whole)
    if value is None:
        return None
    decimals = "".join(str(read_numeral(sign)) for sign in rest)
    return Decimal(f"{value}.{decimals}" if point else value)


def _common(steps: list[Decimal]) -> Number:
    """Give the greatest number that all steps are whole multiples of."""
    places = max(0, *(-int(step.as_tuple().exponent) for step in steps))
    whole = reduce(gcd, [int(step.scaleb(places)) for step in steps])
    common = Decimal(whole).scaleb(-places)
    return int(common) if common == common.to_integral_value() else common
