"""S012: sign-off dates and telephone numbers that cannot be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from statlint.finding import Finding
from statlint.form import SignKind
from statlint.pattern import pattern_of
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, Label
from statlint.values import Period, Text, plain

MESSAGES = {
    "no_date": Text(
        zh="{field}「{written}」不是完整的日期",
        en="{field}: “{written}” is not a full date",
    ),
    "impossible": Text(
        zh="{field}「{written}」这一天不存在",
        en="{field}: there is no such day as “{written}”",
    ),
    "future": Text(
        zh="{field}「{written}」这一天还没有到",
        en="{field}: “{written}” lies in the future",
    ),
    "early": Text(
        zh="{field}「{written}」早于报告期末 {end}",
        en="{field}: “{written}” lies before the period ends on {end}",
    ),
    "phone": Text(
        zh="{field}「{written}」不是 7—12 位的电话号码",
        en="{field}: “{written}” is not a telephone number of 7 to 12 digits",
    ),
}

_WRITTEN = pattern_of(r"(?<!\d)(\d{4})\s*[-–—/.年]\s*(\d{1,2})\s*[-–—/.月]\s*(\d{1,2})(?!\d)")
_SOLID = pattern_of(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")
_BETWEEN_PHONES = pattern_of(r"[、/;,]")
_NOT_DIALLED = pattern_of(r"^\s*(?:\+|00)86|(?:转|分机|ext\.?|(?<=\d{7})-)\s*\d{1,6}\s*$")
"""The country's code in front, and an extension behind."""
_FEWEST, _MOST = 7, 12


@rule(
    code="S012",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对填报日期和联系电话，改正后再报送",
        en="Check the date and the telephone number, and correct them",
    ),
    when=(Occasion.SIGN_OFF,),
)
def impossible_sign_off(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Sign-off date or telephone number cannot be true.

    ## What it checks
    - A date must be a full one (2018-1-11, 2018.1.11, 2018/1/11, 20180111, 2018年1月11日), must
      exist, must not lie in the future nor before the last day of the period.
    - A telephone number must have 7 to 12 digits. There may be several, parted by 、 / ; , or a
      space; area codes, brackets, extensions and +86 are fine.

    Empty fields are left to S011, names may be anything.

    ## Why it matters
    A date before the end of the period means that the figures were not final, or that the line
    was copied from another year. A number with a digit too few cannot be called.

    ## Example
    ```csv fail
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：王芳,填报人：李明,联系电话：0551-64120000,填报日期：2022-13-45
    ```
    ```csv pass
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：王芳,填报人：李明,联系电话：0551-64120000,填报日期：2022-1-11
    ```

    ## Known problems
    Dates in Chinese numerals (二〇二二年一月十一日) are not read. Whether a number is in use is
    not known here.
    """
    for entry in filled.sign_off:
        written = plain(entry.text).strip()
        fault = None
        if entry.field.kind is SignKind.DATE and any(map(str.isdecimal, written)):
            fault = _date_fault(written, filled.period, context.today)
        elif entry.field.kind is SignKind.PHONE and any(map(str.isalnum, written)):
            fault = None if _can_be_called(written) else "phone"
        if fault:
            yield context.finding(
                fault,
                at=Label(entry.field.label.zh, entry.label.sheet, entry.cell),
                field=entry.field.label,
                written=entry.text,
                end=date(*filled.period.last_day) if filled.period else "",
            )


def _date_fault(written: str, period: Period | None, today: date) -> str | None:
    found = _WRITTEN.search(written) or _SOLID.search(written)
    if found is None:
        return "no_date"
    try:
        signed = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return "impossible"
    if signed > today:
        return "future"
    return "early" if period and signed < date(*period.last_day) else None


def _can_be_called(written: str) -> bool:
    """Tell whether a text is one or more telephone numbers, parted by signs or by spaces."""
    numbers = [_NOT_DIALLED.sub("", one) for one in _BETWEEN_PHONES.split(written) if one.strip()]
    return all(
        _long_enough(number) or all(_long_enough(piece) for piece in number.split())
        for number in numbers
    )


def _long_enough(number: str) -> bool:
    return _FEWEST <= sum(map(str.isdecimal, number)) <= _MOST
