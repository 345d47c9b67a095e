"""Dates as tables write them: 2017-03-01, 2017.3.1, 2017年3月, 20170301, 二〇一七年三月一日."""

from __future__ import annotations

import re
from datetime import date, timedelta

from statlint.dataclass import dataclass
from statlint.values.numeral import NUMERAL_WORDS, read_numeral
from statlint.values.text import plain


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that a text states, to the day, the month or the year: its first and last day.

    Both are None where the calendar has no such day; `names_day` tells it from a month or a year.
    """

    text: str
    first: date | None
    last: date | None
    names_day: bool = True


_CENTURY = r"(?:19|20)\d\d"
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_DAY = (
    r"(?<!\d)(?P<year>\d{4})\s*(?:"
    r"年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?"
    r"|(?P<sign>[-–—/.])\s*(?P<month_2>\d{1,2})\s*(?P=sign)\s*(?P<day_2>\d{1,2})(?!\d)日?)"
    rf"|(?<!\d)(?P<year_3>{_CENTURY})(?P<month_3>\d\d)(?P<day_3>\d\d)(?!\d)"
)
_MONTH = (
    rf"(?<!\d)(?P<year>{_CENTURY})\s*(?:年\s*(?P<month>\d{{1,2}})\s*月"
    r"|[-/.]\s*(?P<month_2>1[0-2]|0?[1-9])(?!\d))"
)
_YEAR = rf"(?<!\d)(?P<year>{_CENTURY})(?:\s*年度?(?!\s*\d)|$)"
_WORDS = rf"[{NUMERAL_WORDS}]{{1,4}}(?=[年月日])"
_SERIAL = r"[2-6]\d{4}"
_CUT_MONTH = rf"{_CENTURY}\.1"
_DAY_0 = date(1899, 12, 30)
_LAST_MONTH = 12
_OPEN_END = r"至今|以来|起(?!草)|长期|持续|常年|每[年月日季周]|不定期|及时|随时"


def read_dates(text: str, *, stored_number: bool = False) -> tuple[StatedDate, ...]:
    """Find the dates in a text, in their order; a serial of Excel alone in it is one, too.

    A stored number such as 2017.1 may be 2017.10 with its zero lost: only its year is sure.
    """
    said = re.compile(_WORDS).sub(_in_digits, plain(text)).strip()
    if stored_number and re.compile(_CUT_MONTH).fullmatch(said):
        said = said.partition(".")[0]
    if re.compile(_SERIAL).fullmatch(said):
        day = _DAY_0 + timedelta(days=int(said))
        return (StatedDate(text.strip(), day, day),)
    found: dict[int, StatedDate] = {}
    for pattern in (re.compile(_DAY), re.compile(_MONTH), re.compile(_YEAR)):
        for match in pattern.finditer(said):
            found.setdefault(match.start(), _stated(match))
    return tuple(found[start] for start in sorted(found))


def has_open_end(text: str) -> bool:
    """Tell whether a text speaks of a time without an end, or of one that comes again."""
    return re.compile(_OPEN_END).search(text) is not None


def _in_digits(match: re.Match[str]) -> str:
    number = read_numeral(match[0])
    return match[0] if number is None else str(number)


def _stated(match: re.Match[str]) -> StatedDate:
    year, month, day = (_part(match, name) for name in ("year", "month", "day"))
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return StatedDate(match[0], None, None, names_day=day is not None)
    if day is not None:
        return StatedDate(match[0], first, first)
    last_month = 12 if month is None else month
    last = _last_day(first.year, last_month)
    return StatedDate(match[0], first, last, names_day=False)


def _last_day(year: int, month: int) -> date:
    if month == _LAST_MONTH:  # which the last year, 9999, has too
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _part(match: re.Match[str], name: str) -> int | None:
    parts = match.groupdict()
    digits = (parts.get(key) for key in (name, f"{name}_2", f"{name}_3"))
    return next((int(one) for one in digits if one), None)
