"""The period that a name is, and nothing else: 2024, 2024Q1, 2024年3月, 202403, 2024年第一季度."""

from __future__ import annotations

from statlint.pattern import pattern_of
from statlint.values.period import Period
from statlint.values.text import plain

_WRITTEN = pattern_of(
    r"(?P<year>(?:19|20)\d\d)(?:年度?)?"
    r"(?P<part>[-_.]?(?:H[12]|Q[1-4]|M?(?:1[0-2]|0[1-9])(?:月份?)?)"
    r"|[1-9]月份?|[上下]半年|第?[一二三四1-4]季度?)?"
)
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


def period_named(name: str) -> Period | None:
    """Read a name that is a period as a whole; None for any other."""
    told = "".join(plain(name).split()).upper()
    found = _WRITTEN.fullmatch(told) if told.startswith(("19", "20")) else None
    if found is None:
        return None
    part = found["part"]
    if part is None:
        return Period(int(found["year"]))
    return Period(int(found["year"]), _kind(part), number_of(part))


def number_of(part: str) -> int:
    """Read the number of a month, quarter or half-year: 03, Q1, 一季度, 上半年."""
    numeral = next((_NUMERALS[sign] for sign in part if sign in _NUMERALS), None)
    return numeral or int("".join(sign for sign in part if sign.isdigit()))


def _kind(part: str) -> str:
    for kind, signs in (("H", "H半"), ("Q", "Q季")):
        if any(sign in part for sign in signs):
            return kind
    return "M"
