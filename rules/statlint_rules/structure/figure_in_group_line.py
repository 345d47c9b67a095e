"""S009: figures in the row of a group's heading, where none is due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, GroupFigure, Label, Part
from statlint.values import Figure, Text

MESSAGES = {
    "figure": Text(
        zh="「{text}」是分组行，不填数，现填有 {figures}",
        en="“{text}” is the heading of a group and takes no figure, it has {figures}",
    ),
}


def _telling(part: Part) -> Iterator[GroupFigure]:
    """Go through the figures in headings' rows; a mark or a 0 there says nothing."""
    for one in part.group_figures:
        if isinstance(one.reading, Figure) and one.reading.value != 0:
            yield one


@rule(
    code="S009",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对这些数应填在哪一行；如是本组小计，予以删除",
        en="Check on which line these figures belong; delete them if they are subtotals",
    ),
    when=(Occasion.GROUP_FIGURE,),
)
def figure_in_group_line(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Figure stands in the row of a group's heading.

    ## What it checks
    Rows that only name a group of lines and have no figures in the form. Each such row with
    figures is reported once, with all of them. Marks (such as ——) and 0 are passed there.

    ## Why it matters
    The form has no subtotals. A figure beside the heading is one that slipped up a row, so that
    the line below lacks it, or a subtotal that will be added in twice.

    ## Example
    ```csv fail
    Applications,Persons,Companies,Total
    Received,12,3,15
    Closed,10,3,13
    Granted,9,3,12
    Refused,1,0,1
    Passed on,2,0,2
    ```
    ```csv pass
    Applications,Persons,Companies,Total
    Received,12,3,15
    Closed,,,
    Granted,9,3,12
    Refused,1,0,1
    Passed on,2,0,2
    ```
    (Closed is the heading over Granted and Refused.)

    ## Known problems
    Where merged cells were lost, the first line of a group may stand in the heading's row. Its
    figures are then taken for the line's own if the line's label is printed there too.
    """
    for table in filled.tables:
        for part in table.parts:
            for _, group in groupby(_telling(part), key=lambda one: one.line.key):
                figures = list(group)
                heading = figures[0].label
                yield context.finding(
                    "figure",
                    at=Label(heading.text, heading.sheet, figures[0].cell),
                    table=table.plan.key,
                    related=[
                        Label(one.reading.text, heading.sheet, one.cell) for one in figures[1:]
                    ],
                    figures=[one.reading.text for one in figures],
                )
