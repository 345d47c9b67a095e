"""W107: stored results that are not what the formula gives now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, likewise, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.formula.stale import Stale

MESSAGES = {
    "stale": Text(
        zh="「{formula}」按现在的数算得 {left}，文件里保存的结果是 {right}，"
        "差额 {difference}{more}",
        en="{formula} gives {left} now, but the stored result is {right}, difference {difference}"
        "{more}",
    ),
    "other": Text(
        zh="「{formula}」按现在的数算得「{now}」，文件里保存的结果是「{text}」{more}",
        en="{formula} gives “{now}” now, but the stored result is “{text}”{more}",
    ),
}


@rule(
    code="W107",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请用 Excel 或 WPS 打开，按 Ctrl+Alt+F9 全部重算后保存；并确认没有设成手动计算",
        en="Open the file in a spreadsheet program, reckon everything again, save, and see that "
        "calculation is not set to manual",
    ),
)
def stale_result(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Old result is stored for a formula.

    ## What it checks
    Each formula made of SUM, SUBTOTAL, AVERAGE, ROUND, MIN, MAX, COUNT, IF on comparisons and the
    four operations is reckoned again, exactly, from the stored values of the cells it reads, and
    compared with its own stored result. Binary noise in the last digits is no difference. Formulas
    with anything else are left alone; the report counts them as not checked, with the functions.

    Each formula is reckoned from what is stored, so that only the formula that is old itself is
    told, not those that read it. Copies of one formula are told together.

    ## Why it matters
    A program that shows stored results prints the old figure, Excel shows the new one as soon as it
    reckons again. Two readers of one file see two tables.

    ## Example
    ```text fail
    D4:D11 add up to 405, D12 is =SUM(D4:D11) with the stored result 395.
    ```
    ```text pass
    D4:D11 add up to 405, D12 is =SUM(D4:D11) with the stored result 405.
    ```

    ## Known problems
    Formulas in a circle are left to W103. Where all results are stored as 0, W108 says so.
    """
    # The arithmetic is imported only where a workbook has formulas.
    from statlint.formula.stale import never_reckoned, stale_results

    if formulas.ask(never_reckoned):
        return
    groups: dict[object, list[Stale]] = {}
    for one in formulas.ask(stale_results):
        groups.setdefault((one.cell.grid.index, one.cell.relative), []).append(one)
    for first, *others in groups.values():
        cell = first.cell.cell
        known = first.now.number is not None and cell.number is not None
        yield context.finding(
            "stale" if known else "other",
            at=formulas.spot(first.cell.grid, cell.ref),
            related=formulas.spots((other.cell.grid, other.cell.ref) for other in others),
            left=first.now.number if known else None,
            right=cell.number if known else None,
            formula=abridged(cell.formula),
            now=first.now.shown,
            more=likewise([other.cell.ref for other in others]),
        )
