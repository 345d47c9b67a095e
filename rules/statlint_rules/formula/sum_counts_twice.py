"""W102: sums that count a cell twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, likewise, rule
from statlint.values import Text, exact

if TYPE_CHECKING:
    from statlint.formula.twice import CountedTwice

MESSAGES = {
    "subtotal": Text(
        zh="「{formula}」既加了小计 {cells}，又加了其中的各项：去掉重复后为 {left}，现为 {right}，"
        "差额 {difference}{more}",
        en="{formula} adds the subtotal {cells} and its parts as well: without the surplus {left}, "
        "now {right}, difference {difference}{more}",
    ),
    "subtotal_unknown": Text(
        zh="「{formula}」既加了小计 {cells}，又加了其中的各项{more}",
        en="{formula} adds the subtotal {cells} and its parts as well{more}",
    ),
    "overlap_unknown": Text(
        zh="「{formula}」把 {cells} 加了两次{more}",
        en="{formula} adds {cells} twice{more}",
    ),
    "overlap": Text(
        zh="「{formula}」把 {cells} 加了两次：去掉重复后为 {left}，现为 {right}，"
        "差额 {difference}{more}",
        en="{formula} adds {cells} twice: without the surplus {left}, now {right}, difference "
        "{difference}{more}",
    ),
}


@rule(
    code="W102",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请改为只加小计，或只加各项；小计用 SUBTOTAL(9,…) 的，合计也用 SUBTOTAL 就不会重复",
        en="Add either the subtotals or the parts; a SUBTOTAL(9,…) leaves out other SUBTOTALs by "
        "itself",
    ),
)
def sum_counts_twice(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Sum counts a cell twice.

    ## What it checks
    Formulas that only add. A cell is counted twice where two ranges of one formula share it, or
    where the formula adds both a subtotal (a formula that adds several cells) and cells which that
    subtotal adds. A typed figure counts as a subtotal where its label says so and it is the sum of
    the lines before it: a warning. Where the cells counted twice are 0, it is information.

    SUBTOTAL leaves out other SUBTOTALs and is right over both; half of a sum over parts and
    subtotals, =SUM(B2:B11)/2, is right as well.

    ## Why it matters
    A total drawn over the whole column takes the subtotals along and gives about twice the figure.

    ## Example
    ```text fail
    B7 is =SUM(B4:B6), B11 is =SUM(B9:B10), B12 is =SUM(B4:B11).
    ```
    ```text pass
    B7 is =SUM(B4:B6), B11 is =SUM(B9:B10), B12 is =B7+B11.
    ```

    ## Known problems
    A weight given on purpose by adding a cell twice is reported.
    """
    # What looks for subtotals is imported only where a workbook has formulas.
    from statlint.formula.twice import counted_twice

    groups: dict[object, list[CountedTwice]] = {}
    for one in formulas.ask(counted_twice):
        groups.setdefault(_cause(one), []).append(one)
    for found in groups.values():
        yield _told(found, formulas, context)


def _cause(one: CountedTwice) -> object:
    """Say what totals in one row that take the same lines along have in common."""
    rows = tuple(ref.row for _, ref in one.subtotals)
    return one.sum.grid.index, one.sum.ref.row, rows, bool(one.overlaps), one.typed


def _told(found: list[CountedTwice], formulas: Formulas, context: Context) -> Finding:
    one = next((one for one in found if one.surplus), found[0])
    others = [other.sum for other in found if other is not one]
    severity = Severity.WARNING if one.typed else Severity.ERROR
    right = one.sum.cell.cell.number
    what = "overlap" if one.overlaps else "subtotal"
    return context.finding(
        f"{what}_unknown" if right is None else what,
        at=formulas.spot(one.sum.grid, one.sum.ref),
        severity=severity if one.surplus else Severity.INFORMATION,
        related=formulas.spots([*one.subtotals, *((other.grid, other.ref) for other in others)]),
        left=None if right is None else exact.subtract(right, one.surplus),
        right=right,
        formula=abridged(one.sum.cell.cell.formula),
        cells=one.overlaps or tuple(ref for _, ref in one.subtotals),
        more=likewise([other.ref for other in others]),
    )
