"""W109: error values, each told where it begins."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Occasion, Severity, abridged, likewise, rule
from statlint.values import Text

_MEANINGS = {
    "#DIV/0!": Text("除数为 0 或空白", "it divides by 0 or by a blank"),
    "#REF!": Text("引用的单元格已被删除", "a cell it refers to was deleted"),
    "#VALUE!": Text("用文字参加了运算", "it reckons with words"),
    "#NAME?": Text("函数名或名称不认识", "a function or name is not known"),
    "#N/A": Text("没有查到对应的值", "a value was not found"),
    "#NUM!": Text("数值超出范围", "a number is out of range"),
    "#NULL!": Text("两个区域没有交叉", "two ranges do not meet"),
}
MESSAGES = {
    "formula": Text(
        zh="「{formula}」的结果是 {text}{meaning}{follow}{more}",
        en="{formula} gives {text}{meaning}{follow}{more}",
    ),
    "value": Text(
        zh="单元格里是错误值 {text}{meaning}{follow}{more}",
        en="The cell holds the error {text}{meaning}{follow}{more}",
    ),
}


@rule(
    code="W109",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请从最先出错的一格改起；除数可能为 0 的，用 IFERROR 或 IF 处理",
        en="Start with the cell where the error begins; use IF or IFERROR where a divisor may be 0",
    ),
    when=(Occasion.ERROR,),
)
def error_value(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Cell holds an error value.

    ## What it checks
    Cells that hold #REF!, #DIV/0!, #N/A and the like, with a formula or without. An error runs
    through all formulas that read it: it is told where it begins, and the cells that only follow
    are named beside it. Copies of one formula with the same error are told once.

    NA() is written on purpose, for charts, and passes. In a recognised table D101 tells each error
    where a figure is due; there this rule is silent.

    ## Why it matters
    An error value is no figure, and neither is any sum over it.

    ## Example
    ```text fail
    C5 is 0, F5 is =(D5-C5)/C5 and shows #DIV/0!.
    ```
    ```text pass
    C5 is 0, F5 is =IF(C5=0,"",(D5-C5)/C5).
    ```

    ## Known problems
    Formats that do not let errors be seen (xlsb, ods) are listed as not checked.
    """
    # What follows errors back is imported only where a workbook may hold any.
    from statlint.formula.fault import error_roots

    for root in formulas.ask(error_roots):
        cells = [cell for cell in root.cells if (root.grid.name, cell.ref) not in formulas.due]
        if not cells:
            continue
        first, *others = cells
        others_at = [(root.grid, cell.ref) for cell in others]
        yield context.finding(
            "formula" if first.formula else "value",
            at=formulas.spot(root.grid, first.ref),
            related=formulas.spots([*others_at, *root.followers]),
            formula=abridged(first.formula),
            meaning=_meaning(first.text),
            follow=_follow(len(root.followers)),
            more=likewise([cell.ref for cell in others]),
        )


def _meaning(error: str) -> Text:
    known = _MEANINGS.get(error)
    return Text(f"（{known.zh}）", f" ({known.en})") if known else Text("", "")


def _follow(count: int) -> Text:
    if not count:
        return Text("", "")
    return Text(f"，另有 {count} 格因此出错", f"; {count} more cells fail because of it")
