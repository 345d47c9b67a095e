"""W108: files whose formulas have no stored results."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text
from statlint.workbook import CellKind

MESSAGES = {
    "none": Text(
        zh="文件没有保存公式的计算结果（共 {count} 格，从 {cell} 起），直接读取时这些格是空的",
        en="The file stores no results of its formulas ({count} cells, {cell} first): read as it "
        "is, these cells are empty",
    ),
    "zeros": Text(
        zh="公式的结果全部保存为 0（共 {count} 格，从 {cell} 起），没有真正计算过",
        en="All results of formulas are stored as 0 ({count} cells, {cell} first): nothing was "
        "ever reckoned",
    ),
}


@rule(
    code="W108",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请用 Excel 或 WPS 打开文件、保存一次再报送",
        en="Open the file in a spreadsheet program and save it once before handing it in",
    ),
)
def formulas_without_results(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """File stores no results of its formulas.

    ## What it checks
    Whether formulas have a stored result. Programs that write workbooks often store none, or 0 in
    every cell; both are told once a file. Where such cells stand in a recognised table, D101 tells
    it as an error, and this rule is silent.

    ## Why it matters
    A system that reads the file does not reckon: it finds empty cells, or zeros. Nothing that
    depends on them can be checked.

    ## Example
    ```text fail
    A workbook written by a program, =SUM(B4:E4) without a value.
    ```
    ```text pass
    The same workbook, opened in a spreadsheet program and saved.
    ```
    """
    # The arithmetic is imported only where a workbook has formulas.
    from statlint.formula.stale import never_reckoned

    without = tuple(one for one in formulas.cells() if one.cell.kind is CellKind.NO_RESULT)
    if any((one.grid.name, one.ref) in formulas.due for one in without):
        return
    cells = without or formulas.ask(never_reckoned)
    if not cells:
        return
    first = cells[0]
    yield context.finding(
        "none" if without else "zeros",
        at=formulas.spot(first.grid, first.ref),
        related=formulas.spots((one.grid, one.ref) for one in cells[1:]),
        count=len(cells),
        cell=first.ref,
    )
