"""M103: marks in place of figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.values import Mark, Text

MESSAGES = {
    "marks": Text(
        zh="{line} · {head}：填的是符号{marks}，不是数字（本表共 {count} 格）",
        en="{line}, {head}: {marks} in place of a figure (such cells in this table: {count})",
    ),
}
ADVICE = Text(
    zh="没有发生数的请按要求填 0 或留空，不要填符号",
    en="Where there is nothing to count write 0 or nothing, as asked, but no sign",
)


@rule(
    code="M103",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.MARK,),
)
def mark_for_figure(facts: Facts, context: Context) -> Iterator[Finding]:
    """Mark stands in place of a figure.

    ## What it checks
    Every cell for which the form asks a figure. Dashes, slashes, `..`, `x`, 无, N/A and the like
    are marks; one piece of information a table names them and counts the cells.

    ## Why it matters
    A mark says that somebody looked at the cell, but not what it means: nothing to count, not
    applicable, not known or confidential. In sums it counts as 0.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,—
    Total,11
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,0
    Total,11
    ```

    ## Known problems
    A lone minus sign is a mark too, also where a figure behind it was deleted by mistake.
    """
    marks = [
        fact for fact in facts.due() if fact.measure.required and isinstance(fact.reading, Mark)
    ]
    if marks:
        signs = dict.fromkeys(fact.text.strip() for fact in marks)
        yield context.finding(
            "marks",
            at=marks[0],
            related=marks[1:],
            marks=[quoted(sign) for sign in signs],
            count=len(marks),
        )
