"""F004: files that stop before their end."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES = {
    "truncated": Text(
        zh="文件不完整，后半部分缺失{detail}",
        en="The file is incomplete: its end is missing{detail}",
    ),
}


@rule(
    code="F004",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对原文件是否完好，重新下载、拷贝或上传后再报送",
        en="Check that the original is sound, then download, copy or send it again",
    ),
    when=(Occasion.FAULT,),
)
def truncated_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File was cut short.

    ## What it checks
    Whether a workbook has its end. Workbooks keep their table of contents in the last bytes; a
    file that begins as a workbook and lacks it was not copied to the end.

    ## Why it matters
    The missing part may hold anything, so nothing in the file was checked. The cause is nearly
    always a broken download or upload, and sending the file again cures it.

    ## Example
    ```text fail
    A workbook of 48 KB of which 20 KB arrived by mail.
    ```
    ```text pass
    The whole workbook of 48 KB.
    ```

    ## Known problems
    A text file that was cut short cannot be told from one that is short; there, S001 reports the
    lines that are missing.
    """
    if opening.fault is Fault.TRUNCATED:
        yield context.finding("truncated", detail=aside(opening.detail))
