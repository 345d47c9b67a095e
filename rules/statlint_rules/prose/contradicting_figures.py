"""T106: one figure that is given twice, and differs."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, label_told, rule, told
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="正文{label}前后不一：一处写作 {stated}，另一处写作 {other}",
        en="The text gives {label} as {stated} in one place and as {other} in another",
    ),
}
ADVICE = Text(
    zh="请核对两处数字；口径不同的，请在文中写明",
    en="Look at both figures; where they count different things, let the text say so",
)


@rule(
    code="T106",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def contradicting_figures(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """One figure is given in two places of a text, and differs.

    ## What it checks
    Figures that a text gives twice under one label, in the same unit and for the same time. It is
    a warning, to be put right or explained: the two may have different scopes.

    ## Why it matters
    A figure that was corrected in one place and forgotten in another contradicts itself before
    every reader.

    ## Example
    ```prose fail
    2021年，全县主动公开政府信息1636条。
    二、主动公开情况
    2021年，全县主动公开政府信息1663条。
    ```
    ```prose pass
    2021年，全县主动公开政府信息1636条。
    二、主动公开情况
    2021年，全县主动公开政府信息1636条。
    ```

    ## Options
    `edits-off = ["text-same"]` in the settings switches the check off.
    """
    for failed, target in confrontation.failed_in_text("text-same"):
        others = [fact for fact in failed.facts if fact is not target]
        yield context.finding(
            "differs",
            at=target,
            edit=failed,
            related=others,
            label=label_told(target.line_label),
            stated=told(target),
            other=told(others[0]),
        )
