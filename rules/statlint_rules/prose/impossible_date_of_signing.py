"""T007: days of signing that cannot be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "impossible": Text(
        zh="落款日期「{text}」这一天不存在", en="There is no such day of signing as “{text}”"
    ),
    "future": Text(
        zh="落款日期「{text}」这一天还没有到", en="The day of signing “{text}” lies in the future"
    ),
    "early": Text(
        zh="落款日期「{text}」早于 {year} 年末，报告期还没有结束",
        en="The day of signing “{text}” lies before the end of {year}, the year reported on",
    ),
    "late": Text(
        zh="落款日期「{text}」比报告年度 {year} 晚了 {years} 年",
        en="The day of signing “{text}” is {years} years after the year reported on, {year}",
    ),
}
_MONTH_OF_SIGNING = 12
_LATE = 2


@rule(
    code="T007",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对落款日期和标题中的年度，改正写错的一处",
        en="Check the day of signing and the year in the title, and correct what is wrong",
    ),
)
def impossible_date_of_signing(prose: Prose, context: Context) -> Iterator[Finding]:
    """Day of signing of a report cannot be true.

    ## What it checks
    The day at the end of a report, alone in its line or behind the unit: it exists, does not lie in
    the future, nor before the year in the title ends (in December of that year it may), nor two or
    more years after it.

    ## Why it matters
    Either the day or the year in the title was left from another report.

    ## Example
    ```prose fail
    某区2020年政府信息公开工作年度报告
    一、总体情况
    我区认真做好政府信息公开工作。
    某区人民政府办公室
    2020年1月20日
    ```
    ```prose pass
    某区2020年政府信息公开工作年度报告
    一、总体情况
    我区认真做好政府信息公开工作。
    某区人民政府办公室
    2021年1月20日
    ```

    ## Known problems
    A report that was published again years later is told.
    """
    from statlint.prose.particulars import read_particulars

    said = read_particulars(prose)
    if said.signing is None:
        return
    day, words = said.signing.day, said.signing.day_at
    fault = "impossible" if day.first is None else _fault(day.first, said.year, context.today)
    if fault:
        start = words.passage.paragraph.text.rfind(day.text)
        at = said_in(words.passage, max(start, 0), words.end)
        years = day.first.year - said.year if day.first and said.year else 0
        yield context.finding(fault, at=at, year=str(said.year), years=years)


def _fault(day: date, year: int | None, today: date) -> str | None:
    if day > today:
        return "future"
    if year is None:
        return None
    if day < date(year, _MONTH_OF_SIGNING, 1):
        return "early"
    return "late" if day.year >= year + _LATE else None
