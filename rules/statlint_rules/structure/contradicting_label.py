"""S104: codes that a few rows label otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "label": Text(
        zh="代码「{code}」此处为「{text}」，其余 {others} 行都是「{usual}」{rows}",
        en="code {code} is {text} here, and {usual} in {others} other rows{rows}",
    ),
}


@rule(
    code="S104",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对代码与名称哪个写错",
        en="See whether the code or the label is wrong",
    ),
)
def contradicting_label(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Code has another label here.

    ## What it checks
    In a long list with a column of codes and one of labels (区划代码 and 地区), that each code goes
    with the same label. Told are labels that at most 5 in 100 rows of a code have, each once.
    A label that many rows have is another name of the unit, as after it was renamed.

    ## Why it matters
    Code and label contradict each other: the row belongs to one unit or to the other, and
    programs take the code where people read the label.

    ## Example
    ```csv fail
    代码,地区,性别,年份,数值
    3411,城关镇,男,2020,12
    3411,城关镇,男,2021,13
    3411,城关镇,男,2022,13
    3411,城关镇,女,2020,11
    3411,城关镇,女,2021,10
    3411,城关镇,女,2022,12
    3412,晓天镇,男,2020,31
    3412,晓天镇,男,2021,30
    3412,晓天镇,男,2022,33
    3412,晓天镇,女,2020,29
    3412,晓天镇,女,2021,28
    3412,晓天镇,女,2022,27
    3412,城关镇,其他,2022,3
    ```
    ```csv pass
    代码,地区,性别,年份,数值
    3411,城关镇,男,2020,12
    3411,城关镇,男,2021,13
    3411,城关镇,男,2022,13
    3411,城关镇,女,2020,11
    3411,城关镇,女,2021,10
    3411,城关镇,女,2022,12
    3412,晓天镇,男,2020,31
    3412,晓天镇,男,2021,30
    3412,晓天镇,男,2022,33
    3412,晓天镇,女,2020,29
    3412,晓天镇,女,2021,28
    3412,晓天镇,女,2022,27
    ```
    """
    for word in table.labels:
        yield context.finding(
            "label",
            at=word.at,
            code=word.code,
            usual=word.usual,
            others=word.others,
            rows=_rows(word.count),
        )


def _rows(count: int) -> Text:
    """Say how many rows are alike where there are several."""
    return Text(f"，共 {count} 行如此", f", {count} rows are so") if count > 1 else Text("", "")
