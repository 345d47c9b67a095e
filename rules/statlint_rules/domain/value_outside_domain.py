"""D108: figures outside the bounds that the form gives their line or head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.form import EditKind, Name, ValueKind, named
from statlint.pattern import pattern_of
from statlint.rule import Context, Level, Occasion, Severity, rule
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
_GROWTH = pattern_of(r"增|减|升|降|同比|环比|完成率|growth|change|increase", re.IGNORECASE)
"""Labels of rates that may well be above 100."""


@rule(
    code="D108",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.BOUNDS,),
)
def value_outside_domain(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure lies outside the domain of its line or head.

    ## What it checks
    Every figure for which the form states a smallest or largest value, and every share: at most
    100% (1000‰) unless the form says otherwise. The bounds themselves are allowed. Growth rates and
    rates of completion are no shares. A bound that the form states as an edit is left to D109, a
    negative figure where none can be to D103.

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
    stated = _bounded_by_edits(facts)
    for fact, figure in facts.with_figures():
        if figure.value < 0 and not fact.measure.kind.signed:
            continue
        low, high = fact.measure.minimum, _highest(fact, stated)
        if low is not None and figure.value < low:
            yield context.finding("below", at=fact, bound=low)
        elif high is not None and figure.value > high:
            yield context.finding("above", at=fact, bound=high)


def _bounded_by_edits(facts: Facts) -> set[str]:
    """Give the keys of the lines and heads that an edit of the form bounds."""
    edits = [edit for edit in facts.plan.edits if edit.kind is EditKind.RANGE]
    names = [name for edit in edits for name in named(edit.condition) if isinstance(name, Name)]
    return {part for name in names for part in name.parts}


def _highest(fact: Fact, stated: set[str]) -> Number | None:
    """Give the largest value allowed; a share is no more than the whole."""
    measure = fact.measure
    if measure.maximum is not None or measure.kind is not ValueKind.SHARE:
        return measure.maximum
    grows = _GROWTH.search(fact.line_label) or _GROWTH.search(fact.head_label)
    if grows or stated & {fact.line.key, fact.head.key}:
        return None
    return _PER_MILLE if measure.unit == "‰" else _PER_CENT
