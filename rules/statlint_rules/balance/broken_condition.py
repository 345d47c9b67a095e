"""B104: conditions of the form that do not hold."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.values import Text

MESSAGES = {
    "does_not_hold": Text(
        zh="{line} · {head}：{edit}不成立（{figures}）",
        en="{line}, {head}: {edit} does not hold ({figures})",
    ),
}
ADVICE = Text(
    zh="请对照条件逐项核对所列数字，填错的改正，属实的说明情况",
    en="Hold the figures named against the condition: correct a wrong one, explain a true one",
)
_LONGEST = 24
"""Signs of a cell's text that a message quotes."""


@rule(
    code="B104",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def broken_condition(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Condition of the form does not hold.

    ## What it checks
    The conditional edits of the form: if one figure is above 0, another must be; one is 0 exactly
    where the other is; not all of several conditions hold at once. Blanks and marks count as 0.
    Cells with words count too: a reason must be filled in where points were lost, points are lost
    in the steps that the scoring rule names (每缺1项扣0.5分), and figures never fall from one month
    to the next.

    ## Why it matters
    Figures of different kinds do not add up, but they still depend on each other: money was spent
    on no purchase, people were trained at no course.

    ## Example
    ```csv fail
    Procurement,Count,Amount
    By the government,0,52
    ```
    ```csv pass
    Procurement,Count,Amount
    By the government,2,52
    ```
    ```toml form
    edits = [{ id = "C7", rule = "Count = 0 iff Amount = 0", per = "line" }]
    ```

    ## Options
    Edits that a form leaves off, because they speak on many correct tables, are switched on by
    their ids: `edits-on = ["A10"]` in the settings; `edits-off` switches others off.

    ## Source
    UNECE, Glossary of Terms on Statistical Data Editing (2000): conditional edit.

    ## Known problems
    The message names at most three figures; the others are marked as related cells.
    """
    for failed in confrontation.failed(EditKind.CONDITION):
        yield context.finding(
            "does_not_hold",
            at=failed.target,
            edit=failed,
            related=[fact for fact in failed.facts if fact is not failed.target],
            figures=[_named(failed, fact) for fact in failed.facts],
        )


def _named(failed: Instance, fact: Fact) -> Text:
    label, figure = quoted(failed.label_of(fact)), _shortened(fact.text.strip())
    return Text(f"{label.zh}{figure or '空白'}", f"{label.en} {figure or 'blank'}")


def _shortened(text: str) -> str:
    """Cut a text that is too long for a message, such as a scoring rule."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
