"""W113: dates in a run of figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "date": Text(
        zh="上下（左右）都是数字，这一格却是日期「{text}」",
        en="The cell holds the date {text} in a run of figures",
    ),
    "counted": Text(
        zh="上下（左右）都是数字，这一格却是日期「{text}」，合计 {total} 会把它当作几万天加进去",
        en="The cell holds the date {text} in a run of figures; the total in {total} adds it as a "
        "number of days",
    ),
}


@rule(
    code="W113",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请把单元格改为数值格式后重新填数（输入“3-8”会被当成3月8日）",
        en="Give the cell a number format and enter the figure again (3-8 typed in becomes a date)",
    ),
    when=(Occasion.DATE,),
)
def date_for_figure(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Date stands where a figure is due.

    ## What it checks
    Cells that hold a date between figures in a column, three figures at least for each date; in
    a row only where the heads are of one kind, such as 1月 and 2月. Lines and heads that ask for a
    date (日期, 时间, 截止, date) pass, and so does a row in which dates stand side by side. A date
    that a total adds is an error.

    In a recognised table D101 tells what is no figure; there this rule is silent.

    ## Why it matters
    A date is a number of days since 1900. A sum adds some ten thousands without a word.

    ## Example
    ```text fail
    C4:C11 hold figures, but C8 holds 2024-03-08.
    ```
    ```text pass
    C4:C11 hold figures.
    ```

    ## Known problems
    A date in a list of one column is taken for a figure where no label says that it is a date.
    """
    # What looks at dates is imported only where a workbook has any.
    from statlint.formula.dated import dated_cells

    for found in formulas.ask(dated_cells):
        if (found.grid.name, found.cell.ref) in formulas.due:
            continue
        totals = [(one.grid, one.ref) for one in found.sums]
        yield context.finding(
            "counted" if totals else "date",
            at=formulas.spot(found.grid, found.cell.ref),
            severity=Severity.ERROR if totals else None,
            related=formulas.spots(totals),
            total=totals[0][1] if totals else "",
        )
