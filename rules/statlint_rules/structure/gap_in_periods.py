"""S102: periods that a series of a long list lacks."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "gap": Text(
        zh="「{series}」缺 {period} 的数，前后各期都有",
        en="{series} has no figure for {period}, though there are some before and after",
    ),
    "gaps": Text(
        zh="「{series}」{period} 全缺，共 {count} 项，前后各期都有",
        en="{series} has none of its {count} figures for {period}, though some before and after",
    ),
    "first": Text(
        zh="「{series}」缺第一期 {period} 的数，同单位、同指标的其他数都有",
        en="{series} has no figure for the first period, {period}, though others of its keys have",
    ),
    "asked": Text(
        zh="「{series}」缺 {period} 的数，表式要求各期都有",
        en="{series} has no figure for {period}, which the form asks for",
    ),
    "askeds": Text(
        zh="「{series}」{period} 全缺，共 {count} 项，表式要求各期都有",
        en="{series} has none of its {count} figures for {period}, which the form asks for",
    ),
    "last": Text(
        zh="「{series}」缺最新一期 {period} 的数",
        en="{series} has no figure for the latest period, {period}",
    ),
    "lasts": Text(
        zh="「{series}」最新一期 {period} 全缺，共 {count} 项",
        en="{series} has none of its {count} figures for the latest period, {period}",
    ),
}


@rule(
    code="S102",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否漏报；当期确实没有的，请说明原因",
        en="See whether a row was left out; say why where there is no such figure",
    ),
)
def gap_in_periods(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Series lacks a period.

    ## What it checks
    In a long list, that each series (the rows with the same keys) that has a period and a later
    one has those between as well. Years follow years, quarters quarters, months months; a period
    that no series has is no gap. The latest period is due where 95 in 100 series have it, and so is
    the first, but for keys that came into being later. Where all series of a key (a unit, an
    indicator) lack a period, it is told once.

    Nothing is told where gaps are usual: where more than 20 in 100 of the figures due are missing
    of the series with the same key or in the same period, or more than 2 in 100 would be told.
    Where a form of the list says which periods there must be, each that a series lacks is an error.

    ## Why it matters
    A row that was lost cannot be seen among thousands; sums and growth rates that need it are
    wrong or missing.

    ## Example
    ```csv fail
    地区,性别,年份,数值
    城关镇,男,2020,12
    城关镇,男,2021,13
    城关镇,男,2022,13
    城关镇,女,2020,11
    城关镇,女,2022,12
    晓天镇,男,2020,31
    晓天镇,男,2021,30
    晓天镇,男,2022,33
    晓天镇,女,2020,29
    晓天镇,女,2021,28
    晓天镇,女,2022,27
    佛子岭镇,男,2020,5
    佛子岭镇,男,2021,6
    佛子岭镇,男,2022,6
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
    ```

    ## Known problems
    A unit that came into being later, or was given up before the latest period, has no gap.
    """
    for lapse in table.lapses:
        message = "last" if lapse.last else "first" if lapse.first else "gap"
        message = "asked" if lapse.is_asked else message
        yield context.finding(
            f"{message}s" if lapse.count > 1 else message,
            at=lapse.after,
            severity=Severity.ERROR if lapse.is_asked else None,
            series=lapse.series,
            period=lapse.period,
            count=lapse.count,
        )
