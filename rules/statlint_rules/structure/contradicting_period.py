"""S014: periods that differ from one place of the file to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, PeriodClaim
from statlint.values import Period, Text

MESSAGES = {
    "contradicting": Text(
        zh="所属时期前后不一：{claims}",
        en="The period is not the same everywhere: {claims}",
    ),
}

_PLACES = {
    "title": Text(zh="标题", en="title"),
    "range": Text(zh="统计期限", en="reference period"),
    "sheet": Text(zh="工作表名", en="sheet name"),
    "file": Text(zh="文件名", en="file name"),
    "folder": Text(zh="文件夹", en="folder"),
    "dataset": Text(zh="数据集中的路径", en="path in the data set"),
    "option": Text(zh="指定的时期", en="period asked for"),
}


def _said(claim: PeriodClaim) -> Text:
    place = _PLACES.get(claim.role, Text(claim.role, claim.role))
    period = claim.period
    zh = f"{period.year} 年{_part(period)}"
    return Text(
        zh=f"{place.zh}「{claim.words}」为 {zh}", en=f"{place.en} “{claim.words}” says {period}"
    )


def _part(period: Period) -> str:
    """Say the part of the year in Chinese; nothing for a whole year."""
    if period.kind == "H":
        return "上半年" if period.number == 1 else "下半年"
    return {"Q": f" {period.number} 季度", "M": f" {period.number} 月"}.get(period.kind, "")


def _agree(one: PeriodClaim, other: PeriodClaim) -> bool:
    """Tell whether one period lies within the other: a year and its third month do not differ."""
    return _within(one.period, other.period) or _within(other.period, one.period)


def _within(inner: Period, outer: Period) -> bool:
    return outer.first_day <= inner.first_day and inner.last_day <= outer.last_day


def _counts(claim: PeriodClaim, claims: Sequence[PeriodClaim]) -> bool:
    """Tell whether a claim may contradict: what was done in a year is sent in the next one.

    A folder that is named by a year alone may be the one of sending.
    """
    if claim.role != "folder":
        return True
    rest = [one.period for one in claims if one.role != "folder"]
    return bool(rest) and claim.period.year - 1 not in {one.year for one in rest}


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
    when=(Occasion.PERIOD,),
)
def contradicting_period(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """File names more than one period.

    ## What it checks
    The year, half-year, quarter or month that the title, the dates of the reference period, the
    name of the sheet, the name of the file, its folders, its path in a data set and the option
    `--period` state, against each other. Each period is quoted where it is found first; one finding
    names them all. A part of a year does not contradict the year.

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
    A year of sending in the file's name may be taken for the year reported on. A folder named by
    the year after it is taken for that of sending and not told.
    """
    counted = [one for one in filled.period_claims if _counts(one, filled.period_claims)]
    first: dict[Period, PeriodClaim] = {}
    for claim in counted:
        if not all(_agree(claim, one) for one in counted):
            first.setdefault(claim.period, claim)
    claims = list(first.values())
    if claims:
        labels = [claim.label for claim in claims if claim.label is not None]
        yield context.finding(
            "contradicting",
            at=labels[-1] if labels else filled.start,
            related=labels[:-1],
            claims=[_said(claim) for claim in claims],
        )
