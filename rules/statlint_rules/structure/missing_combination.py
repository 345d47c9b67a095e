"""S103: codes of a long list that never come together, where nearly all others do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, quoted, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "apart": Text(
        zh="「{code}」没有「{missing}」的数；这两列的其余组合 {share}% 都有",
        en="{code} has no figure for {missing}, where {share}% of such combinations are there",
    ),
    "absent": Text(
        zh="表式要求的{head}{code}一行也没有",
        en="there is no row of {head} {code}, which the form asks for",
    ),
    "absents": Text(
        zh="表式要求的{head}{code}等 {count} 个一行也没有",
        en="there is no row of {head} {code} and others, {count} in all, which the form asks for",
    ),
}

_SHOWN = 3


@rule(
    code="S103",
    level=Level.WITHIN_DATASET,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否漏报这一项；确实没有的，请说明原因",
        en="See whether it was left out; say why where there is no such figure",
    ),
)
def missing_combination(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Two keys never come together.

    ## What it checks
    In a long list, that the codes of two key columns come together (each unit with each
    indicator) where at least 95 in 100 combinations are there, in any period. A code that
    does without many of the other column is left alone. A combination that is there in some
    periods is S102's business, one that an earlier list has is P223's. A code, an indicator or a
    period of which a form of the list asks for rows, and which has none, is an error.

    ## Why it matters
    A unit that has all indicators but one has not reported that one, and no row shows it.

    ## Example
    ```text fail
    Six towns with five indicators each in two years; one town has four of them.
    ```
    ```text pass
    Six towns with five indicators each in two years.
    ```
    """
    for hole in table.holes:
        yield context.finding(
            "apart", at=hole.at, code=hole.code, missing=hole.missing, share=hole.share
        )
    for head, ones in groupby(table.absent, key=lambda one: one.head):
        codes = [one.text for one in ones]
        yield context.finding(
            "absent" if len(codes) == 1 else "absents",
            head=head,
            code=[quoted(code) for code in codes[:_SHOWN]],
            count=len(codes),
            severity=Severity.ERROR,
        )
