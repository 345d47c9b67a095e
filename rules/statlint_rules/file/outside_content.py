"""F012: macros, connections and links that a file brings along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening, Outward, Workbook

MESSAGES = {
    "brings": Text(
        zh="文件中有{what}，审核时既未运行，也未访问",
        en="The file brings {what}; none of it was run or followed",
    ),
}

_WHAT = {
    Outward.MACROS: Text("宏", "macros"),
    Outward.CONTROLS: Text("控件", "controls"),
    Outward.CONNECTIONS: Text("外部数据连接", "connections to sources of data"),
    Outward.LINKS: Text("指向其他文件的链接", "links to other files"),
}


@rule(
    code="F012",
    level=Level.FILE,
    on=Opening,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    when=(Occasion.OUTWARD,),
    advice=Text(
        zh="报送前如不需要，请另存为 .xlsx 并断开链接和连接；收到的人打开时不要启用宏和更新链接",
        en="Save it as .xlsx without links and connections unless they are needed; whoever opens "
        "it should neither enable macros nor update links",
    ),
)
def outside_content(opening: Opening, context: Context) -> Iterator[Finding]:
    """File brings what could run, or leads out of it.

    ## What it checks
    Whether a workbook or document holds macros, controls (ActiveX), connections to databases or web
    queries, or links to other files, by the names of its parts. It is told once for a file. The
    figures are checked as they were last saved.

    ## Why it matters
    Macros and controls run on the computer of whoever opens the file, and links and connections
    may bring in other figures than those that were checked. statlint never runs or follows any of
    them; who opens the file in Excel or WPS is asked whether to.

    ## Example
    ```text fail
    A workbook 2024.xlsm with a macro that fills in the totals.
    ```
    ```text pass
    The same workbook, saved as 2024.xlsx.
    ```

    ## Known problems
    Formulas that call a program or the network are told by W116. Links to other files are told here
    where no formula reads them; else W110 tells the formulas.
    """
    workbook = opening.workbook
    if workbook is None:
        return
    told_elsewhere = _is_read(workbook) if Outward.LINKS in workbook.outward else False
    found = [
        words
        for kind, words in _WHAT.items()
        if kind in workbook.outward and not (kind is Outward.LINKS and told_elsewhere)
    ]
    if found:
        what = Text("、".join(one.zh for one in found), ", ".join(one.en for one in found))
        yield context.finding("brings", what=what)


def _is_read(workbook: Workbook) -> bool:
    """Tell whether a formula reads another file: W110 points at its cell, which says more."""
    linked = re.compile(r"\[\d+\]")
    return any(
        cell.formula is not None and linked.search(cell.formula)
        for sheet in workbook.sheets
        for cell in sheet.cells
    )
