"""P201: figures that do not follow from those of the period before."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.finding import Finding
from statlint.form import Comparison, EditKind, Name, never_falls, source_words
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    figures_elsewhere,
    printed_like,
    quoted,
    rule,
)
from statlint.values import Text

_BLANK = Text("空白", "blank")

MESSAGES = {
    "carried": Text(
        zh="{line} · {head}：填 {stated}，{whose}{label}为 {due}，差额 {difference}（{elsewhere}）",
        en="{line}, {head}: stated as {stated}, {label} {whose} is {due}, difference {difference} "
        "({elsewhere})",
    ),
    "reckoned": Text(
        zh="{line} · {head}：填 {stated}，按「{parts}」应为 {due}，"
        "差额 {difference}（{elsewhere}）",
        en="{line}, {head}: stated as {stated}, “{parts}” gives {due}, difference {difference} "
        "({elsewhere})",
    ),
    "sides_differ": Text(
        zh="{line} · {head}：{edit}不成立，左值 {left}，右值 {right}，"
        "差额 {difference}（{elsewhere}）",
        en="{line}, {head}: {edit} does not hold, left side is {left}, right side is {right}, "
        "difference {difference} ({elsewhere})",
    ),
    "does_not_hold": Text(
        zh="{line} · {head}：{edit}不成立（{elsewhere}）",
        en="{line}, {head}: {edit} does not hold ({elsewhere})",
    ),
}
ADVICE = Text(
    zh="请对照上期报表核对：抄错的改正；上期数已更正或机构撤并、拆分、新设的，说明一次即可",
    en="Hold it against the table of the period before and correct the slip; where that was revised"
    ", or units were merged, split or newly set up, explain it once",
)
_RELATIONS = ("previous", "monthly", "quarterly", "half_yearly")
_OTHER_RULES = {"year_before", "parts"}


@rule(
    code="P201",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ACROSS,),
)
def broken_carry_over(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figure does not follow from the period before.

    ## What it checks
    Every edit of the form that reaches to another period: what is carried over from last year is
    what last year carried forward, head by head; the documents in force are those of last year plus
    those issued minus those repealed; the year so far is that of last month plus this month; a year
    is the sum of its quarters, and a stock is that of the last of them. The other table is given by
    `--previous`, or found by the settings. Figures are matched by form, line and head, never by
    their cells, through forms of different years where a form says what was what.

    Where there is no such table nothing is asked; a figure that it does not have is listed as not
    checked. Counts get no tolerance.

    ## Why it matters
    Whoever lays two years side by side sees it first, and no explanation by chance is left: one of
    the two tables is wrong, or the scope has changed and nobody said so.

    ## Example
    ```csv previous
    Applications,Natural persons
    New,124
    Carried over,5
    Handled,127
    Carried forward,2
    ```
    ```csv fail
    Applications,Natural persons
    New,130
    Carried over,3
    Handled,120
    Carried forward,13
    ```
    ```csv pass
    Applications,Natural persons
    New,130
    Carried over,2
    Handled,120
    Carried forward,12
    ```
    ```toml form
    edits = [{ id = "A6", rule = "Carried over = previous.Carried forward", per = "head" }]
    ```

    ## Options
    `edits-off = ["A6"]` in the settings switches one of these relations off.

    ## Source
    Di Zio et al., Methodology for data validation (ESSnet ValiDat, 2016), level 2: consistency
    with other data sets of the same domain and source. The relations come from the form.

    ## Known problems
    Units that were merged, split or newly set up have other figures by right: the finding is to be
    explained once. Which of the two tables is wrong the figures do not tell.
    """
    for failed in confrontation.failed_across(*_RELATIONS):
        if never_falls(failed.edit.condition) or _OTHER_RULES & set(failed.edit.across.split("+")):
            continue
        target = failed.target
        figure = target.figure if target else None
        due = None if failed.left is None else printed_like(failed.left, figure)
        yield context.finding(
            _way(failed),
            at=target,
            edit=failed,
            severity=None if failed.fails else Severity.WARNING,
            related=[fact for fact in failed.facts if fact is not target],
            stated=(target.text.strip() if target else "") or _BLANK,
            due=due,
            parts=context.reckoned(failed),
            whose=_whose(failed, context),
            label=_label(failed),
            elsewhere=figures_elsewhere(failed.facts, target, context.path),
        )


def _way(failed: Instance) -> str:
    if failed.left is None or failed.right is None:
        return "does_not_hold"
    if failed.edit.kind is not EditKind.BALANCE:
        return "sides_differ"
    return "carried" if _names(failed) else "reckoned"


def _names(failed: Instance) -> list[Name]:
    """Give the figure of the other table where it is the only one on its side."""
    condition = failed.edit.condition
    sides = (condition.left, condition.right) if isinstance(condition, Comparison) else ()
    return [side for side in sides if isinstance(side, Name) and side.source]


def _whose(failed: Instance, context: Context) -> Text:
    period = context.filled.period if context.filled else None
    source = next((name.source for name in _names(failed)), "previous")
    return source_words(source, period)


def _label(failed: Instance) -> Text:
    """Say how the figure is called in the other table."""
    other = next((fact for fact in failed.facts if fact.path), None)
    return quoted(failed.label_of(other)) if other else Text("", "")
