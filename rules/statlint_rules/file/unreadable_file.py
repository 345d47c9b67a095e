"""F001: files that cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES: dict[str, Text] = {
    Fault.NO_ACCESS: Text(
        zh="文件无法读取{detail}",
        en="The file cannot be read{detail}",
    ),
    Fault.DAMAGED: Text(
        zh="文件已损坏，无法打开{detail}",
        en="The file is damaged and cannot be opened{detail}",
    ),
    Fault.TEXT_DAMAGED: Text(
        zh="文本文件中有读不通的内容，无法读作表格{detail}",
        en="The text file is garbled and cannot be read as a table{detail}",
    ),
}


@rule(
    code="F001",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对文件能否用 Excel 或 WPS 正常打开，另存一份完好的文件后重新报送",
        en="Check that the file opens in Excel or WPS, save a sound copy and submit it again",
    ),
    when=(Occasion.FAULT,),
)
def unreadable_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File cannot be read.

    ## What it checks
    Whether the file can be opened. It speaks where the file may not be read, has disappeared since
    it was named, is damaged inside, or is a text whose bytes or quotation marks make no sense.
    Files that are empty, encrypted, cut short, too large or of another kind have rules of their
    own.

    ## Why it matters
    Nothing in such a file was checked. Who receives it will not be able to open it either, or will
    see only what a repair program leaves of it.

    ## Example
    ```text fail
    A workbook copied from a failing disk: the name ends in .xlsx, the file begins as a workbook
    does, and the sheet inside cannot be unpacked.
    ```
    ```text pass
    The same workbook, opened and saved again: every sheet can be read.
    ```

    ## Known problems
    A workbook that Excel offers to repair may be called damaged here: statlint never repairs.
    """
    if opening.fault in MESSAGES:
        yield context.finding(opening.fault, detail=aside(opening.detail))
