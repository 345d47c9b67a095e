"""T005: years of a report that contradict its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text
from statlint.values.said import Said

if TYPE_CHECKING:
    from statlint.prose import Prose
    from statlint.prose.particulars import Particulars, Span, Words

MESSAGES = {
    "period": Text(
        zh="标题写 {year} 年，统计期限却是「{text}」",
        en="The title says {year}, the reference period is “{text}”",
    ),
    "backwards": Text(
        zh="统计期限「{text}」起止年份不一致",
        en="The reference period “{text}” begins and ends in different years",
    ),
    "end": Text(
        zh="统计期限「{text}」不到年末，应到 12 月 31 日",
        en="The reference period “{text}” does not reach the end of the year, 31 December",
    ),
    "body": Text(
        zh="标题写 {year} 年，正文却通篇讲 {other} 年（{count} 处）",
        en="The title says {year}, the text speaks of {other} throughout ({count} places)",
    ),
}
_REPORTED = (
    r"(?:^|(?<=[。！\n；]))\s*((?:19|20)[0-9]{2})年度?(?:[，,]|我|全[省市县区镇乡州旗局年]|本)"
)
_FEWEST = 3
_LAST_DAY = 31
_DECEMBER = 12


@rule(
    code="T005",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对报告年度；由上年报告修改而来的，核对各数是否都已更新",
        en="Check the year; if last year’s report was written over, check that every figure is new",
    ),
)
def other_year_in_report(prose: Prose, context: Context) -> Iterator[Finding]:
    """Report speaks of another year than its title.

    ## What it checks
    In a report whose title names a whole year: the reference period (统计期限) is of that year,
    begins and ends in one year, and ends on 31 December where it begins on 1 January and ends in
    December; and the year with which sentences open (2019年，我局……) is not throughout another one:
    at least three sentences and none of the title's own year. Where a table follows a known form,
    S014 tells of a period that differs from the title.

    ## Why it matters
    The report is often last year's, written over; figures may have been left as they were.

    ## Example
    ```prose fail
    某区2020年政府信息公开工作年度报告
    本报告所列数据的统计期限为2020年1月1日至2020年12月30日。
    ```
    ```prose pass
    某区2020年政府信息公开工作年度报告
    本报告所列数据的统计期限为2020年1月1日至2020年12月31日。
    ```

    ## Known problems
    A single sentence with last year's number is not told: it may compare.
    """
    from statlint.prose.particulars import read_particulars

    said = read_particulars(prose)
    for span in said.spans:
        fault = _fault(span, said.year)
        if fault and not (fault == "period" and _told(context)):
            yield context.finding(fault, at=_at(span.words), year=str(said.year))
    yield from _body(prose, said, context)


def _fault(span: Span, year: int | None) -> str | None:
    (first, month, day), (last, end, last_day) = span.first, span.last
    whole = (month, day, end) == (1, 1, _DECEMBER)
    if first != last and whole:
        return "backwards"
    if year is not None and whole and first != year:
        return "period"
    return "end" if whole and last_day != _LAST_DAY else None


def _told(context: Context) -> bool:
    """Tell whether a form was found, whose title and period another rule holds together."""
    claims = context.filled.period_claims if context.filled else ()
    return {"title", "range"} <= {one.role for one in claims}


def _body(prose: Prose, said: Particulars, context: Context) -> Iterator[Finding]:
    found = [
        (passage, match)
        for passage in prose.passages
        for match in re.finditer(_REPORTED, passage.paragraph.text)
    ]
    years = Counter(match[1] for _, match in found)
    if said.year is None or str(said.year) in years or len(years) != 1:
        return
    (other, count), *_ = years.most_common()
    if count >= _FEWEST:
        places = [said_in(one, match.start(1), match.end(1)) for one, match in found]
        yield context.finding(
            "body",
            at=places[0],
            related=places[1:],
            year=str(said.year),
            other=other,
            count=count,
        )


def _at(words: Words) -> Said:
    return said_in(words.passage, words.start, words.end)
