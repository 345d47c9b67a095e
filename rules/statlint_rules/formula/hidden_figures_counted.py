"""W111: figures in hidden rows, columns and sheets that a total counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Occasion, Severity, abridged, rule
from statlint.values import Number, Text, exact

if TYPE_CHECKING:
    from statlint.formula.hidden import HiddenPart

MESSAGES = {
    "lines": Text(
        zh="{cell} 所在的行或列是隐藏的，{count} 个合计加了其中的数，如 {total}「{formula}」："
        "看得见的各项合计 {left}，合计 {right}，差额 {difference}",
        en="{cell} is hidden, but {count} totals count it or what is hidden beside it, such as "
        "{total}, {formula}: visible parts add to {left}, the total is {right}, difference "
        "{difference}",
    ),
    "sheet": Text(
        zh="{total}「{formula}」加了隐藏工作表「{sheet}」中的数（共 {count} 个合计）："
        "看得见的各项合计 {left}，合计 {right}，差额 {difference}",
        en="{total}, {formula}, counts figures of the hidden sheet “{sheet}” ({count} totals do): "
        "visible parts add to {left}, the total is {right}, difference {difference}",
    ),
}


@rule(
    code="W111",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请取消隐藏并核对；不该计入的行改用 SUBTOTAL(109,…)，或把它们删去",
        en="Show what is hidden and look at it; where it must not count, delete it or use "
        "SUBTOTAL(109,…)",
    ),
    when=(Occasion.HIDDEN,),
)
def hidden_figures_counted(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Total counts hidden figures.

    ## What it checks
    Totals that can be seen and that add, besides visible figures, others that are not 0 and stand
    in hidden rows or columns; and totals that add figures of a hidden sheet. Rows or columns hidden
    side by side are told once, and so is a sheet.

    SUBTOTAL(109,…) leaves hidden rows out, SUBTOTAL(9,…) those that a filter hides; its stored
    result tells. Rows folded away under a total of their own that is visible (an outline) pass: the
    reader has their sum before his eyes.

    ## Why it matters
    Whoever adds up the printed table gets another figure. Hidden lines are often left over from
    last year, or from the unit the file was copied from.

    ## Example
    ```text fail
    Row 8 is hidden and holds 118, B12 is =SUM(B4:B11).
    ```
    ```text pass
    Row 8 is hidden and holds 118, B12 is =SUBTOTAL(109,B4:B11).
    ```

    ## Known problems
    A hidden sheet that is meant to hold the parts of a total is reported.
    """
    # What looks for hidden figures is imported only where a workbook has formulas.
    from statlint.formula.hidden import hidden_parts

    for part in formulas.ask(hidden_parts):
        yield _told(part, formulas, context)


def _told(part: HiddenPart, formulas: Formulas, context: Context) -> Finding:
    total = part.sums[0]
    hidden: Number = 0
    for figure in part.figures[0]:
        hidden = exact.add(hidden, figure)
    right = total.cell.cell.number
    place = (total.grid, total.ref) if part.whole_sheet else (part.grid, part.first)
    totals = [(one.grid, one.ref) for one in part.sums]
    return context.finding(
        "sheet" if part.whole_sheet else "lines",
        at=formulas.spot(*place),
        related=formulas.spots(
            cell for cell in [(part.grid, part.first), *totals] if cell != place
        ),
        left=None if right is None else exact.subtract(right, hidden),
        right=right,
        cell=part.first,
        sheet=part.grid.name,
        total=total.ref,
        formula=abridged(total.cell.cell.formula),
        count=len(part.sums),
    )
