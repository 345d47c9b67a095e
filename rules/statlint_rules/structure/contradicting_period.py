"""S014: periods that differ from one place of the file to another."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.table import FilledForm, PeriodClaim
from statlint.values import Text

MESSAGES = {
    "contradicting": Text(
        zh="所属年度前后不一：{claims}",
        en="The year is not the same everywhere: {claims}",
    ),
}

_PLACES = {
    "title": Text(zh="标题", en="title"),
    "range": Text(zh="统计期限", en="reference period"),
    "sheet": Text(zh="工作表名", en="sheet name"),
    "file": Text(zh="文件名", en="file name"),
    "option": Text(zh="指定的时期", en="period asked for"),
}


def _said(claim: PeriodClaim) -> Text:
    place = _PLACES.get(claim.role, Text(claim.role, claim.role))
    year = claim.period.year
    return Text(
        zh=f"{place.zh}「{claim.words}」为 {year} 年", en=f"{place.en} “{claim.words}” says {year}"
    )


@rule(
    code="S014",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对填报年度，改正写错的一处；由上年文件修改而来的，核对各数是否都已更新",
        en="Check the year and correct the place that is wrong; if last year’s file was filled in "
        "again, check that every figure is new",
    ),
)
def contradicting_period(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """File names more than one year.

    ## What it checks
    The year that the title, the dates of the reference period, the name of the sheet, the name of
    the file and the option `--period` state, against each other. Each year is quoted where it is
    found first; one finding names them all.

    ## Why it matters
    A wrong year puts the figures into the wrong year's totals, and comparison with earlier years
    fails. Often the file is last year's, in which something else was left unchanged too.

    ## Example
    ```csv fail
    2022年度统计表
    统计期限：2021年1月1日至2021年12月31日
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```
    ```csv pass
    2022年度统计表
    统计期限：2022年1月1日至2022年12月31日
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```

    ## Known problems
    Only years are compared: a second quarter under a title that says first quarter is not
    noticed. A year of sending in the file's name may be taken for the year reported on.
    """
    first: dict[int, PeriodClaim] = {}
    for claim in filled.period_claims:
        first.setdefault(claim.period.year, claim)
    claims = list(first.values())
    if len(claims) > 1:
        labels = [claim.label for claim in claims if claim.label is not None]
        yield context.finding(
            "contradicting",
            at=labels[-1] if labels else filled.start,
            related=labels[:-1],
            claims=[_said(claim) for claim in claims],
        )
