"""W106: figures stored as text that a sum leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, rule
from statlint.values import Number, Text, exact

if TYPE_CHECKING:
    from statlint.formula.texts import LeftOutText

MESSAGES = {
    "one": Text(
        zh="「{text}」是以文本形式存储的数字，「{formula}」不会加它："
        "加上后为 {left}，现为 {right}，差额 {difference}",
        en="“{text}” is a figure stored as text, which {formula} leaves out: with it {left}, now "
        "{right}, difference {difference}",
    ),
    "several": Text(
        zh="「{text}」等 {count} 格是以文本形式存储的数字，「{formula}」不会加它们："
        "加上后为 {left}，现为 {right}，差额 {difference}",
        en="“{text}” and others, {count} in all, are figures stored as text, which {formula} "
        "leaves out: with them {left}, now {right}, difference {difference}",
    ),
}


@rule(
    code="W106",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请把这些格改为数值格式后重新录入（可用“分列”或“转换为数字”）",
        en="Give the cells a number format and enter the figures again, or convert them",
    ),
)
def text_left_out_of_sum(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Figure stored as text is left out of a sum.

    ## What it checks
    Texts that can be read as figures (with a blank, a comma, a unit) inside the range of a SUM or
    SUBTOTAL. These functions take figures only and pass over texts without a word. Texts one below
    the other that one sum leaves out are told once. Where they say 0, it is information.

    A code with leading zeros is no figure, nor is a year over the column. A text that a plus sign
    adds is counted by Excel and not reported.

    ## Why it matters
    On the screen the figure looks like any other; the total is short by it.

    ## Example
    ```text fail
    C6 holds 91 as text, C12 is =SUM(C4:C11).
    ```
    ```text pass
    C6 holds 91 as a number, C12 is =SUM(C4:C11).
    ```

    ## Known problems
    Each figure stored as text in a recognised table is also told by D106, as information.
    """
    # What reads texts as figures is imported only where a workbook has formulas.
    from statlint.formula.texts import left_out_texts

    for found in formulas.ask(left_out_texts):
        yield _told(found, formulas, context)


def _told(found: LeftOutText, formulas: Formulas, context: Context) -> Finding:
    one = max(found.sums, key=lambda one: len(found.left_out_of(one)))
    surplus: Number = 0
    for figure in found.left_out_of(one):
        surplus = exact.add(surplus, figure)
    right = one.cell.cell.number
    first, *others = found.cells
    cells = [(found.grid, cell.ref) for cell in others]
    totals = [(total.grid, total.ref) for total in found.sums]
    return context.finding(
        "several" if others else "one",
        at=formulas.spot(found.grid, first.ref),
        severity=None if surplus else Severity.INFORMATION,
        related=formulas.spots([*cells, *totals]),
        left=None if right is None else exact.add(right, surplus),
        right=right,
        count=len(found.cells),
        formula=abridged(one.cell.cell.formula),
    )
