"""S001: lines of the form that the table does not have."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.form import Line
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import FilledForm, Label, Table
from statlint.values import Text

MESSAGES = {
    "missing": Text(
        zh="「{line}」一行缺失",
        en="“{line}” is a line of the form and is missing",
    ),
    "missing_in_group": Text(
        zh="「{line}」一行缺失，应列在「{group}」之下",
        en="“{line}” is a line of the form and is missing under “{group}”",
    ),
    "many": Text(
        zh="{lines}等 {count} 行缺失",
        en="{lines} and other lines of the form are missing, {count} in all",
    ),
}

_MOST = 5
_SHOWN = 3


def _beside(line: Line, table: Table) -> Label:
    """Find the printed line that the missing one should follow."""
    printed = {found.line.key: found.label for part in table.parts for found in part.lines}
    keys = [each.key for each in table.plan.lines()]
    before = [printed[key] for key in keys[: keys.index(line.key)] if key in printed]
    return before[-1] if before else table.start


@rule(
    code="S001",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对表式，补上缺少的行；没有发生的填 0，不要删行",
        en="Compare with the form and put the line back; where there is nothing, enter 0",
    ),
    when=(Occasion.LACKING,),
)
def missing_line(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Line of the form is missing.

    ## What it checks
    Whether every line of the form that holds figures is printed in the table. Labels may be
    broken, numbered or bracketed in another way, or carry their group's label in front. Up to five
    missing lines are reported one by one, next to the line that they should follow; more are
    reported together, at the start of the table.

    ## Why it matters
    A line left out reads as "nothing to report", but may hide a figure. Whoever adds up the tables
    of many units can no longer place the lines that follow.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Received,12,3,15
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
    A line whose label was rewritten beyond recognition is taken for the form's line where it
    stands in that line's place between two known ones. Anywhere else it is reported twice: here
    as missing, and by S003 as unknown.
    """
    for table in filled.tables:
        missing = table.missing_lines
        if len(missing) > _MOST:
            yield context.finding(
                "many",
                at=table.start,
                table=table.plan.key,
                lines=[quoted(line.label) for line in missing[:_SHOWN]],
                count=len(missing),
            )
            continue
        for line in missing:
            yield context.finding(
                "missing_in_group" if line.above else "missing",
                at=_beside(line, table),
                table=table.plan.key,
                line=line.label,
                group=line.above[-1] if line.above else "",
            )
