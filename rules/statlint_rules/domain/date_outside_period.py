"""D111: dates that lie outside the period under review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from statlint.facts import Fact, Facts, dates_of
from statlint.finding import Finding
from statlint.form import Format
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Period, Text
from statlint.values.dates import StatedDate, has_open_end
from statlint.values.document import read_document_numbers

MESSAGES = {
    "outside": Text(
        zh="{head}「{text}」不在报告期 {period} 之内",
        en="{head} “{text}” lies outside the period, {period}",
    ),
    "most": Text(
        zh="{head}多不在报告期 {period} 之内：{total} 个日期中有 {count} 个，如「{text}」",
        en="{head}: {count} of {total} dates lie outside the period, {period}, such as “{text}”",
    ),
    "early": Text(
        zh="{head}「{text}」早于文号「{number}」的年份",
        en="{head} “{text}” lies before the year of the document, “{number}”",
    ),
}
_MANY = 3
_DECEMBER = 12


@rule(
    code="D111",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对日期是否写错；确属其他时期的材料，请说明为何计入本期",
        en="Check the date; where the document is of another time, say why it counts for this "
        "period",
    ),
    when=(Occasion.LIST,),
)
def date_outside_period(facts: Facts, context: Context) -> Iterator[Finding]:
    """Date lies outside the period under review.

    ## What it checks
    Under a head with dates (印发日期, 发布日期), that each lies in the period that the table is
    for: the year, half-year, quarter or month. 2017-03-01, 2017.3.1, 2017/3/1, 2017年3月1日,
    20170301, 二〇一七年三月一日, dates of a workbook, months and years alone are read; of a time
    from and to, some day must lie inside. Where more than half of the dates lie outside, it is told
    once: then the period may be wrong. Without a known period nothing is outside it.

    A date before the year in the document's number is told, too: 〔2017〕96号 of May 2016 cannot
    be. December of the year before may be, and so may any time after: a document is often published
    long after it was issued.

    ## Why it matters
    Evidence from another year does not count for this one; often a list of last year was filled in
    again, or the year is a slip in January.

    ## Example
    ```toml form
    titles = ["佐证材料清单"]

    [[table]]
    key = "list"
    title = "佐证材料清单"
    head = [
      { key = "document", label = "材料名称", names = "document" },
      { key = "date", label = "印发日期", format = "date" },
      { key = "copies", label = "份数" },
    ]
    line = [{ key = "document", label = "材料", repeat = true }]
    ```
    ```csv fail
    2017年佐证材料清单
    材料名称,印发日期,份数
    政务公开工作要点,2016-03-01,1
    政府信息公开指南,2017-05-12,1
    ```
    ```csv pass
    2017年佐证材料清单
    材料名称,印发日期,份数
    政务公开工作要点,2017-03-01,1
    政府信息公开指南,2017-05-12,1
    ```

    ## Options
    The period is read from the title and the names of sheet and file; `--period` sets it.

    ## Known problems
    Days without a year (3月1日) are not judged. A document of the year before that is still in
    force may be right as evidence: it is a warning for that reason.
    """
    period = context.filled.period if context.filled else None
    by_head: dict[str, list[tuple[Fact, bool]]] = {}
    for fact, dates in dates_of(facts):
        known = [one for one in dates if one.first is not None]
        if known and not has_open_end(fact.text):
            outside = period is not None and _outside(known, period)
            by_head.setdefault(fact.head.key, []).append((fact, outside))
            number = None if outside else _later_number(facts, fact, known)
            if number is not None:
                yield context.finding("early", at=fact, number=number.text, related=[number])
    for judged in by_head.values():
        yield from _told(judged, period, context)


def _outside(dates: Sequence[StatedDate], period: Period) -> bool:
    """Tell whether all the time from the first to the last of some dates is outside a period."""
    begins, ends = date(*period.first_day), date(*period.last_day)
    first = min(one.first for one in dates if one.first)
    last = max(one.last for one in dates if one.last)
    return last < begins or first > ends


def _later_number(facts: Facts, fact: Fact, dates: Sequence[StatedDate]) -> Fact | None:
    """Find the number of the same document, where its year has not begun on the date."""
    last = max(one.last for one in dates if one.last)
    for block in facts.plan.blocks:
        for head in block.heads:
            cell = facts.get(fact.line.key, head.key)
            if cell is None or cell.measure.format is not Format.DOCUMENT:
                continue
            years = [number.year for number in read_document_numbers(cell.text) if number.year]
            if len(years) == 1 and (last.year + (last.month == _DECEMBER)) < years[0]:
                return cell
    return None


def _told(
    judged: Sequence[tuple[Fact, bool]], period: Period | None, context: Context
) -> Iterator[Finding]:
    outside = [fact for fact, is_outside in judged if is_outside]
    if len(outside) >= _MANY and 2 * len(outside) > len(judged):
        yield context.finding(
            "most",
            at=outside[0],
            related=outside[1:],
            period=period,
            count=len(outside),
            total=len(judged),
        )
        return
    for fact in outside:
        yield context.finding("outside", at=fact, period=period)
