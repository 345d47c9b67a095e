"""J004: justifications of findings that have changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.justification.words import of_entry, subject, where
from statlint.rule import EXPLANATIONS, Context, Level, Severity, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations

MESSAGES = {
    "changed": Text(
        zh="{where}：说明过的 {subject}已有变化：{changes}",
        en="{where}: {subject} has changed since it was justified: {changes}",
    ),
}


@rule(
    code="J004",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对现在的数据；情况依旧属实的，重新说明（statlint justify）",
        en="Look at what is there now; where the reason still holds, justify it anew "
        "(statlint justify)",
    ),
)
def outdated_justification(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justified finding has changed.

    ## What it checks
    Each entry of the file of justifications against the finding that it was written for. It accepts
    the finding only while this stays what it was: the same rule in the same edition, the same line,
    head and edit with the same text, and the same figures. Where any of them has changed, the
    finding is open again, and this rule says what changed.

    Nothing changes by rows put in above, by another order of lines, by another name of the sheet or
    of the file (with its file of justifications), by zeros behind a point or blanks in a label, by
    another language or another computer.

    ## Why it matters
    A reason was given for one figure. For another one somebody has to look again.

    ## Example
    A total of 118 against 112 was explained; now it is 119.

    ```text fail
    [[justified]]
    rule = "P206"
    line = "财政局"
    value = "118"
    reason = "the office of tolls was moved here in March"
    ```
    ```text pass
    The same entry while the figure is 118.
    ```
    """
    for one in explanations.judged:
        if one.changes:
            finding = context.finding(
                "changed",
                where=where(explanations, one.entry.starts),
                subject=subject(one.entry),
                changes=[change.words for change in one.changes],
            )
            yield of_entry(finding, one.entry)
