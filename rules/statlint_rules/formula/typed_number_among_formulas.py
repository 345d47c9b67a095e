"""W104: typed figures in a run of like formulas."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, rule
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="相邻各格都是公式，这一格手填了 {right}；按同样的公式「{formula}」应为 {left}，"
        "差额 {difference}",
        en="{right} is typed where the cells beside it hold formulas; {formula} would give {left}, "
        "difference {difference}",
    ),
    "same": Text(
        zh="相邻各格都是公式，这一格手填了 {right}，与公式「{formula}」的结果相同，"
        "数据变动后不会跟着变",
        en="{right} is typed where the cells beside it hold formulas; {formula} gives the same "
        "now, but a typed figure does not follow a change",
    ),
    "unknown": Text(
        zh="相邻各格都是公式「{formula}」，这一格手填了 {text}",
        en="{text} is typed where the cells beside it hold formulas such as {formula}",
    ),
}


@rule(
    code="W104",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请恢复公式，或说明这一格为什么手填",
        en="Put the formula back, or say why this figure is typed",
    ),
)
def typed_number_among_formulas(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Figure is typed among like formulas.

    ## What it checks
    Figures without a formula between cells that hold one formula, copied, in a row or a column;
    three of them at least. At the end of such a run a figure is told only where one total counts
    it together with them; a grand total, where totals above it and beside it come to the same. The
    neighbours' formula is reckoned for the cell: where it is a sum and
    the typed figure differs, that is an error, any other difference a warning, an equal figure
    information.

    A figure whose parts are all empty is an input, and so are figures in a run where typed ones
    are many, or where each formula goes on from the cell before it (balances, forecasts) and there
    is nothing else to reckon with: there it begins anew. A row or column without any formula, where
    several typed figures differ from what the formulas beside them give (growth in per cent between
    columns of totals), holds figures of another kind.

    ## Why it matters
    Somebody wrote over a formula, often to make a table come out. The figure stays as it is when
    its parts change.

    ## Example
    ```text fail
    F4 to F11 are =SUM(B4:E4), =SUM(B5:E5) …, but F7 is 85.
    ```
    ```text pass
    F4 to F11 are =SUM(B4:E4), =SUM(B5:E5) … without exception.
    ```

    ## Known problems
    Formulas that cannot be reckoned here are compared with nothing, the figure is told alone.
    """
    # What compares neighbours is imported only where a workbook has formulas.
    from statlint.formula.odd import typed_figures

    for one in formulas.ask(typed_figures):
        known = one.value is not None
        differs = Severity.ERROR if one.adds else Severity.WARNING
        yield context.finding(
            ("same" if one.agrees else "differs") if known else "unknown",
            at=formulas.spot(one.grid, one.cell.ref),
            severity=(Severity.INFORMATION if one.agrees else differs) if known else None,
            related=formulas.spots([(one.grid, one.neighbour.ref)]),
            left=(one.cell.number if one.agrees else one.value) if known else None,
            right=one.cell.number if known else None,
            formula=abridged(one.expected.cell.formula),
        )
