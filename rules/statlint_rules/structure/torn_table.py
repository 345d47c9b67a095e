"""S019: tables of a text whose labels and figures came apart."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import Search
from statlint.values import Text

MESSAGES = {
    "count": Text(
        zh="「{title}」的行名与数字在文字中已经脱开，应有 {due} 个数字，找到 {figures} 个，"
        "无法还原",
        en="The labels and figures of “{title}” have come apart in the text, with {figures} "
        "figures where {due} are due; it cannot be put back",
    ),
    "order": Text(
        zh="「{title}」的行名与数字在文字中已经脱开，数字虽有 {due} 个，却不是整行相连，"
        "无法确定各属哪一行",
        en="The labels and figures of “{title}” have come apart in the text; there are {due} "
        "figures as due, but not line by line, so that nothing shows which belongs where",
    ),
}


@rule(
    code="S019",
    level=Level.FILE,
    on=Search,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="该表未审核；请改用保留表格的原件（Word 文档、网页或工作簿）审核",
        en="The table was not checked; check the original, which still has its table (a Word "
        "document, a web page or a workbook)",
    ),
    when=(Occasion.TORN,),
)
def torn_table(search: Search, context: Context) -> Iterator[Finding]:
    """Labels and figures of a table have come apart in a text.

    ## What it checks
    Documents in which the lines of a known form are printed outside any table: text taken from a
    PDF, a scan or a preview. A table is put back and checked as any other where it is proved which
    line its figures belong to: exactly as many as are due, and each line's behind its label, or, in
    a table of one block, in runs of whole lines at no label of another line. Any other such table
    is told here, with how many figures were found.

    ## Why it matters
    To guess which figure belongs to which line would make findings out of nothing, and to say
    nothing would look as if the table had been checked.

    ## Example
    ```text fail
    一、总收件数 二、总办结数 12 7 5 11 7
    ```
    ```text pass
    The same figures in the table of a Word document.
    ```
    """
    for torn in search.torn:
        yield context.finding(
            "order" if torn.figures == torn.due else "count",
            at=torn.said,
            title=torn.table.title,
            figures=torn.figures,
            due=torn.due,
        )
