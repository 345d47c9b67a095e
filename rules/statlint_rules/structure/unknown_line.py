"""S003: lines of the table that the form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "unknown": Text(
        zh="「{text}」不是「{title}」表式中的行",
        en="“{text}” is not a line of the form’s table “{title}”",
    ),
}


@rule(
    code="S003",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对行名是否改动，或是否自行加行；本地统一增加的行可说明情况",
        en="Check whether the label was rewritten or the line added; explain a line that your "
        "region adds everywhere",
    ),
    when=(Occasion.STRANGE,),
)
def unknown_line(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Line is not in the form.

    ## What it checks
    Lines with a label and figures, standing among the lines of a table, whose label is neither in
    the form nor one of the other wordings it allows.

    ## Why it matters
    The figures of such a line are not checked and are not part of any sum of the form. Often it is
    a line of the form with a changed label, which is then missing elsewhere.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Withdrawn,1,0,1
    Answered,10,3,13
    Passed on,2,0,2
    ```
    ```csv pass
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Passed on,2,0,2
    ```

    ## Known problems
    Some provinces add a line of their own to a national form. Such a line is reported too, once
    for each table; it is a warning for that reason.
    """
    for table in filled.tables:
        for part in table.parts:
            for label in part.extra_lines:
                yield context.finding(
                    "unknown", at=label, table=table.plan.key, title=table.plan.title
                )
