"""T105: numbers of things that are not as many as are listed."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, label_told, rule, told
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="正文{label}写作 {stated}，所列却是 {count} 项",
        en="The text says {stated} of {label}, and lists {count}",
    ),
}
ADVICE = Text(
    zh="请数一数所列各项，再核对总数",
    en="Count what is listed, then look at the number",
)


@rule(
    code="T105",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def miscounted_list(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Things listed are not as many as the text says.

    ## What it checks
    Sentences that say how many things they list: 七类, 以下三个方面, 五项, where the list follows.
    It is a warning: a thing in the list may have a comma of its own.

    ## Why it matters
    A list that lacks something announced is the sign of a cut made in haste, or of a text taken
    over from last year.

    ## Example
    ```prose fail
    政府信息分为四类：政策法规、规划计划、财政预算。
    ```
    ```prose pass
    政府信息分为三类：政策法规、规划计划、财政预算。
    ```

    ## Options
    `edits-off = ["text-counted"]` in the settings switches the check off.
    """
    for failed, target in confrontation.failed_in_text("text-counted"):
        yield context.finding(
            "differs",
            at=target,
            edit=failed,
            label=label_told(target.line_label),
            stated=told(target),
            count=failed.right,
        )
