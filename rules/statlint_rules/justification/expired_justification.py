"""J005: justifications whose time is over."""

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
    "expired": Text(
        zh="{where}：对 {subject}的说明已于 {end} 到期",
        en="{where}: the justification of {subject} held until {end}",
    ),
}


@rule(
    code="J005",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请再核对一次；情况依旧属实的，重新说明并写明新的期限",
        en="Look again; where the reason still holds, justify it anew with a later day",
    ),
)
def expired_justification(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justification is past its day.

    ## What it checks
    The last day (`until`) of each entry of the file of justifications, and, where the settings say
    how long a reason holds at most (`longest-days`), that many days after its `date`. On the last
    day it still counts; from the day after, the finding is open again.

    ## Why it matters
    Many reasons are for a time: until the list is put in order, until the next submission. Without
    an end they are forgotten.

    ## Example
    On 1 November 2026:

    ```text fail
    [[justified]]
    rule = "P206"
    line = "财政局"
    reason = "moved here in March"
    until = 2026-10-31
    ```
    ```text pass
    [[justified]]
    rule = "P206"
    line = "财政局"
    reason = "moved here in March"
    until = 2026-12-31
    ```

    ## Options
    `[justify] longest-days` in the settings.
    """
    for one in explanations.judged:
        if one.flaw is Flaw.EXPIRED:
            finding = context.finding(
                "expired",
                where=where(explanations, one.entry.starts),
                subject=subject(one.entry),
                end=one.end,
            )
            yield of_entry(finding, one.entry)
