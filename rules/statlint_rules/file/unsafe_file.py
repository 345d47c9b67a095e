"""F011: files that are built to do harm, or as no office program builds them."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES = {
    "unsafe": Text(
        zh="文件的内部结构可能有害，未予打开{detail}",
        en="The file is built in a way that may do harm and was not opened{detail}",
    ),
}


@rule(
    code="F011",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    when=(Occasion.FAULT,),
    advice=Text(
        zh="请勿用 Excel 或 WPS 打开，先向报送人核实文件来历，请其从原软件另存后重新报送",
        en="Do not open it in Excel or WPS; ask the sender where it comes from and for a new one",
    ),
)
def unsafe_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is built in a way that may do harm.

    ## What it checks
    What no office program ever writes, and what files are known by that attack the programs which
    open them: a DOCTYPE, whose entities can grow without end or fetch other files and addresses;
    two parts of one name, or parts over each other, of which one program shows this and another
    that; names of parts that lead out of the file. It is found without unpacking or opening
    anything.

    ## Why it matters
    Nothing in the file was checked. Such a file may show its reader other figures than those that
    are processed, or harm the computer on which it is opened.

    ## Example
    ```text fail
    A workbook that holds the part xl/worksheets/sheet1.xml twice.
    ```
    ```text pass
    The same workbook, saved anew by Excel.
    ```
    """
    if opening.fault is Fault.UNSAFE:
        yield context.finding("unsafe", detail=aside(opening.detail))
