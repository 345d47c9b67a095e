"""F013: texts that are longer than a cell holds."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import Spot
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening

MESSAGES = {
    "long": Text(
        zh="单元格文字超过 32767 个字符（共 {count} 格），用 Excel 打开会被截断",
        en="The cell holds more than 32,767 characters ({count} in all); Excel cuts them off",
    ),
}


@rule(
    code="F013",
    level=Level.FILE,
    on=Opening,
    severity=Severity.WARNING,
    messages=MESSAGES,
    when=(Occasion.LONG_TEXT,),
    advice=Text(
        zh="请核对该格内容，较长的说明请另附文件",
        en="Check what stands in the cell, and bring long explanations in a file of their own",
    ),
)
def overlong_text(opening: Opening, context: Context) -> Iterator[Finding]:
    """Texts are longer than a cell holds.

    ## What it checks
    Texts of more than 32,767 characters in a cell of a workbook, which is Excel's limit. It is told
    once for a sheet, with the first cell and how many there are.

    ## Why it matters
    No office program writes such a text. Excel repairs the file when it is opened and cuts the text
    off, so that its reader sees less than the file holds; a text of that kind may also be an
    attempt to break the programs that read it.

    ## Example
    ```text fail
    A workbook with 40,000 characters in B2.
    ```
    ```text pass
    The same workbook with an explanation of 400 characters.
    ```

    ## Known problems
    Workbooks other than .xlsx and .xlsm are not looked at; a text beyond the limit of the settings
    (`text-length`) stops reading and is told by F007.
    """
    for sheet in opening.workbook.sheets if opening.workbook else ():
        if sheet.long_texts:
            first, *others = (Spot("", sheet.name, one) for one in sheet.long_texts)
            count = len(others) + 1
            yield context.finding("long", at=first, related=others, count=count)
