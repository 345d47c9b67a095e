"""D105: figures written with needless zeros in front."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text, Trait

MESSAGES = {
    "zeros": Text(
        zh="{line} · {head}：写作「{text}」，按 {figure} 计",
        en="{line}, {head}: written “{text}”, read as {figure}",
    ),
}
ADVICE = Text(
    zh="请核对开头的 0 是否多填，或后面是否少填了数字",
    en="See whether the zero is a slip, or a digit is missing behind it",
)


@rule(
    code="D105",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.WRITING,),
)
def leading_zero(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure has zeros in front.

    ## What it checks
    Every figure with more than one digit before the point, the first of them 0: `00`, `007`. A
    single 0 before the point is right.

    ## Why it matters
    `00` is most likely a 0 struck twice, but it may be a 10 or 20 whose first digit went astray.
    It is read as what it says, and the cell is named.

    ## Example
    ```csv fail
    Sex,2024
    Men,007
    ```
    ```csv pass
    Sex,2024
    Men,0
    ```

    ## Known problems
    A workbook cell stored as a number has no zeros in front, whatever its format shows.
    """
    for fact, figure in facts.with_figures():
        if Trait.LEADING_ZERO in figure.traits:
            yield context.finding("zeros", at=fact, figure=figure.value)
