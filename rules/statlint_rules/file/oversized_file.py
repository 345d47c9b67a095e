"""F007: files that are larger than any statistics table."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES = {
    "too_large": Text(
        zh="文件超出读取上限，未作审核{detail}",
        en="The file is beyond a reading limit and was not checked{detail}",
    ),
}


@rule(
    code="F007",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否夹带图片、空白行列或其他数据，只保留统计表后另存再报送；确属正常的，"
        "可在设置的 [limits] 中放宽上限",
        en="Check for pictures, blank rows and columns or other data, and keep only the tables; "
        "where the file is right as it is, raise the limit in the settings ([limits])",
    ),
    when=(Occasion.FAULT,),
)
def oversized_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is larger than can be read safely.

    ## What it checks
    The size of the file, what it unpacks to, the number of its sheets and cells, and the time and
    memory that reading takes, each against a limit far above any statistics table. The message
    names what was found, the limit, and the setting that raises it (`limits.cells`).

    ## Why it matters
    Reading was stopped, so nothing in the file was checked. An honest table is never that large:
    the cause is pictures, formatting over whole columns, a database in a sheet, or a file made to
    do harm.

    ## Example
    ```text fail
    A workbook of 1 MB that unpacks to 4 GB.
    ```
    ```text pass
    A workbook with some tables of some hundred lines.
    ```
    """
    if opening.fault is Fault.TOO_LARGE:
        yield context.finding("too_large", detail=aside(opening.detail))
