"""J001: files of justifications that cannot be read, in all or in part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.justification.words import where
from statlint.rule import EXPLANATIONS, Context, Level, Severity, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations

MESSAGES = {
    "fault": Text(
        zh="{where}：{fault}",
        en="{where}: {fault}",
    ),
}


@rule(
    code="J001",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请改正说明文件（可用 statlint justify 重写）；改正之前，读不出的说明不起作用",
        en="Put the file right, or let statlint justify write it; until then what cannot be read "
        "counts for nothing",
    ),
)
def unreadable_justifications(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justifications cannot be read.

    ## What it checks
    The file of justifications beside a table, `a.xlsx.statlint.toml`: whether it is TOML in UTF-8,
    whether each entry `[[justified]]` names its `rule`, and whether its keys are known and hold
    what they should. What is wrong is named with its line. An entry with a fault accepts nothing;
    the others do.

    ## Why it matters
    A reason that nobody can read explains nothing, and a misspelt key (`reasn`) would pass
    unseen.

    ## Example
    ```text fail
    [[justified]]
    rule = "B101"
    reasn = "one line is counted elsewhere"
    ```
    ```text pass
    [[justified]]
    rule = "B101"
    reason = "one line is counted elsewhere"
    ```
    """
    for wrong in explanations.sidecar.wrongs:
        fault = Text(wrong.fault.say("zh"), wrong.fault.say("en"))
        yield context.finding("fault", where=where(explanations, wrong.line), fault=fault)
