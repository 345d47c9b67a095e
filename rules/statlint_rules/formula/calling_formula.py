"""W116: formulas that call a program or the network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Occasion, Severity, abridged, rule
from statlint.values import Text

MESSAGES = {
    "calls": Text(
        zh="「{formula}」会调用程序或访问网络（共 {count} 格），审核时未运行",
        en="{formula} calls a program or the network ({count} in all); it was not run",
    ),
}


@rule(
    code="W116",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请把这些公式改成数值；来历不明的，请勿用 Excel 或 WPS 打开",
        en="Replace these formulas by their values; do not open a file of unknown origin in Excel "
        "or WPS",
    ),
    when=(Occasion.ELSEWHERE,),
)
def calling_formula(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Formulas call a program or the network.

    ## What it checks
    Formulas with WEBSERVICE, RTD, CALL or REGISTER.ID, and those that speak to another program by
    DDE (`cmd|'/c calc'!A0`). It is told once for a file, at the first of them.

    ## Why it matters
    Who opens the file in Excel or WPS and agrees to update it lets the formula run: a figure comes
    from somewhere else, figures of the table may go elsewhere, or a program is started. statlint
    reads the result that was stored, and runs nothing.

    ## Example
    ```text fail
    B5 is =WEBSERVICE("https://example.org/rate").
    ```
    ```text pass
    B5 is 12.
    ```
    """
    calls = re.compile(r"\b(?:WEBSERVICE|RTD|CALL|REGISTER\.ID)\s*\(|[\w.]\|", re.IGNORECASE)
    quoted = re.compile(r'"[^"]*"')
    found = [
        one for one in formulas.cells() if calls.search(quoted.sub('""', one.cell.formula or ""))
    ]
    for first in found[:1]:
        yield context.finding(
            "calls",
            at=formulas.spot(first.grid, first.ref),
            related=formulas.spots((one.grid, one.ref) for one in found[1:]),
            formula=abridged(first.cell.formula),
            count=len(found),
        )
