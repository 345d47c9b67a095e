"""W103: formulas that need their own result."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, rule
from statlint.values import Text

_MOST_SHOWN = 6

MESSAGES = {
    "itself": Text(
        zh="公式「{formula}」把自己所在的 {cell} 也算了进去，成了循环引用",
        en="The formula {formula} reads {cell}, the cell it stands in",
    ),
    "circle": Text(
        zh="公式循环引用：{chain}，无法得出结果",
        en="Formulas go round in a circle: {chain}",
    ),
}


@rule(
    code="W103",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请把合计所在的格移出求和区域，或改正其中一个公式引用的单元格",
        en="Take the total's own cell out of its range, or mend the formula that reads back",
    ),
)
def circular_formula(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Circular formulas need their own result.

    ## What it checks
    Formulas that read the cell they stand in, alone or through other formulas, on one sheet or
    over several. Each circle is told once, at its first cell.

    A formula that names a cell only for its place, as in ROW, OFFSET or INDEX, is left alone:
    =SUM(B2:OFFSET(B10,-1,0)) in B10 is no circle.

    ## Why it matters
    Excel shows 0 or the figure of an earlier day, and tells only whoever opens the file first.

    ## Example
    ```text fail
    B12 is =SUM(B4:B12).
    ```
    ```text pass
    B12 is =SUM(B4:B11).
    ```

    ## Known problems
    A workbook that reckons in steps on purpose (iterative calculation) is reported as well.
    """
    # What goes from formula to formula is imported only where a workbook has formulas.
    from statlint.formula.circle import circles

    for circle in formulas.ask(circles):
        cells = [(formulas.grids[index], ref) for index, ref in circle]
        (grid, ref), *others = cells
        one = formulas.at(grid, ref)
        names = [str(ref) if other is grid else f"{other.name}!{ref}" for other, ref in cells]
        shown = [*names[:_MOST_SHOWN], *(["…"] if len(names) > _MOST_SHOWN else []), names[0]]
        yield context.finding(
            "circle" if others else "itself",
            at=formulas.spot(grid, ref),
            related=formulas.spots(others),
            formula=abridged(one.cell.formula if one else ""),
            cell=ref,
            chain=" → ".join(shown),
        )
