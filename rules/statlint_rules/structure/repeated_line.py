"""S005: lines of the form that the table prints more than once."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, FoundHead, FoundLine
from statlint.values import Text

MESSAGES = {
    "repeated": Text(
        zh="「{text}」重复出现，{first} 处已有",
        en="“{text}” is printed here a second time, after {first}",
    ),
}


@rule(
    code="S005",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对两行中哪一行有效，删去多余的一行；如是相邻行的行名写错，改正行名",
        en="Check which of the two counts and delete the other, or correct the label if it "
        "belongs to a neighbouring line",
    ),
    when=(Occasion.ORDER,),
)
def repeated_line(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Line is printed twice.

    ## What it checks
    Whether a line or a head of the form is printed more than once in its table. Lines that share a
    label in different groups, such as "Other", are told apart by their group and place; a head that
    is merely spread over several cells is not counted twice.

    ## Why it matters
    Two lines with one meaning leave open which figures are true. Only the first is used in the
    other checks; sums may hold with the one and fail with the other.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Answered,9,3,12
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
        printed: list[FoundLine | FoundHead] = []
        for part in table.parts:
            printed += [*part.lines, *part.heads]
        for repeated in (found for part in table.parts for found in part.repeated):
            others = [found.label for found in printed if found.what is repeated.what]
            yield context.finding(
                "repeated",
                at=repeated.label,
                table=table.plan.key,
                related=others,
                first=[label.cell for label in others],
            )
