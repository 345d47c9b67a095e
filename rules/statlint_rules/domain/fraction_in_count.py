"""D102: figures with a fraction where things are counted."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "fraction": Text(
        zh="{line} · {head}：「{text}」不是整数",
        en="{line}, {head}: “{text}” is not a whole number",
    ),
}
ADVICE = Text(
    zh="计数只能填整数，请核对是否填错栏或用错单位",
    en="Counts are whole: see whether the figure belongs elsewhere or has another unit",
)


@rule(
    code="D102",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.FRACTION,),
)
def fraction_in_count(facts: Facts, context: Context) -> Iterator[Finding]:
    """Count has a fraction.

    ## What it checks
    Every figure whose kind in the form is a count, or the change of a count. Zeros after the
    point are no fraction: `1.0` is 1, as spreadsheets write it.

    ## Why it matters
    There is no half application. A fraction means that an amount, a mean or a share was written
    where a count is asked.

    ## Example
    ```csv fail
    Sex,2024
    Men,11.5
    ```
    ```csv pass
    Sex,2024
    Men,11.0
    ```
    """
    for fact, figure in facts.with_figures():
        if fact.measure.kind.whole and figure.value % 1:
            yield context.finding("fraction", at=fact)
