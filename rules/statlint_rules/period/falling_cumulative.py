"""P202: cumulative figures that are less than those of the period before."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import never_falls, source_words
from statlint.rule import Context, Level, Occasion, Severity, figures_elsewhere, rule
from statlint.values import Text

MESSAGES = {
    "fell": Text(
        zh="{line} · {head}：填 {now}，少于{whose}的 {before}，减少 {fall}（{elsewhere}）",
        en="{line}, {head}: stated as {now}, less than the {before} {whose}, by {fall} "
        "({elsewhere})",
    ),
    "fell_within": Text(
        zh="{line} · {head}：{edit}不成立（{elsewhere}）",
        en="{line}, {head}: {edit} does not hold ({elsewhere})",
    ),
}
ADVICE = Text(
    zh="累计数只增不减，请核对是否填成本期数，或上期累计多填；如更正了以前的数，请说明",
    en="A cumulative figure never falls: see whether only this period was entered, or too much "
    "before; where earlier figures were corrected, say so",
)


@rule(
    code="P202",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ACROSS,),
)
def falling_cumulative(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Cumulative figure is less than before.

    ## What it checks
    Figures of which the form says that they never fall from one period to the next: the year so
    far from month to month, the figures since the beginning from year to year. The table of the
    period before is given by `--previous`, or found by the settings.

    ## Why it matters
    A figure that only grows and is less than before shows a slip in one of the two tables; most
    often the period alone was put where the sum belongs.

    ## Example
    ```csv previous
    Documents,Published,Since the beginning
    Rules,4,40
    ```
    ```csv fail
    Documents,Published,Since the beginning
    Rules,5,36
    ```
    ```csv pass
    Documents,Published,Since the beginning
    Rules,5,45
    ```
    ```toml form
    heads = ["Published", "Since the beginning"]
    [[edits]]
    id = "L1"
    rule = "Since the beginning >= previous.Since the beginning"
    per = "line"
    ```

    ## Options
    `edits-off` in the settings switches one of these relations off by its id.

    ## Source
    UNECE, Glossary of Terms on Statistical Data Editing (2000): consistency edit. The relations
    themselves come from the form.

    ## Known problems
    Where the sum itself is stated (the year so far = last month's + this month) P201 says more, and
    this rule is silent.
    """
    period = context.filled.period if context.filled else None
    for failed in confrontation.failed_across("previous", "monthly", "quarterly", "half_yearly"):
        if not (failed.fails and never_falls(failed.edit.condition)):
            continue
        sides = [side for side in (failed.left, failed.right) if side is not None]
        yield context.finding(
            "fell" if sides else "fell_within",
            at=failed.target,
            edit=failed,
            related=[fact for fact in failed.facts if fact is not failed.target],
            now=min(sides, default=None),
            before=max(sides, default=None),
            fall=abs(failed.difference or 0),
            whose=source_words("previous", period),
            elsewhere=figures_elsewhere(failed.facts, failed.target, context.path),
        )
