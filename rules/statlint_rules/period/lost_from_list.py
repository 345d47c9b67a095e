"""P223: keys that an earlier long list has and this one has not."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import Gone, TidyTable
from statlint.values import Text

MESSAGES = {
    "one": Text(
        zh="{file} 中有「{name}」，本表没有",
        en="{file} has “{name}”, which this list lacks",
    ),
    "several": Text(
        zh="{file} 中有「{name}」共 {count} 项，本表一项也没有",
        en="{file} has {count} series of “{name}”, of which this list has none",
    ),
    "period": Text(
        zh="{file} 中有「{name}」{period} 的数，本表有 {period} 却没有这个数",
        en="{file} has a figure of “{name}” for {period}, which this list lacks: it has others for "
        "{period}",
    ),
    "renamed": Text(
        zh="{file} 中有「{name}」共 {count} 项，本表一项也没有，而新有「{new}」",
        en="{file} has {count} series of “{name}”, of which this list has none; “{new}” is new",
    ),
    "many": Text(
        zh="{file} 中的 {due} 项，本表缺 {count} 项，如「{name}」",
        en="this list lacks {count} of the {due} series of {file}, such as “{name}”",
    ),
}


@rule(
    code="P223",
    level=Level.SAME_SOURCE,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否漏报或改了名称；撤并、停报的，请说明原因",
        en="See whether it was left out or renamed; where it was given up, say why",
    ),
)
def lost_from_list(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Keys of an earlier long list are gone.

    ## What it checks
    A long list (one figure a row) beside an earlier one with the same columns, which `--previous`
    or the settings name: that what the earlier list has for its latest period, and for periods
    that both have, goes on. A unit or indicator of which nothing is left is told once, with the one
    that is new, if there is one: it may have been renamed. Where more
    than 5 in 100 of the series (and more than two) are gone, the list has another scope: this is
    told once, as information. What is new is not told.

    ## Why it matters
    A unit that did not report is not seen in a list: its rows are simply not there, and every sum
    is too small.

    ## Example
    ```text fail
    The list of 2023 has 25 figures of 晓天镇, that of 2024 has none.
    ```
    ```text pass
    Both have figures of 晓天镇.
    ```
    """
    beside = table.beside
    many = sum(one.count for one in beside.gone) < beside.lost
    for one in beside.gone:
        yield context.finding(
            "many" if many else _message(one),
            at=one.first,
            related=[one.at],
            severity=Severity.INFORMATION if many else None,
            name=one.name,
            file=one.at.path,
            period=one.period,
            new=one.new,
            count=beside.lost if many else one.count,
            due=beside.due,
        )


def _message(gone: Gone) -> str:
    if gone.period:
        return "period"
    if gone.new:
        return "renamed"
    return "several" if gone.count > 1 else "one"
