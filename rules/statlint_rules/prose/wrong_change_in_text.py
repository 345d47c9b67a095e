"""T104: growth and changes in a sentence that do not match their figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    label_told,
    printed_like,
    rule,
    told,
)
from statlint.values import Text

MESSAGES = {
    "none": Text(
        zh="正文{label}写作 {stated}，按文中 {figures} 计算应为 {due}",
        en="The text gives {stated} as {label}, {figures} in the text give {due}",
    ),
    "turned": Text(
        zh="正文{label}写作 {stated}，按文中 {figures} 计算，增减方向相反",
        en="The text gives {stated} as {label}, {figures} in the text go the other way",
    ),
    "truncated": Text(
        zh="正文{label}写作 {stated}，按文中 {figures} 计算为 {due}，尾数被舍去而未四舍五入",
        en="The text gives {stated} as {label}, {figures} give {due}, cut off and not rounded",
    ),
    "last-digit": Text(
        zh="正文{label}写作 {stated}，按文中 {figures} 计算为 {due}，末位相差 1",
        en="The text gives {stated} as {label}, {figures} give {due}, one off in the last digit",
    ),
    "no-whole": Text(
        zh="正文{label}写作 {stated}，但基数为 0，无从计算（{figures}）",
        en="The text gives {stated} as {label}, though it grows from 0 ({figures})",
    ),
}
ADVICE = Text(
    zh="请核对本年数、上年数和增减数",
    en="Look at the figures of both years, and at the change",
)


@rule(
    code="T104",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def wrong_change_in_text(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Growth or change in a sentence does not match its figures.

    ## What it checks
    Growth rates and changes (同比增长…%, 较上年增加…条, 提高…个百分点) where the text gives the
    figures of both years. A rate stands for all that rounds to it; one that was cut off is
    information, one off in the last digit a warning. A fall (下降, 减少) is written without a sign.

    ## Why it matters
    The change is what a reader remembers, and it is computed by hand.

    ## Example
    ```prose fail
    全年收到申请124件，上年为100件，同比增长34%。
    ```
    ```prose pass
    全年收到申请124件，上年为100件，同比增长24%。
    ```

    ## Options
    `edits-off = ["text-growth", "text-change"]` in the settings switches the check off.
    """
    for failed, target in confrontation.failed_in_text("text-growth", "text-change"):
        others = [fact for fact in failed.facts if fact is not target]
        due = failed.right if failed.edit.kind is EditKind.PART else failed.left
        unit = target.figure.unit if target.figure else None
        yield context.finding(
            _way(failed),
            at=target,
            edit=failed,
            related=others,
            label=label_told(target.line_label),
            stated=told(target),
            figures=Text("、".join(map(told, others)), " and ".join(map(told, others))),
            due=f"{printed_like(due or 0, target.figure, rounded=True)}{unit or ''}",
        )


def _way(failed: Instance) -> str:
    known = failed.slack.value in MESSAGES
    if failed.left is not None and failed.right is not None and failed.left * failed.right < 0:
        return "turned"
    return failed.slack.value if known else "none"
