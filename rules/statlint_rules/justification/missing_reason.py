"""J002: justifications without a reason, or without what else the settings ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.justification.terms import Flaw
from statlint.justification.words import of_entry, subject, where
from statlint.rule import EXPLANATIONS, Context, Level, Severity, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations

MESSAGES = {
    "reason": Text(
        zh="{where}：对 {subject}的说明没有写明原因（reason）",
        en="{where}: no reason is given for {subject}",
    ),
    "author": Text(
        zh="{where}：对 {subject}的说明没有写明说明人（by）",
        en="{where}: it is not said by whom {subject} is justified (by)",
    ),
    "date": Text(
        zh="{where}：对 {subject}的说明没有写明日期（date），或日期尚未到，而设置规定了最长期限",
        en="{where}: the justification of {subject} has no date, or one to come, and the settings "
        "limit how long one holds",
    ),
}


@rule(
    code="J002",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请补写；没有原因的说明不起作用，该条仍按未说明处理",
        en="Add it; without it the finding counts as if nobody had justified it",
    ),
)
def missing_reason(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justification has no reason.

    ## What it checks
    Each entry of the file of justifications whose finding is still there: it must say why the
    finding is accepted (`reason`, with at least one letter or digit). Where the settings ask for it
    (`[justify] author = true`), it must say by whom (`by`), and where they limit how long a reason
    holds (`longest-days`), since when (`date`, no day to come). The finding stays open until then.

    ## Why it matters
    Comply or explain: who does not put a figure right says why. An empty explanation is none, and
    nobody above can judge it.

    ## Example
    ```text fail
    [[justified]]
    rule = "P206"
    line = "财政局"
    reason = ""
    ```
    ```text pass
    [[justified]]
    rule = "P206"
    line = "财政局"
    reason = "the office of tolls was moved here in March"
    ```

    ## Options
    `[justify]` in the settings: `author`, `longest-days`.
    """
    for one in explanations.judged:
        if one.flaw in {Flaw.REASON, Flaw.AUTHOR, Flaw.DATE}:
            finding = context.finding(
                one.flaw,
                where=where(explanations, one.entry.starts),
                subject=subject(one.entry),
            )
            yield of_entry(finding, one.entry)
