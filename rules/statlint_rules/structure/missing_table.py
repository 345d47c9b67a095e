"""S010: tables of the form that the file does not have."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "missing": Text(
        zh="「{form}」应有 {count} 张表，本文件没有找到{tables}",
        en="“{form}” has {count} tables, this file lacks {tables}",
    ),
}


@rule(
    code="S010",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请核对缺少的表是否在其他文件中报送",
        en="Check whether the tables that are lacking are submitted in another file",
    ),
    when=(Occasion.NO_TABLE,),
)
def missing_table(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Table of the form is not in the file.

    ## What it checks
    Whether all tables of a form are in the file, on whichever sheet. It is information, since the
    tables of one form are often kept in several files. Relations between a table and one that is
    missing are listed as not checked.

    ## Why it matters
    The report on this file says nothing about a table that is not in it.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Passed on,2,0,2
    ```
    ```csv pass
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Passed on,2,0,2

    Fees,Cases,Amount
    Postage,2,30
    Copying,1,15
    ```
    """
    if filled.missing_tables:
        yield context.finding(
            "missing",
            at=filled.start,
            form=filled.form.title,
            count=len(filled.form.tables),
            tables=[quoted(table.title) for table in filled.missing_tables],
        )
