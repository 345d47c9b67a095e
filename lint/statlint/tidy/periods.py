"""Periods in a column: 2021, 2021年, 2021-Q1, 2021年3月, 202103, 2021-03-05, or year and month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from statlint.dataclass import dataclass
from statlint.table.layout_periods import period_of
from statlint.values import Period, plain

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_DAY = (
    rf"({_YEAR})(?:([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?:[ T]0?0:00(?::00)?)?"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))"
)
_DIGITS = rf"({_YEAR})[-/.]?(0[1-9]|1[0-2])"
_PART = r"(?:m|q|第)?\s*(0?[1-9]|1[0-2]|[一二三四])\s*(?:月份?|季度?|months?|quarters?)?"
_WITHIN = r"[季月旬周]|(?<![a-z])[qhmw] ?[0-9]"
"""Signs of a part of a year: 2022年5季度 is not the year 2022."""
_PER_YEAR = {"": 1, "H": 2, "Q": 4, "M": 12}
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A period as a number: those of one kind (Y, H, Q, M, D) that follow each other differ by 1.

    A year has no kind; D is a day.
    """

    kind: str
    number: int

    def __str__(self) -> str:
        """Write it as SDMX does: 2021, 2021-Q1, 2021-M03, 2021-03-05."""
        if self.kind == "D":
            return date.fromordinal(self.number).isoformat()
        year, part = divmod(self.number, _PER_YEAR[self.kind])
        return str(Period(year, self.kind, part + 1))


def moment_of(period: Period) -> Moment:
    """Give a period its number among those of its kind."""
    return Moment(period.kind, period.year * _PER_YEAR[period.kind] + period.number - 1)


def read_moment(text: str) -> Moment | None:
    """Read a text that is nothing but a period; None for anything else."""
    said = plain(text).strip()
    if not any(sign.isdigit() for sign in said):
        return None
    if re.fullmatch(_YEAR, said):
        return Moment("", int(said))
    month = re.fullmatch(_DIGITS, said)
    if month:
        return moment_of(Period(int(month[1]), "M", int(month[2])))
    day = re.fullmatch(_DAY, said)
    if day:
        return _day(int(day[1]), int(day[3] or day[5]), int(day[4] or day[6]))
    period = period_of(said)
    if period is None or (not period.kind and re.search(_WITHIN, said.casefold())):
        return None
    return moment_of(period)


def _day(year: int, month: int, day: int) -> Moment | None:
    try:
        return Moment("D", date(year, month, day).toordinal())
    except ValueError:
        return None


def whole_periods(moments: Sequence[Moment | None]) -> list[Moment | None]:
    """Take days for months, or for years, where all of them are the first of one."""
    days = [date.fromordinal(one.number) for one in moments if one and one.kind == "D"]
    known = [one for one in moments if one is not None]
    if not days or len(days) < len(known) or any(day.day != 1 for day in days):
        return list(moments)
    yearly = all(day.month == 1 for day in days)
    return [None if one is None else _first_of(one, yearly=yearly) for one in moments]


def _first_of(moment: Moment, *, yearly: bool) -> Moment:
    day = date.fromordinal(moment.number)
    return moment_of(Period(day.year) if yearly else Period(day.year, "M", day.month))


def read_part(text: str) -> int | None:
    """Read the number of a month or quarter: 3, 03, 3月, Q3, 第三季度; None for anything else."""
    found = re.fullmatch(_PART, plain(text).strip().casefold())
    if found is None:
        return None
    said = found[1]
    return _NUMERALS.index(said) + 1 if said in _NUMERALS else int(said)


def moment_in(year: Moment | None, part: int | None, kind: str) -> Moment | None:
    """Put a year and a month (or quarter) together."""
    if year is None or year.kind or part is None or part > _PER_YEAR[kind]:
        return None
    return Moment(kind, year.number * _PER_YEAR[kind] + part - 1)
