"""W114: Excel's own warnings that were switched off where there is something to warn of."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import CellRef, Text

MESSAGES = {
    "text": Text(
        zh="{cells} 是文本型数字，Excel 的“以文本形式存储的数字”提示（绿色三角）被人为关闭",
        en="{cells} hold figures stored as text, and Excel's warning of it (the green corner) was "
        "switched off",
    ),
    "formula": Text(
        zh="{cells} 的公式有疑问，Excel 的公式提示（绿色三角）被人为关闭",
        en="{cells} hold doubtful formulas, and Excel's warning of that (the green corner) was "
        "switched off",
    ),
}


@rule(
    code="W114",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请先解决提示所指的问题，不要只关闭提示",
        en="Mend what the warning is about, rather than switching it off",
    ),
    when=(Occasion.SILENCED,),
)
def silenced_warning(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Excel's own warning was switched off.

    ## What it checks
    Cells where somebody chose “ignore error”, so that the green corner is gone, and where there
    still is something to warn of: a figure stored as text inside a sum or where a recognised table
    asks a figure, a sum that leaves cells out (W101), a formula unlike its neighbours (W105). Told
    once a sheet and kind of warning.

    Switching off the warning on codes, telephone numbers and sound formulas is ordinary.

    ## Why it matters
    Somebody saw the warning. Ask what was thought of it.

    ## Example
    ```text fail
    B10 is =SUM(B2:B8), B9 holds a figure, and the warning on B10 is switched off.
    ```
    ```text pass
    Column C holds telephone numbers as text, and the warning on them is switched off.
    ```
    """
    # What is wrong with formulas is looked for only where a warning was switched off.
    from statlint.formula.silence import silenced_cells

    for found in formulas.ask(silenced_cells):
        cells: list[CellRef] = list(found.cells)
        yield context.finding(
            found.kind,
            at=formulas.spot(found.grid, cells[0]),
            related=formulas.spots((found.grid, ref) for ref in cells[1:]),
            cells=cells,
        )
