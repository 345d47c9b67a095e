"""S006: lines and heads that stand out of the form's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.finding import Finding
from statlint.form import Head, Line
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, FoundHead, FoundLine, Part
from statlint.values import Text

MESSAGES = {
    "after": Text(
        zh="「{text}」的位置与表式不符，应排在「{before}」之后",
        en="“{text}” is out of order, in the form it follows “{before}”",
    ),
    "first": Text(
        zh="「{text}」的位置与表式不符，应排在最前",
        en="“{text}” is out of order, in the form it comes first",
    ),
}


def _before(found: FoundLine | FoundHead, part: Part) -> Text | None:
    """Give the label that comes before a line or head in the form."""
    wanted: Line | Head
    order: Sequence[Line | Head]
    if isinstance(found, FoundLine):
        wanted, order = found.line, part.block.figure_lines
    else:
        wanted, order = found.head, part.block.heads
    place = [one.key for one in order].index(wanted.key)
    return order[place - 1].label if place else None


@rule(
    code="S006",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对表式，按原有次序排列，并核对数是否跟着行名、栏名一起移动",
        en="Restore the order of the form, and check that the figures moved with their label",
    ),
    when=(Occasion.ORDER,),
)
def misplaced_line(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Line or head is out of order.

    ## What it checks
    Whether lines and heads stand in the order of the form. As few of them as possible are
    reported: where two lines were exchanged, one of the two.

    ## Why it matters
    statlint goes by the label and checks the figures all the same. Programs and people who copy
    by position do not, and take one line for another. Often only the label was moved and the
    figures stayed behind.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Carried over,0,0,0
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
    """
    for table in filled.tables:
        for part in table.parts:
            for found in part.misplaced:
                before = _before(found, part)
                yield context.finding(
                    "after" if before else "first",
                    at=found.label,
                    table=table.plan.key,
                    before=before,
                )
