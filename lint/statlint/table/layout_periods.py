"""The period that a label is, or that a title speaks of: 2019年1月, Q1 2009, 2024/25, FY 2002."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from statlint.values import Period, dates_in_digits, plain

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_LONGEST = 20
"""Signs of the longest name of a period without its year: preceding quarter."""
_ANY_YEAR = r"[12][0-9]{3}"
_BEFORE = r"^(?:fy|fiscal year|year)\s*(?=[0-9])"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_PLACE = r"1st|2nd|3rd|4th|first|second|third|fourth"
_QUARTER = rf"第?(?P<q1>[1-4一二三四])季度?|q(?P<q2>[1-4])|(?P<q3>[1-4])q|(?P<q4>{_PLACE}) quarter"
_HALF = r"(?P<h1>[上下])半年|h(?P<h2>[12])|(?P<h3>first|second|1st|2nd) half"
_MONTH = rf"(?P<m1>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|(?P<m2>{_NAME})\b\.?"
_WITHIN = rf"(?:{_QUARTER}|{_HALF}|{_MONTH})"
_ENDED = (
    r"(?P<whole>year|half[ -]year|quarter|(?:three|3|six|6|twelve|12) months) end(?:ed|ing)\s*:?"
    rf"(?: on)?\s*(?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_NAME})\b\.?"
    rf"(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?,?\s*{_YEAR}(?![0-9])"
)
"""The year ended 30 June 2024, the quarter ended March 31, 2024."""
_QUARTERS = ("quarter", "three", "3 ")
_YEARS = ("year", "twelve", "12")
_LIKE_COUNTS = r"(?!\s*(?:persons?|people|employees|units?|and over|or (?:more|less)|k?g|lbs?|sq))"
_FORMS = (
    # What only names a base: constant 2007 dollars, 2002=100, 按2010年不变价.
    r"(?:constant|chained|real)\s*\(?[12][0-9]{3}|[12][0-9]{3}年?\s*(?:=|不变价|dollars|prices)",
    _ENDED,
    rf"(?<![0-9]){_YEAR}年\s*0?1月?\s*[-–—~至]\s*(?P<to_month>1[0-2]|0?[2-9])月份?",
    rf"(?<![0-9]){_YEAR}\s*年?度?[\s,:(-]*{_WITHIN}",
    rf"(?<![a-z0-9–~至-]){_WITHIN}(?: of)?[\s,.-]*(?:[0-9]{{1,2}},\s*)?{_YEAR}(?![0-9])",
    rf"(?<![0-9]){_YEAR}年?\s*[-/–—至]\s*(?P<to>(?:20|19)?[0-9]{{2}})(?![0-9])",
    rf"(?<![0-9]){_YEAR}\s*[.m]\s*(?P<number>1[0-2]|0[1-9])(?![0-9])",
    rf"(?<![0-9/-])(?P<number>1[0-2]|0?[1-9])/{_YEAR}(?![0-9])",
    rf"(?<![a-eg-xz0-9.,$€£<>=+#]){_YEAR}(?![0-9.,]*[0-9]|[a-df-oqs-z])"
    r"(?![^\W年度全末底初至与和比\x00-\x7f])" + _LIKE_COUNTS,
)
_WITHOUT_YEAR = (
    rf"(?:{_WITHIN}|[0-9]{{1,2}}月?\s*[-–—~至]\s*[0-9]{{1,2}}月份?"
    r"|第?[0-9]{1,2}周|week [0-9]{1,2}|[本上去今前当同历]年(?:度|同[期月])?"
    r"|[本上](?:[月期]|季度?)|[期年][初末]"
    r"|(?:current|this|previous|prior|last|preceding) (?:year|month|quarter|period))"
)
_CODED = (
    r"(?:[qhst][1-4]|[1-4][qh]|[fc]?y|m(?:1[0-2]|0?[1-9]))[\s/.'-]*(?:19|20)?[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[\s/.-]*(?:[qhst][1-4]|[1-4][qh]|m(?:1[0-2]|0?[1-9]))"
)


def is_dated(text: str) -> bool:
    """Tell whether a text is the code of a quarter, month, half or year: Q1 2023, 2023M01, FY23."""
    return re.compile(_CODED).fullmatch(plain(text).strip().casefold()) is not None


def period_of(text: str) -> Period | None:
    """Find the one period that a label is, or that a title speaks of; None where it names several.

    A month or quarter needs its year: give the spanner and the head together, 2019年 1月.
    """
    return _one(_found(text))


def _one(places: Sequence[tuple[int, Period | None]]) -> Period | None:
    """Give the one period among those found, a year with its month as that month."""
    found = {period for _, period in places}
    finer = {period for period in found if period and period.kind}
    years = {period.year for period in found if period}
    if None not in found and len(years) == 1 and len(finer) == 1:
        return finer.pop()
    return found.pop() if len(found) == 1 else None


def between_periods(text: str) -> bool:
    """Tell whether a label names two periods: from the 4th quarter 2009 to the 1st quarter 2010."""
    found = _found(text)
    return len({period for _, period in found}) > 1 and _one(found) is None


def is_period(text: str) -> bool:
    """Tell whether a label is a period, or begins with one: 2019, 1月, Q1, 2005 $ millions."""
    told = _told(text)
    if len(told) <= _LONGEST and re.compile(_WITHOUT_YEAR).fullmatch(told) is not None:
        return True
    found = _found(text)
    return bool(found) and min(start for start, _ in found) == 0 and _one(found) is not None


def _told(text: str) -> str:
    told = dates_in_digits(plain(text)).strip(" ()").casefold()
    return re.compile(_BEFORE).sub("", told) if told[:1] in {"f", "y"} else told


def _found(text: str) -> Sequence[tuple[int, Period | None]]:
    """Find the periods in a text and where they begin; None for one of another length."""
    # Most labels name no year: one look tells, and those that do are asked for several times.
    return _periods(text) if re.compile(_ANY_YEAR).search(dates_in_digits(plain(text))) else ()


@lru_cache(maxsize=4096)
def _periods(text: str) -> tuple[tuple[int, Period | None], ...]:
    told = _told(text)
    if told.isdecimal():
        year = re.compile(_YEAR).fullmatch(told)
        return ((0, Period(int(told))),) if year else ()
    found: list[tuple[int, Period | None]] = []

    def take(match: re.Match[str]) -> str:
        if "year" in match.re.groupindex:
            found.append((match.start(), _period(match)))
        # What is read is not read again; its place stays, so that the others keep theirs.
        return "\0" * len(match[0])

    for form in _FORMS:
        told = re.compile(form).sub(take, told)
    return tuple(found)


def _period(match: re.Match[str]) -> Period | None:
    said = {name: text for name, text in match.groupdict().items() if text}
    year = int(said.pop("year"))
    if "whole" in said:
        return _ended(year, _MONTHS.index(said["month"][:3]) + 1, said["whole"])
    if "to" in said:
        return _until(year, said["to"])
    if "to_month" in said:
        return {3: Period(year, "Q", 1), 6: Period(year, "H", 1), 12: Period(year)}.get(
            int(said["to_month"])
        )
    for name, words in said.items():
        kind = "M" if name == "number" else name[0].upper()
        return Period(year, kind, _number(words, name))
    return Period(year)


def _ended(year: int, month: int, whole: str) -> Period | None:
    """Give the year, half or quarter that ends with a month; a year may end with any."""
    if whole.startswith(_YEARS):
        return Period(year)
    kind, months = ("Q", 3) if whole.startswith(_QUARTERS) else ("H", 6)
    return Period(year, kind, month // months) if month % months == 0 else None


def _until(year: int, written: str) -> Period | None:
    """Read what follows a year: 2024/25 is a year that begins in one and ends in the next."""
    number = int(written)
    if number in {year + 1, (year + 1) % 100}:
        return Period(year)
    return Period(year, "M", number) if 1 <= number <= len(_MONTHS) else None


def _number(words: str, name: str) -> int:
    if name == "m2":
        return _MONTHS.index(words[:3]) + 1
    if words[0].isdecimal():
        return int(re.sub(r"[^0-9]", "", words))
    order = ("first", "second", "third", "fourth") if words.isascii() else "一二三四五六七八九十"
    if words in {"上", "下"}:
        return 1 + (words == "下")
    return order.index(words) + 1 if words in order else 10 + "十一二".index(words[-1])
