"""B102: flow balances whose two sides differ."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "sides_differ": Text(
        zh="{line} · {head}：{edit}不成立，左值 {left}，右值 {right}，差额 {difference}",
        en="{line}, {head}: {edit} does not hold, left side is {left}, right side is {right}, "
        "difference {difference}",
    ),
}
ADVICE = Text(
    zh="请先核对结转数，再核对本期收、办数字",
    en="Look at what was carried over first, then at what came in and what was done",
)


@rule(
    code="B102",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def unbalanced_flow(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Two sides of a flow balance differ.

    ## What it checks
    Every equation of the form with more than one figure on both sides, such as received plus
    carried over = handled plus carried forward. Blanks and marks count as 0.

    ## Why it matters
    What came in and was there before must be found again among what was done and what is left.
    If it is not, something was counted twice or got lost on the way.

    ## Example
    ```csv fail
    Applications,Natural persons
    New,124
    Carried over,5
    Handled,127
    Carried forward,0
    ```
    ```csv pass
    Applications,Natural persons
    New,124
    Carried over,5
    Handled,127
    Carried forward,2
    ```
    ```toml form
    edits = [{ id = "A1", rule = "New + Carried over = Handled + Carried forward", per = "head" }]
    ```

    ## Source
    The relation printed in the head of table 3 of the annual report on government information
    disclosure (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号): the first item plus the second
    equals the third plus the fourth.

    ## Known problems
    A balance can be forced: where handled was made to fit, this rule is silent and B101 finds
    that the parts of handled do not add up to it.
    """
    for failed in confrontation.failed(EditKind.FLOW):
        yield context.finding("sides_differ", at=failed.target, edit=failed, related=failed.sources)
