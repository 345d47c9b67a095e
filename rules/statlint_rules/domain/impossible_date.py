"""D112: dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts, dates_of
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "impossible": Text(
        zh="{head}「{text}」：没有「{date}」这一天",
        en="{head} “{text}”: there is no such day as “{date}”",
    ),
    "no_month": Text(
        zh="{head}「{text}」：没有「{date}」这个月",
        en="{head} “{text}”: there is no such month as “{date}”",
    ),
}


@rule(
    code="D112",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(zh="请对照原件改正日期", en="Correct the date after the document itself"),
    when=(Occasion.LIST,),
)
def impossible_date(facts: Facts, context: Context) -> Iterator[Finding]:
    """Date does not exist.

    ## What it checks
    Under a head with dates (印发日期, 发布日期), every date: 2017-03-01, 2017.3.1, 2017/3/1,
    2017年3月1日, 20170301, 二〇一七年三月一日, months and years alone. The calendar must have the
    day. Whether it lies in the year under review is for D111.

    ## Why it matters
    A thirtieth of February is a slip of the keyboard, and nobody knows which day was meant.

    ## Example
    ```toml form
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
    佐证材料清单
    材料名称,印发日期,份数
    政务公开工作要点,2017-02-30,1
    政府信息公开指南,2017-03-01,1
    ```
    ```csv pass
    佐证材料清单
    材料名称,印发日期,份数
    政务公开工作要点,2017-02-28,1
    政府信息公开指南,2017-03-01,1
    ```

    ## Known problems
    A text in which no date can be recognised (3月1日 without a year, 二月初) is not judged.
    """
    for fact, dates in dates_of(facts):
        for date in dates:
            if date.first is None:
                kind = "impossible" if date.names_day else "no_month"
                yield context.finding(kind, at=fact, date=date.text)
