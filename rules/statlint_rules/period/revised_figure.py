"""P211: figures of last year that this table prints otherwise than last year's did."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import source_words
from statlint.rule import Context, Level, Occasion, Severity, figures_elsewhere, printed_like, rule
from statlint.values import Text

_BLANK = Text("空白", "blank")

MESSAGES = {
    "revised": Text(
        zh="{line} · {head}：填 {stated}，{whose}报表为 {due}，差额 {difference}（{elsewhere}）",
        en="{line}, {head}: stated as {stated}, the table {whose} says {due}, "
        "difference {difference} ({elsewhere})",
    ),
}
ADVICE = Text(
    zh="请核对是否抄错；上年数已按规定更正的，请说明更正原因",
    en="See whether it was copied wrongly; where last year's figure was revised, say why",
)


@rule(
    code="P211",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ACROSS,),
)
def revised_figure(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Last year's figure differs from last year's table.

    ## What it checks
    Where a table prints figures of last year beside its own (上年同期, 上年数), that they are those
    that last year's table stated. Which head of which table that is the form says; without a form
    labels must say so (上年同期, or 2023年 in both tables), and half of the figures must agree.
    Last year's table is given by `--previous`, or found by the settings.

    ## Why it matters
    Growth is reckoned from the two. A figure that was copied wrongly makes every rate after it
    wrong; one that was revised must be explained, or the two tables contradict each other for good.

    ## Example
    ```csv previous
    Documents,Published,Last year
    Rules,40,36
    ```
    ```csv fail
    Documents,Published,Last year
    Rules,45,44
    ```
    ```csv pass
    Documents,Published,Last year
    Rules,45,40
    ```
    ```toml form
    heads = ["Published", "Last year"]
    [[edits]]
    id = "L1"
    rule = "Last year = year_before.Published"
    per = "line"
    nature = "query"
    ```

    ## Options
    `edits-off` in the settings switches one of these relations off by its id.

    ## Source
    Di Zio et al., Methodology for data validation (ESSnet ValiDat, 2016), level 2: consistency
    with earlier versions of the same figures.

    ## Known problems
    Figures are revised by right, so most forms say that this is to be put right or explained.
    """
    period = context.filled.period if context.filled else None
    for failed in confrontation.failed_across("year_before"):
        target = failed.target
        yield context.finding(
            "revised",
            at=target,
            edit=failed,
            severity=None if failed.fails else Severity.WARNING,
            related=[fact for fact in failed.facts if fact is not target],
            stated=(target.text.strip() if target else "") or _BLANK,
            due=printed_like(failed.left or 0, target.figure if target else None),
            whose=source_words("year_before", period),
            elsewhere=figures_elsewhere(failed.facts, target, context.path),
        )
