"""X205: tables of other files that are for another period than is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding, Reason
from statlint.history import Relation, Vicinity
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text

MESSAGES = {
    "previous": Text(
        zh="「{path}」是{its}的表，不能作为本表{own}的上期，没有用来核对",
        en="“{path}” is {its} and cannot be the period before this one{own}; it was not used",
    ),
    "same": Text(
        zh="「{path}」与本表同期{own}，不能作为本表的上期，没有用来核对",
        en="“{path}” is for the same period as this table{own} and cannot be the one before it; it "
        "was not used",
    ),
    "parts": Text(
        zh="所属单位的表「{path}」是{its}的，与本表{own}不同期，没有计入汇总核对",
        en="“{path}”, of a unit that is part of this one, is {its}, this table is not{own}; it was "
        "not added up",
    ),
}


@rule(
    code="X205",
    level=Level.SAME_SOURCE,
    on=Vicinity,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对统计期限；确是拿错了文件的，换成所需那一期的",
        en="Check the period of both; where it is the wrong file, take that of the period needed",
    ),
)
def other_period(vicinity: Vicinity, context: Context) -> Iterator[Finding]:
    """File given as last year's or as a part is for another period.

    ## What it checks
    The files named with `--previous` and `--parts`, and those that the settings make earlier tables
    or parts of this one: whether their period is an earlier one, or that of this table. Among many
    earlier files, those that are not needed are passed.

    ## Why it matters
    Last year's table of one town in this year's sum is a slip that no total shows. What is for
    another period was not used, so less was checked than it seems.

    ## Example
    ```text fail
    The table of a county for 2024, and among those of its towns one for 2023.
    ```
    ```text pass
    The same with the table of that town for 2024.
    ```

    ## Known problems
    A file that does not say its period is taken to be for the one that is asked for.
    """
    own = vicinity.filled.period
    for one in vicinity.passed_over:
        if one.reason is Reason.OTHER_PERIOD and one.path and one.period:
            earlier = "same" if one.period == own else "previous"
            yield context.finding(
                "parts" if one.relation is Relation.PARTS else earlier,
                path=one.path,
                its=Text(f" {one.period} ", f"for {one.period}"),
                own=Text(f"（{own}）", f" ({own})") if own else Text("", ""),
            )
