"""D115: codes unlike the others of their list."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "alike": Text(
        zh="{head}「{text}」与「{usual}」只是写法不同，共 {count} 行这样写",
        en="{head} “{text}” is “{usual}” written otherwise, in {count} of the rows",
    ),
    "blank": Text(
        zh="{head}空白，共 {count} 行；其余各行都填了",
        en="{head} is blank, in {count} of the rows; all others have one",
    ),
    "fills": Text(
        zh="{head}「{text}」只有这一行，恰好是「{usual}」所缺的一行",
        en="{head} “{text}” has this row alone, just the one that {usual} lacks",
    ),
    "unlisted": Text(
        zh="{head}「{text}」不在表式所列之中，共 {count} 行",
        en="{head} “{text}” is not among those that the form lists; rows: {count}",
    ),
    "shape": Text(
        zh="{head}「{text}」与其他代码（如「{usual}」）位数不同，共 {count} 行",
        en="{head} “{text}” has another form than the other codes, such as {usual}; rows: {count}",
    ),
}


@rule(
    code="D115",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对代码，统一写法",
        en="See whether the code is right, and write it as in the other rows",
    ),
)
def unusual_code(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Code is unlike the others of its list.

    ## What it checks
    In the key columns of a long list: texts that differ from another one in white space,
    full-width signs or case only and are five times as rare (they count as that one elsewhere);
    codes of another number of digits (or no digits at all) than nearly all others, up to two of
    them in a list of at least ten; cells left blank, up to one row in 50; codes of a single
    row, which is just the one that another code lacks. Codes of totals, codes
    that others begin with, and codes that are as frequent as the others are left alone. Each is
    told once. Where a form of the list says which codes, indicators and periods there are, any
    other one is an error.

    ## Why it matters
    A program takes 城关镇 and 城关 镇 for two units: one of them has too few figures, and sums over
    either are wrong.

    ## Example
    ```csv fail
    地区,性别,年份,数值
    城关镇,男,2020,12
    城关镇,男,2021,13
    城关镇,男,2022,13
    城关镇,女,2020,11
    城关镇,女,2021,10
    城关镇,女,2022,12
    晓天镇,男,2020,31
    晓天镇,男,2021,30
    晓天镇,男,2022,33
    晓天镇,女,2020,29
    晓天镇,女,2021,28
    晓天镇,女,2022,27
    佛子岭镇,男,2020,7
    佛子岭镇,男,2021,8
    佛子岭镇,女,2020,7
    佛子岭镇,女,2021,8
    佛子岭镇,女,2022,8
    佛子岭 镇,男,2022,9
    ```
    ```csv pass
    地区,性别,年份,数值
    城关镇,男,2020,12
    城关镇,男,2021,13
    城关镇,男,2022,13
    城关镇,女,2020,11
    城关镇,女,2021,10
    城关镇,女,2022,12
    晓天镇,男,2020,31
    晓天镇,男,2021,30
    晓天镇,男,2022,33
    晓天镇,女,2020,29
    晓天镇,女,2021,28
    晓天镇,女,2022,27
    佛子岭镇,男,2020,7
    佛子岭镇,男,2021,8
    佛子岭镇,女,2020,7
    佛子岭镇,女,2021,8
    佛子岭镇,女,2022,8
    佛子岭镇,男,2022,9
    ```
    """
    for odd in table.codes:
        message = "alike" if odd.alike else "shape" if odd.at.text else "blank"
        message = "fills" if odd.fills else message
        yield context.finding(message, at=odd.at, usual=odd.usual, count=odd.count)
    for one in table.unlisted:
        yield context.finding("unlisted", at=one.at, count=one.count, severity=Severity.ERROR)
