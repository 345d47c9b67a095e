"""What a number format displays of a stored number, where it fixes the decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.values import Number

_PRINTED_ONLY = pattern_of(r'"[^"]*"|[\\!].|[_*].|\[[^\]]*\]')
_DIGITS = pattern_of(r"[#0?,]*[#0?](?P<scaled>,*)(?:\.(?P<decimals>[#0?]*)(?P<late>,*))?")
_OTHERWISE = pattern_of(r"[A-Za-z/@通]|[#0?,.][^#0?,.]+[#0?]")
"""Letters of dates and of General, the bar of fractions, digits in two places (0!.0,)."""
_LONG = Context(prec=10_000, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a number format displays numbers: its decimals at least and at most, per cent or not."""

    least: int
    most: int
    percent: bool

    def show(self, number: Number) -> Number:
        """Give what is displayed of a number that is already in per cent."""
        places = self.most
        shown = _rounded(number, places)
        while places > self.least and _rounded(shown, places - 1) == shown:
            places -= 1
            shown = _rounded(shown, places)
        return shown


def _rounded(number: Number, places: int) -> Number:
    rounded = _LONG.quantize(Decimal(number), Decimal(1).scaleb(-places))
    return rounded if places else int(rounded)


@lru_cache(maxsize=256)
def shape_of(number_format: str, *, negative: bool) -> Shape | None:
    """Read a number format; None where it fixes no decimals: General, text, dates, fractions."""
    sections = _PRINTED_ONLY.sub("", number_format).split(";")
    section = sections[1] if negative and len(sections) > 1 else sections[0]
    digits = _DIGITS.search(section)
    if digits is None or _OTHERWISE.search(section) or digits["scaled"] or digits["late"]:
        return None
    decimals = digits["decimals"] or ""
    return Shape(sum(sign in "0?" for sign in decimals), len(decimals), "%" in section)
