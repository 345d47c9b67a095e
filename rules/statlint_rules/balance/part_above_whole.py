"""B103: parts that are larger than their whole."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "part_larger": Text(
        zh="{line} · {head}：{edit}不成立，{larger} 大于 {smaller}，超出 {excess}",
        en="{line}, {head}: {edit} does not hold, {larger} is more than {smaller} by {excess}",
    ),
}
ADVICE = Text(
    zh="请核对其中数与总数是否填颠倒、是否同一口径",
    en="See whether part and whole were exchanged, and whether both have the same scope",
)


@rule(
    code="B103",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def part_above_whole(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Part is larger than its whole.

    ## What it checks
    Every inequality of the form between figures: an of-which line (其中) is at most its whole, a
    figure of the year is at most the stock at its end. Part and whole may be equal unless the
    form says less than. Blanks and marks count as 0.

    ## Why it matters
    A part cannot be more than the whole it is taken from. Usually the two were exchanged, or
    they count different things.

    ## Example
    ```csv fail
    Item,2024
    Documents made public,40
    其中:Normative documents,41
    ```
    ```csv pass
    Item,2024
    Documents made public,40
    其中:Normative documents,40
    ```

    ## Known problems
    Several of-which lines may overlap, so only each single one is held against the whole. Where
    the form splits a whole completely, it states a balance edit, and B101 speaks.
    """
    for failed in confrontation.failed(EditKind.PART):
        left, right = failed.left or 0, failed.right or 0
        yield context.finding(
            "part_larger",
            at=failed.target,
            edit=failed,
            related=failed.sources,
            larger=max(left, right),
            smaller=min(left, right),
            excess=abs(left - right),
        )
