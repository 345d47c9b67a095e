"""S007: forms that are not the one in force for the period."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.form import Form
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "outdated": Text(
        zh="所用表式「{form}」适用于 {years}，本表填报的是 {year} 年度",
        en="The form used, “{form}”, is for {years}, the table reports on {year}",
    ),
}


def _years(form: Form) -> Text:
    """Say for which years a form is in force."""
    first, last = form.first_year, form.last_year
    if first is None:
        return Text(zh=f"{last} 年及以前", en=f"years up to {last}")
    if last is None:
        return Text(zh=f"{first} 年及以后", en=f"{first} and later")
    if first == last:
        return Text(zh=f"{first} 年度", en=f"{first} only")
    return Text(zh=f"{first}—{last} 年度", en=f"{first}–{last}")


@rule(
    code="S007",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对填报年度；年度无误的，改用当年有效的表式重新填报",
        en="Check the year; if it is right, fill in the form that is in force for it",
    ),
    when=(Occasion.PERIOD,),
)
def outdated_form(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Form is not in force for the period.

    ## What it checks
    The years for which the form of the tables is in force, against the year they report on. The
    form is recognised by its lines and heads; the year is taken from the title, the opening
    paragraph, the name of sheet or file, or the option `--period`. Where no year is known, nothing
    is said. A year later than the newest form known is passed.

    ## Why it matters
    Each form asks for other figures. On last year's form some are missing, others are counted in
    another way, and the table cannot be added to those of other units.

    ## Example
    ```csv fail
    2025年度统计表
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```
    ```csv pass
    2022年度统计表
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```
    (The form of this example is in force for 2021–2023.)

    ## Source
    For the reports on government information disclosure: 国办公开办函〔2019〕60号 for 2019 and
    2020, 国办公开办函〔2021〕30号 from 2021 on.
    """
    period = filled.period
    if period is not None and not filled.form.valid_in(period.year):
        claims = [claim.label for claim in filled.period_claims if claim.label is not None]
        yield context.finding(
            "outdated",
            at=filled.start,
            related=claims[:1],
            form=filled.form.title,
            years=_years(filled.form),
            year=period.year,
        )
