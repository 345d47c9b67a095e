"""J007: a baseline that holds what is no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import BASELINE, Context, Level, Severity, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.baseline import Known
    from statlint.justification.baseline_run import SettledBaseline

_MOST = 3
"""How many are named."""
MESSAGES = {
    "gone": Text(
        zh="基线中有 {count} 条已不需要（已改正、已有变化、已说明或文件已删去）：{places}{more}",
        en="no longer needed (put right, changed, justified, file deleted): {count} of what the "
        "baseline holds: {places}{more}",
    ),
}


@rule(
    code="J007",
    level=Level.FILE,
    on=BASELINE,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请运行 statlint check --write-baseline，从基线中删去这些条目",
        en="Run statlint check --write-baseline to take them out of the baseline",
    ),
)
def outdated_baseline(settled: SettledBaseline, context: Context) -> Iterator[Finding]:
    """Baseline holds what is no longer there.

    ## What it checks
    What the baseline holds against what was found: findings that were put right, or justified
    since, and files that were deleted. Told once a run. Left alone is what nobody looked for: files
    that were not checked, rules that did not run, and, where not all files of the baseline were
    checked, findings that need other files.

    ## Why it matters
    An entry left behind would accept the same error when it comes back. A baseline is meant to
    shrink until it is empty.

    ## Example
    ```text fail
    The total in 2023/town.csv was put right, the baseline still holds it.
    ```
    ```text pass
    The entry was taken out by `statlint check --write-baseline`.
    ```
    """
    gone = settled.gone
    if gone:
        named = [_words(name, known) for name, known in islice(gone, _MOST)]
        more = Text(" 等", " and more") if len(gone) > _MOST else Text("", "")
        yield context.finding("gone", count=len(gone), places=named, more=more)


def _words(name: str, known: Known) -> str:
    return " ".join(filter(None, (name, known.place, known.rule)))
