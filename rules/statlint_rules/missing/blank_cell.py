"""M101: required cells that are blank."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.form import BlankMeans
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Blank, Text

MESSAGES = {
    "read_as_zero": Text(
        zh="{line} · {head}：空白，按 0 计（本表共 {count} 格空白）",
        en="{line}, {head}: blank, read as 0 (blank cells in this table: {count})",
    ),
    "missing": Text(
        zh="{line} · {head}：空白，本表要求每格填数",
        en="{line}, {head}: blank, where a figure is due",
    ),
}
ADVICE = Text(
    zh="没有发生数的请填 0，漏填的请补填",
    en="Write 0 where there is nothing to count, and fill in what was forgotten",
)


@rule(
    code="M101",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.BLANK,),
)
def blank_cell(facts: Facts, context: Context) -> Iterator[Finding]:
    """Cell is blank where a figure is due.

    ## What it checks
    Every cell for which the form asks a figure. White space counts as nothing; a mark such as `—`
    is left to M103. Where the form says that a blank means 0, the table gets a single piece of
    information with the number of its blank cells; where a blank means that the figure is
    missing, each blank is an error.

    ## Why it matters
    A blank may be a 0 or a figure that was forgotten; nobody but the reporting unit knows. Offices
    differ: most ask for a 0 in every cell, some want nothing written where there is nothing.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,
    Total,11
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,0
    Total,11
    ```

    ## Options
    The setting `blank` (`zero` or `missing`) overrides what the form says a blank means.

    ## Known problems
    Whether a line applies to a unit at all is not known here: a bureau that can make no
    regulations is asked for a 0 like everybody else.
    """
    blanks = [
        fact for fact in facts.due() if fact.measure.required and isinstance(fact.reading, Blank)
    ]
    if context.filled is not None and context.filled.form.blank is BlankMeans.MISSING:
        for fact in blanks:
            yield context.finding("missing", at=fact)
    elif blanks:
        yield context.finding(
            "read_as_zero",
            at=blanks[0],
            related=blanks[1:],
            severity=Severity.INFORMATION,
            count=len(blanks),
        )
