"""D108: figures outside the bounds that the form gives their line or head."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.form import Measure, ValueKind
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Number, Text

MESSAGES = {
    "below": Text(
        zh="{line} · {head}：「{text}」小于下限 {bound}",
        en="{line}, {head}: “{text}” is below {bound}",
    ),
    "above": Text(
        zh="{line} · {head}：「{text}」大于上限 {bound}",
        en="{line}, {head}: “{text}” is above {bound}",
    ),
}
ADVICE = Text(
    zh="请核对数字和单位，确在范围之外的请说明",
    en="See whether the figure or its unit is wrong; explain a figure that is true",
)

_PER_CENT, _PER_MILLE = 100, 1000


@rule(
    code="D108",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def value_outside_domain(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure lies outside the domain of its line or head.

    ## What it checks
    Every figure for which the form states a smallest or largest value, and every share: at most
    100% (1000‰) unless the form says otherwise. The bounds themselves are allowed. Growth rates are
    no shares. A negative figure where none can be is left to D103.

    ## Why it matters
    A share above 100 or a score above full marks cannot be, whatever the other figures say.

    ## Example
    ```csv fail
    Work,Score
    Disclosure,101
    ```
    ```csv pass
    Work,Score
    Disclosure,100
    ```
    ```toml form
    minimum = 0
    maximum = 100
    ```
    """
    for fact, figure in facts.with_figures():
        if figure.value < 0 and not fact.measure.kind.signed:
            continue
        low, high = fact.measure.minimum, _highest(fact.measure)
        if low is not None and figure.value < low:
            yield context.finding("below", at=fact, bound=low)
        elif high is not None and figure.value > high:
            yield context.finding("above", at=fact, bound=high)


def _highest(measure: Measure) -> Number | None:
    """Give the largest value allowed; a share is no more than the whole."""
    if measure.maximum is not None or measure.kind is not ValueKind.SHARE:
        return measure.maximum
    return _PER_MILLE if measure.unit == "‰" else _PER_CENT
