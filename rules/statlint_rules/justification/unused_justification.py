"""J006: justifications of what is not found any more."""

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
    "unused": Text(
        zh="{where}：说明的 {subject}已查不出，这条说明不再有用",
        en="{where}: {subject} is not found any more, there is nothing left to justify",
    ),
}


@rule(
    code="J006",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请删去这条说明（statlint justify --prune）",
        en="Take the entry out (statlint justify --prune)",
    ),
)
def unused_justification(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justification is no longer needed.

    ## What it checks
    Each entry of the file of justifications for which nothing is found any more, neither as it was
    nor in the same place with other figures. An entry is left alone where nobody looked: the rule
    did not run, the check stayed open, or the file of last year that it needs was not there.

    ## Why it matters
    What was put right needs no reason. An entry left behind would accept the same error when it
    comes back.

    ## Example
    ```text fail
    The figure was put right, the entry is still in the file of justifications.
    ```
    ```text pass
    The entry was taken out by `statlint justify --prune`.
    ```

    ## Known problems
    A sheet that was removed, or is read by another form, leaves unused entries.
    """
    for one in explanations.judged:
        if one.unused:
            finding = context.finding(
                "unused",
                where=where(explanations, one.entry.starts),
                subject=subject(one.entry),
            )
            yield of_entry(finding, one.entry)
