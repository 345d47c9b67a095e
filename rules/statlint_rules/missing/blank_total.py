"""M102: totals left blank though their parts are filled."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.finding import Finding
from statlint.form import BlankMeans, EditKind
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Blank, Text

MESSAGES = {
    "blank": Text(
        zh="{line} · {head}：空白，而各项合计 {sum}",
        en="{line}, {head}: blank, but its parts add to {sum}",
    ),
    "mark": Text(
        zh="{line} · {head}：填「{text}」，而各项合计 {sum}",
        en="{line}, {head}: “{text}”, but its parts add to {sum}",
    ),
}
ADVICE = Text(zh="请补填总计", en="Fill in the total")


@rule(
    code="M102",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def blank_total(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Total is left blank though its parts are filled.

    ## What it checks
    The total of every balance edit. It is reported where it is blank, or holds a mark such as
    `—`, while a part holds a figure other than 0. A cell that is the total of its line and of its
    column is reported once. Where the form says that a blank is a missing figure, a blank total
    is left to M101.

    ## Why it matters
    Superior offices add up totals: with the total blank, the parts are lost on the way up.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,21
    Total,
    ```
    ```csv pass
    Sex,2024
    Men,0
    Women,0
    Total,
    ```

    ## Options
    The setting `blank` (`zero` or `missing`) overrides what the form says a blank means.
    """
    seen = set()
    strict = confrontation.filled.form.blank is BlankMeans.MISSING
    for instance in confrontation.instances:
        total = instance.target
        if total is None or total in seen or not _lacks_total(instance):
            continue
        seen.add(total)
        blank = isinstance(total.reading, Blank)
        if not (strict and blank and total.measure.required):
            yield context.finding(
                "blank" if blank else "mark",
                at=total,
                related=instance.sources,
                sum=instance.left,
            )


def _lacks_total(instance: Instance) -> bool:
    total = instance.target
    return (
        instance.edit.kind is EditKind.BALANCE
        and total is not None
        and total.empty
        and any(part.figure for part in instance.sources)
    )
