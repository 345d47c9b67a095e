"""D114: figures unlike all others of their indicator."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "negative": Text(
        zh="{line}：「{text}」是负数，「{what}」的其余 {others} 个数都不是",
        en="{line}: “{text}” is negative, none of the other {others} figures of {what} is",
    ),
    "fraction": Text(
        zh="{line}：「{text}」有小数，「{what}」的其余 {others} 个数都是整数",
        en="{line}: “{text}” has decimals, all other {others} figures of {what} are whole",
    ),
}


@rule(
    code="D114",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对这个数；确实如此的，请说明原因",
        en="See whether the figure is right; say why where it is",
    ),
)
def unlike_its_column(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Figure is unlike all others of its column.

    ## What it checks
    In a long list, figures below 0 and figures with decimals where none of the others (at
    least 50) is so: of the same indicator where a column says what is counted (指标,
    indicator), else of the whole column. At most one in 1,000 may be odd, or a single one.
    Where the words say that figures may be below 0 (增减, 差额, 利润, change, balance, rate), they
    are left alone.

    ## Why it matters
    A minus or a decimal point in one row of thousands is mostly a slip of the pen or a row of
    another indicator.

    ## Example
    ```text fail
    A count of persons is 3.5 in one row of 60.
    ```
    ```text pass
    Counts of persons are whole in all rows.
    ```
    """
    for odd in table.figures:
        yield context.finding(odd.kind.value, at=odd.at, what=odd.what, others=odd.others)
