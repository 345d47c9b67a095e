"""J003: justifications of what must be put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding, Nature
from statlint.justification.terms import Flaw
from statlint.justification.words import of_entry, subject, where
from statlint.rule import EXPLANATIONS, Context, Level, Severity, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations

MESSAGES = {
    "mandatory": Text(
        zh="{where}：{subject}属强制性审核，须更正数据，不能以说明代替",
        en="{where}: {subject} is mandatory and must be put right, it cannot be justified",
    ),
    "forbidden": Text(
        zh="{where}：按设置，{subject}不得以说明代替",
        en="{where}: the settings do not let {subject} be justified",
    ),
}


@rule(
    code="J003",
    level=Level.FILE,
    on=EXPLANATIONS,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请更正数据并删去这条说明；确属例外的，由管理设置的人写入 [justify] allow",
        en="Put the figures right and take the entry out; for a real exception, whoever keeps the "
        "settings adds the rule to [justify] allow",
    ),
)
def justification_not_allowed(explanations: Explanations, context: Context) -> Iterator[Finding]:
    """Justification of what must be put right.

    ## What it checks
    Each entry of the file of justifications against what may be justified: findings of 核实性
    (look, put right or explain), not those of 强制性 (must be put right). The settings may allow
    more rules (`[justify] allow`) and forbid others (`forbid`, which goes before). The finding
    stays open.

    ## Why it matters
    A total that is not the sum of its parts is wrong whatever the reason. Were it enough to write
    one, every error could be signed away.

    ## Example
    ```text fail
    [[justified]]
    rule = "B101"
    line = "合计"
    reason = "checked"
    ```
    ```text pass
    The same, with `[justify] allow = ["B101"]` in the settings.
    ```

    ## Options
    `[justify]` in the settings: `allow`, `forbid`.
    """
    for one in explanations.judged:
        if one.flaw is Flaw.NOT_ALLOWED and one.finding is not None:
            mandatory = one.finding.nature is Nature.MANDATORY
            finding = context.finding(
                "mandatory" if mandatory else "forbidden",
                where=where(explanations, one.entry.starts),
                subject=subject(one.entry),
            )
            yield of_entry(finding, one.entry)
