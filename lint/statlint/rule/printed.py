"""Reckoned figures written as the stated figure beside them is printed."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from statlint.pattern import pattern_of
from statlint.rule.wording import plain_number
from statlint.values import Figure, Number

_GROUPING = pattern_of(r"(?<=\d)([^\d+\-])(?=\d{3}(?!\d))")
_FEWEST_DIGITS = 60
_GROUP = 3
_MORE = 2
"""Places more that are shown where a reckoned figure would look like the stated one."""


def printed_like(number: Number, stated: Figure | None, *, rounded: bool = False) -> str:
    """Write a number with the marks, the sign % and at least the decimals of a stated figure.

    A number that is `rounded` has just these decimals, and more where it would not differ.
    """
    if stated is None:
        return plain_number(number)
    shown, decimals = stated.displayed
    said = _with_places(number, decimals, rounded=rounded)
    if rounded and Decimal(said) == shown:
        said = _with_places(number, decimals + _MORE, rounded=True)
    whole, _, fraction = said.partition(".")
    grouping, point = _marks_of(stated.text, abs(int(stated.value)))
    percent = "%" if stated.text.rstrip().endswith("%") else ""
    return _grouped(whole, grouping) + (point + fraction if fraction else "") + percent


def _with_places(number: Number, decimals: int, *, rounded: bool) -> str:
    """Write a number with so many decimals; with more where it has them and is not rounded."""
    value = Decimal(number)
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    places = max(decimals, 0) if rounded else max(decimals, own, 0)
    with localcontext() as context:
        context.prec = max(_FEWEST_DIGITS, value.adjusted() + places + 2)
        found = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return format(abs(found) if found == 0 else found, "f")


def _marks_of(text: str, whole: int) -> tuple[str, str]:
    """Tell the sign between thousands (empty where there is none) and the decimal point."""
    for sign in dict.fromkeys(_GROUPING.findall(text)):
        digits = re.search(r"\d+", text.replace(sign, ""))
        if digits is not None and int(digits[0]) == whole:
            return sign, "," if sign == "." else "."
    comma = re.search(rf"(?<!\d)0*{whole},\d", text)
    return "", "," if comma else "."


def _grouped(whole: str, sign: str) -> str:
    """Put a sign between thousands."""
    minus, digits = whole[: whole.startswith("-")], whole.lstrip("-")
    first = len(digits) % _GROUP or _GROUP
    groups = [digits[:first]]
    groups += [digits[at : at + _GROUP] for at in range(first, len(digits), _GROUP)]
    return minus + (sign.join(groups) if sign else digits)
