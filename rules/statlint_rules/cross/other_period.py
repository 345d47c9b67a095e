"""X205: tables of other files that are for another period than is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding, Reason
from statlint.history import Relation, Vicinity
from statlint.rule import Context, Level, Occasion, Severity, period_words, rule
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
    "lacking": Text(
        zh="{own}的{parts}报表中缺{missing}的，各期之和未能核对",
        en="{parts} of {own} that are missing: {missing}; their sum was not checked",
    ),
    "parts": Text(
        zh="所属单位的表「{path}」是{its}的，与本表{own}不同期，没有计入汇总核对",
        en="“{path}”, of a unit that is part of this one, is {its}, this table is not{own}; it was "
        "not added up",
    ),
}

_PARTS_OF_YEAR = {
    Relation.MONTHLY: Text("各月", "months"),
    Relation.QUARTERLY: Text("各季", "quarters"),
    Relation.HALF_YEARLY: Text("各半年", "half-years"),
}


@rule(
    code="X205",
    level=Level.SAME_SOURCE,
    on=Vicinity,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对统计期限；确是拿错了文件的，换成所需那一期的；缺的补上",
        en="Check the period of both; where it is the wrong file, take that of the period needed, "
        "and add what is missing",
    ),
    when=(Occasion.PASSED_OVER,),
)
def other_period(vicinity: Vicinity, context: Context) -> Iterator[Finding]:
    """File given as last year's or as a part is for another period.

    ## What it checks
    The files named with `--previous` and `--parts`, and those that the settings make earlier tables
    or parts of this one: whether their period is an earlier one, or that of this table. Among many
    earlier files, those that are not needed are passed. Where most months or quarters of a period
    are there, those that are missing are named.

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
    yield from _lacking(vicinity, context)
    for one in vicinity.passed_over:
        if one.reason is Reason.OTHER_PERIOD and one.path and one.period:
            earlier = "same" if one.period == own else "previous"
            yield context.finding(
                "parts" if one.relation is Relation.PARTS else earlier,
                path=one.path,
                its=Text(f" {one.period} ", f"for {one.period}"),
                own=Text(f"（{own}）", f" ({own})") if own else Text("", ""),
            )


def _lacking(vicinity: Vicinity, context: Context) -> Iterator[Finding]:
    """Name the months, quarters or halves of the period that are not there, each kind once."""
    own, missing = vicinity.filled.period, dict[Relation, list[Text]]()
    for one in vicinity.passed_over:
        if one.relation in _PARTS_OF_YEAR and one.period:
            missing.setdefault(one.relation, []).append(period_words(one.period))
    for relation, periods in missing.items():
        yield context.finding(
            "lacking",
            parts=_PARTS_OF_YEAR[relation],
            own=period_words(own) if own else Text("", ""),
            missing=Text(
                "、".join(one.zh for one in periods), ", ".join(one.en for one in periods)
            ),
        )
