"""U104: rows of a long list in another unit of measure than the others of their indicator."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "unit": Text(
        zh="{what}计量单位此处为「{text}」，其余 {others} 行都是「{usual}」{rows}",
        en="{what}the unit of measure is {text} here, and {usual} in {others} other rows{rows}",
    ),
}


@rule(
    code="U104",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对计量单位；单位写对的，把数值换算为同一单位",
        en="See whether the unit is right; where it is, convert the figure",
    ),
)
def mixed_units(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Row has another unit of measure than the others.

    ## What it checks
    In a long list with a column for the unit of measure, that all rows of an indicator (or of
    another key that the units follow) have one unit. Told are units that at most 5 in 100
    rows of a code have, each once. Units that differ by two keys together, such as currencies
    of countries, are left alone.

    ## Why it matters
    A figure in 亿元 among figures in 万元 is wrong by four digits in every sum and every growth
    rate.

    ## Example
    ```csv fail
    地区,性别,年份,数值,计量单位
    城关镇,男,2020,12,万元
    城关镇,男,2021,13,万元
    城关镇,男,2022,13,万元
    城关镇,女,2020,11,万元
    城关镇,女,2021,10,亿元
    城关镇,女,2022,12,万元
    晓天镇,男,2020,31,万元
    晓天镇,男,2021,30,万元
    晓天镇,男,2022,33,万元
    晓天镇,女,2020,29,万元
    晓天镇,女,2021,28,万元
    晓天镇,女,2022,27,万元
    ```
    ```csv pass
    地区,性别,年份,数值,计量单位
    城关镇,男,2020,12,万元
    城关镇,男,2021,13,万元
    城关镇,男,2022,13,万元
    城关镇,女,2020,11,万元
    城关镇,女,2021,10,万元
    城关镇,女,2022,12,万元
    晓天镇,男,2020,31,万元
    晓天镇,男,2021,30,万元
    晓天镇,男,2022,33,万元
    晓天镇,女,2020,29,万元
    晓天镇,女,2021,28,万元
    晓天镇,女,2022,27,万元
    ```
    """
    for word in table.units:
        yield context.finding(
            "unit",
            at=word.at,
            usual=word.usual,
            others=word.others,
            what=Text(f"「{word.code}」的", f"{word.code}: ") if word.code else Text("", ""),
            rows=_rows(word.count),
        )


def _rows(count: int) -> Text:
    """Say how many rows are alike where there are several."""
    return Text(f"，共 {count} 行如此", f", {count} rows are so") if count > 1 else Text("", "")
