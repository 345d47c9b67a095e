"""D113: texts in the columns of figures and periods of a long list."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, plain_number, rule
from statlint.tidy import TidyTable
from statlint.values import Reading, Text, Unreadable

MESSAGES = {
    "figure": Text(
        zh="{line}：「{text}」不是数字，此栏其余 {others} 格都能读出{hint}",
        en="{line}: “{text}” is no figure, the other {others} cells of the column are read{hint}",
    ),
    "period": Text(
        zh="{line}：「{text}」不是时期，此栏其余 {others} 格都能读出",
        en="{line}: “{text}” is not a period, the other {others} cells of the column are read",
    ),
}


@rule(
    code="D113",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请改填一个确切的数字（或时期），说明另写一列",
        en="Write one exact figure (or period), and put remarks into a column of their own",
    ),
)
def text_among_figures(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Text stands among figures or periods.

    ## What it checks
    In a long list, that the column of values holds figures and the column of periods holds
    periods. Blanks and marks (—, …, n/a) are left alone. Where a text looks like one certain
    figure, that figure is named. Where 15 in 100 cells are no figures, the column is none of
    figures.

    ## Why it matters
    A row that cannot be read takes part in no sum, and programs stop at it or take it for 0.

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
    晓天镇,男,2021,3O
    晓天镇,男,2022,33
    晓天镇,女,2020,29
    晓天镇,女,2021,28
    晓天镇,女,2022,27
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
    """
    for odd in table.texts:
        yield context.finding("figure", at=odd.at, others=odd.others, hint=_hint(odd.reading))
    for odd in table.undated:
        yield context.finding("period", at=odd.at, others=odd.others)


def _hint(reading: Reading | None) -> Text:
    """Name the figure that is meant, where there can be only one."""
    if not isinstance(reading, Unreadable) or reading.proposal is None:
        return Text("", "")
    figure = plain_number(reading.proposal)
    return Text(f"，可能应为 {figure}", f", perhaps {figure} is meant")
