"""S101: keys and a period that a long list has twice."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "differing": Text(
        zh="{line}：与 {first} 重复，数值不同，一处为 {other}，一处为 {text}",
        en="{line}: a second row beside {first}, with {text} in place of {other}",
    ),
    "alike": Text(
        zh="{line}：与 {first} 重复，数值也相同（{text}）",
        en="{line}: a second row beside {first}, with the same figure, {text}",
    ),
}


@rule(
    code="S101",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否重复报送：留下正确的一行，其余删去",
        en="See which of the rows counts and delete the others, or add the key that tells them "
        "apart",
    ),
)
def repeated_key(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Keys and period stand there twice.

    ## What it checks
    In a long list (a tidy table: one figure a row, told by its keys and its period) no two
    rows have the same keys and the same period. Which columns are keys is found out: codes
    and labels of the unit, the indicator, the sex; a label that only says more of a code is
    none, nor is a remark.

    With different figures it is an error: one of them is wrong, or a key column is missing.
    With the same figures it is a warning. Where more than 3 in 100 rows repeat others, the
    table is taken for no long list, and nothing is told.

    ## Why it matters
    What is there twice is counted twice in every sum; of two different figures nobody knows
    which one counts.

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
    城关镇,男,2021,31
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
    for repeat in table.repeats:
        yield context.finding(
            "alike" if repeat.alike else "differing",
            at=repeat.at,
            related=[repeat.first],
            severity=None if repeat.alike else Severity.ERROR,
            first=repeat.first.cell,
            other=repeat.first.text,
        )
