"""D103: negative figures where none can be."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "negative": Text(
        zh="{line} · {head}：「{text}」是负数，此栏不能为负",
        en="{line}, {head}: “{text}” is negative, where no figure can be",
    ),
}
ADVICE = Text(
    zh="请核对是否误填负号，减少数只填在增减栏",
    en="See whether the sign is a slip; a decrease belongs only where a change is asked",
)


@rule(
    code="D103",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.NEGATIVE,),
)
def negative_figure(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure is negative where none can be.

    ## What it checks
    Every figure that the form does not allow a sign: counts, amounts, shares. Changes and scores
    may be negative. However the minus is written (`-62`, `－62`, `减4`, `(4)`), it counts.

    ## Why it matters
    A negative count is always a slip: a dash that was meant as a mark, a decrease in the wrong
    column, or a formula that was not looked at.

    ## Example
    ```csv fail
    Sex,2024
    Men,-11
    ```
    ```csv pass
    Sex,2024
    Men,0
    ```

    ## Known problems
    A list number in brackets in place of a figure, `(4)`, is read as minus four, as in accounts.
    """
    for fact, figure in facts.with_figures():
        if figure.value < 0 and not fact.measure.kind.signed:
            yield context.finding("negative", at=fact)
