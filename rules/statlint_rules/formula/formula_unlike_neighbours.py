"""W105: formulas unlike those on both sides of them."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, rule
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="公式「{formula}」与两边的公式不一致：按同样的公式应为「{expected}」，结果 {left}，"
        "现为 {right}，差额 {difference}",
        en="{formula} is unlike the formulas on both sides, which would read {expected} here: "
        "{left}, now {right}, difference {difference}",
    ),
    "same": Text(
        zh="公式「{formula}」与两边的公式不一致，按同样的公式应为「{expected}」，眼下结果相同",
        en="{formula} is unlike the formulas on both sides, which would read {expected} here; both "
        "give the same now",
    ),
    "unknown": Text(
        zh="公式「{formula}」与两边的公式不一致，按同样的公式应为「{expected}」",
        en="{formula} is unlike the formulas on both sides, which would read {expected} here",
    ),
}


@rule(
    code="W105",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对公式引用的单元格；确需不同的，可写明原因",
        en="See which cells the formula reads; where it must differ, say why",
    ),
)
def formula_unlike_neighbours(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Neighbouring formulas agree with one another, but not with this one.

    ## What it checks
    Formulas in a row or a column where those on both sides are one formula, copied, in three
    cells at least. The formula in between must read the same cells as seen from its own. Another
    way to write the same (B4+C4 for SUM(B4:C4)) and other figures written in it (a rate of its
    own) are no difference. A formula that goes on the other way, as in the line of a subtotal, or
    comes again in the same row or column, is meant to differ.

    Where the neighbours' formula gives the same now, it is information. Sums that leave out or
    double a line, circles, errors and references to other files are left to W101, W102, W103, W109
    and W110.

    ## Why it matters
    A formula moved by a cut, or mended in one cell only, reads the wrong line, and its figure looks
    like all others.

    ## Example
    ```text fail
    E3 to E10 are =D3-C3, =D4-C4 …, but E7 is =D6-C6.
    ```
    ```text pass
    E3 to E10 are =D3-C3, =D4-C4 … without exception.
    ```

    ## Known problems
    Two wrong formulas side by side hide one another, and so does one at the end of a run.
    """
    # What compares neighbours is imported only where a workbook has formulas.
    from statlint.formula.odd import odd_formulas

    for one in formulas.ask(odd_formulas):
        known = one.value is not None and one.cell.number is not None
        yield context.finding(
            ("same" if one.agrees else "differs") if known else "unknown",
            at=formulas.spot(one.grid, one.cell.ref),
            severity=Severity.INFORMATION if known and one.agrees else None,
            related=formulas.spots([(one.grid, one.neighbour.ref)]),
            left=(one.cell.number if one.agrees else one.value) if known else None,
            right=one.cell.number if known else None,
            formula=abridged(one.cell.formula),
            expected=abridged(one.expected.cell.formula),
        )
