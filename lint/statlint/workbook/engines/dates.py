"""Date serials of a workbook as ISO dates, and the date formats that Chinese Excel has built in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST_SERIAL = 2_958_466
_LEAP_DAY_THAT_NEVER_WAS = 60
_SECONDS = 86_400

_YEAR_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_HALF_DAY = '上午/下午h"时"mm"分"'

# ECMA-376 part 1, 18.8.30, zh-cn: a file names these by number alone.
CHINESE_FORMATS: Mapping[int, str] = {
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: _HALF_DAY,
    35: _HALF_DAY + 'ss"秒"',
    36: _YEAR_MONTH,
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _HALF_DAY,
    56: _HALF_DAY + 'ss"秒"',
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}


def iso_date(serial: float, *, date_1904: bool) -> str | None:
    """Write a serial as an ISO date, with its time if it has one; None outside Excel's calendar."""
    if not 0 <= serial < _LAST_SERIAL:
        return None
    days, seconds = divmod(round(serial * _SECONDS), _SECONDS)
    clock = str(timedelta(seconds=seconds)).zfill(8)
    day = _day(days, date_1904=date_1904)
    if day is None:
        return clock
    return f"{day}T{clock}" if seconds else day


def _day(days: int, *, date_1904: bool) -> str | None:
    """Give the day of a whole serial; None for day 0, which is a time of day alone."""
    if date_1904:
        return (date(1904, 1, 1) + timedelta(days=days)).isoformat() if days else None
    if days == _LEAP_DAY_THAT_NEVER_WAS:
        return "1900-02-29"
    if days == 0:
        return None
    first = date(1899, 12, 31) if days < _LEAP_DAY_THAT_NEVER_WAS else date(1899, 12, 30)
    return (first + timedelta(days=days)).isoformat()
