"""F014: files that statlint itself wrote."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening

MESSAGES = {
    "own": Text(
        zh="这是 statlint 写出的{what}，不是报表，没有审核",
        en="This is {what} that statlint wrote, not a table; it was not checked",
    ),
}
_BOOKS = frozenset({Container.XLSX, Container.XLSM, Container.XLS, Container.ODS})
_WRITTEN = Text("文件", "a file")
_TAKE_BACK = Text(
    zh="请审核原来的文件，有差错也改在原来的文件里；其中填好的情况说明，连同原来的文件一起"
    "拖到审核页面上就能取回，用命令的用 statlint justify --from",
    en="Check the file that it is about, and put that right; explanations that were filled in come "
    "back where both are dropped on the page, or by statlint justify --from",
)
"""For marked copies: in no other file can anything be filled in."""


@rule(
    code="F014",
    level=Level.FILE,
    on=Opening,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请审核原来的文件，有差错也改在原来的文件里",
        en="Check the file that it is about, and put that right",
    ),
    when=(Occasion.FAULT,),
)
def own_output(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is one that statlint itself wrote.

    ## What it checks
    Whether a file is a marked copy of a workbook (审核结果) or a report in HTML, CSV or text. Such
    files are known by what is in them, also under another name and after another program has
    saved them. In folders they are passed over where their names are those that statlint gave
    them; as last year's table or as a part none is ever taken.

    ## Why it matters
    A marked copy holds the same figures as its original, and would be checked, added up and handed
    in a second time. Who puts figures right in the copy has left the table itself as it was.

    ## Example
    ```text fail
    表三_审核结果.xlsx, which statlint annotate wrote beside 表三.xlsx.
    ```
    ```text pass
    表三.xlsx itself.
    ```
    """
    if opening.fault is Fault.OWN_OUTPUT:
        advice = _TAKE_BACK if opening.container in _BOOKS else None
        yield context.finding("own", what=opening.detail or _WRITTEN, advice=advice)
