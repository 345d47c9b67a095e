"""F003: files with nothing in them."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening

MESSAGES = {
    "file": Text(zh="文件是空的，没有任何内容{detail}", en="The file is empty{detail}"),
    "workbook": Text(
        zh="工作簿是空的，各工作表都没有填内容",
        en="The workbook is empty, no cell of any sheet is filled in",
    ),
    "document": Text(
        zh="文档是空的，既没有文字，也没有表格",
        en="The document is empty, without a word and without a table",
    ),
}

_WHAT = {
    Container.NOTHING: "file",
    Container.DELIMITED: "file",
    Container.WORD: "document",
    Container.OLD_WORD: "document",
    Container.MHTML: "document",
}


@rule(
    code="F003",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否选错了文件，或保存、传输中途出错，重新报送填好的文件",
        en="Check whether the wrong file was taken or saving failed, and submit the filled-in file",
    ),
    when=(Occasion.FAULT,),
)
def empty_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is empty.

    ## What it checks
    Whether the file holds anything at all. It speaks of a file of no bytes, of a text of nothing
    but white space, of a workbook in which no cell is filled in, and of a document without a word.

    ## Why it matters
    An empty file is a report that was not made, or one lost while it was saved or sent. It must
    not count as received.

    ## Example
    ```text fail
    A file 2024.csv of 0 bytes, left behind when saving was broken off.
    ```
    ```text pass
    A file 2024.csv with one table in it, even where all its figures are 0.
    ```
    """
    if opening.fault is Fault.EMPTY:
        what = _WHAT.get(opening.container, "workbook")
        yield context.finding(what, detail=aside(opening.detail))
