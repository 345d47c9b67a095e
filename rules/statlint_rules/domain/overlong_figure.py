"""D104: figures with more digits than anything has."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.form import ValueKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "digits": Text(
        zh="{line} · {head}：「{text}」整数部分有 {digits} 位，超过 {most} 位",
        en="{line}, {head}: “{text}” has {digits} digits before the point, more than {most}",
    ),
    "signs": Text(
        zh="{line} · {head}：「{text}」共 {signs} 个字符，过长",
        en="{line}, {head}: “{text}” is {signs} characters long",
    ),
}
ADVICE = Text(
    zh="请核对是否多填了位数，或把两个数填在一格",
    en="See whether digits were repeated, or two figures were written in one cell",
)

_MOST_DIGITS = 12
_MOST_DIGITS_OF_SHARE = 4
_MOST_SIGNS = 20


@rule(
    code="D104",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.LONG,),
)
def overlong_figure(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure is longer than any real one.

    ## What it checks
    The digits before the point of every figure: more than 12 (more than 4 for a share), or a cell
    of more than 20 characters. Leading zeros do not count as digits.

    ## Why it matters
    Twelve digits hold the yearly output of the largest countries in units of ten thousand. Longer
    figures come from a key held down, two figures in one cell, or the number of an account or an
    identity card pasted into the wrong place.

    ## Example
    ```csv fail
    Sex,2024
    Men,1241241241241
    ```
    ```csv pass
    Sex,2024
    Men,124124124124
    ```

    ## Known problems
    Amounts of a whole country in single units of its currency may honestly be longer; state a
    larger unit.
    """
    for fact, figure in facts.with_figures():
        share = fact.measure.kind is ValueKind.SHARE
        most = _MOST_DIGITS_OF_SHARE if share else _MOST_DIGITS
        digits, signs = len(str(abs(int(figure.value)))), len(fact.text.strip())
        if digits > most:
            yield context.finding("digits", at=fact, digits=digits, most=most)
        elif signs > _MOST_SIGNS:
            yield context.finding("signs", at=fact, signs=signs)
