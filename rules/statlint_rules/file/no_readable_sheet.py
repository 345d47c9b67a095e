"""F008: workbooks of which no sheet could be read."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES = {
    "no_sheet": Text(
        zh="工作簿中没有能读取的工作表{detail}",
        en="The workbook has no sheet that can be read{detail}",
    ),
}


@rule(
    code="F008",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对表是否在普通工作表里（不是图表页或宏表），用 Excel 另存为 .xlsx 后重新报送",
        en="Check that the table is on an ordinary sheet, not a chart or macro sheet, and save "
        "the workbook as .xlsx again",
    ),
    when=(Occasion.FAULT,),
)
def no_readable_sheet(opening: Opening, context: Context) -> Iterator[Finding]:
    """Workbook has no sheet that can be read.

    ## What it checks
    Whether a workbook that could be opened gave at least one sheet of cells. Chart sheets, macro
    sheets and sheets in a dialect that the reader does not know are no sheets of cells.

    ## Why it matters
    A workbook without a readable sheet must never pass as a clean one: nothing in it was
    checked.

    ## Example
    ```text fail
    A workbook that consists of one chart sheet.
    ```
    ```text pass
    The same workbook with the table behind the chart on a sheet of its own.
    ```
    """
    if opening.fault is Fault.NO_SHEET:
        yield context.finding("no_sheet", detail=aside(opening.detail))
