"""S004: heads of the table that the form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "unknown": Text(
        zh="「{text}」不是「{title}」表式中的栏",
        en="“{text}” is not a head of the form’s table “{title}”",
    ),
}


@rule(
    code="S004",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对栏名是否改动，或是否自行加栏；本地统一增加的栏可说明情况",
        en="Check whether the head was rewritten or the column added; explain a column that your "
        "region adds everywhere",
    ),
    when=(Occasion.STRANGE,),
)
def unknown_head(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Head is not in the form.

    ## What it checks
    Columns with a head and figures, standing among the columns of a table or right after them,
    whose head is neither in the form nor one of the other wordings it allows. A column of numbers
    of lines, or one without figures, is passed.

    ## Why it matters
    The figures under such a head are not checked and are not part of any total across. Software
    that reads the table by position takes the next column for this one.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Subtotal,Total
    Received,12,3,15,15
    Carried over,0,0,0,0
    Answered,10,3,13,13
    Passed on,2,0,2,2
    ```
    ```csv pass
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Passed on,2,0,2
    ```
    """
    for table in filled.tables:
        for part in table.parts:
            for label in part.extra_heads:
                yield context.finding(
                    "unknown", at=label, table=table.plan.key, title=table.plan.title
                )
