"""W112: totals whose displayed parts do not add up to the displayed total."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, likewise, rule
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="按显示的小数位数，各项合计 {left}，合计显示 {right}，差额 {difference}"
        "（保存的数相加是对的）{more}",
        en="As displayed, parts add to {left} and the total is {right}, difference {difference}; "
        "the stored figures do add up{more}",
    ),
}


@rule(
    code="W112",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请用 ROUND 把各项舍入到显示的位数再求和，"
        "或在表下注明“因四舍五入，分项之和可能不等于合计”",
        en="Round the parts with ROUND to the decimals shown before adding, or say in a note that "
        "figures may not add up because of rounding",
    ),
)
def displayed_figures_differ(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Figures as displayed do not add up.

    ## What it checks
    Totals in line with their parts, where number formats show fewer decimals than are stored. The
    stored figures add up; the figures as they are displayed, rounded half up, do not. Shares in per
    cent are left out: their rounding is ordinary, and R102 looks at it. All totals of one row or
    column are told once.

    ## Why it matters
    The printed table is what people add up, and what is copied into the next report.

    ## Example
    ```text fail
    Parts 12.314 and 8.424 shown as 12.31 and 8.42, total 20.738 shown as 20.74.
    ```
    ```text pass
    Parts 12.31 and 8.42, total 20.73.
    ```

    ## Source
    Excel: “set precision as displayed”; with that setting stored and displayed figures are the
    same, and nothing is said.

    ## Known problems
    Formats that do more than round (fractions, dates, 万元 by a format) are left out.
    """
    # What reads number formats is imported only where a workbook has formulas.
    from statlint.formula.drift import drifts

    for found in formulas.ask(drifts):
        first, *others = found.strips
        yield context.finding(
            "differs",
            at=formulas.spot(first.sum.grid, first.sum.ref),
            related=formulas.spots((one.sum.grid, one.sum.ref) for one in others),
            left=found.parts,
            right=found.total,
            more=likewise([one.sum.ref for one in others]),
        )
