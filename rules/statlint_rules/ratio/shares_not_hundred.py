"""R102: shares that do not add up to 100."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import Comparison, Constant, EditKind
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text

MESSAGES = {
    "sum_differs": Text(
        zh="{line} · {head}：各项占比合计 {sum}，应为 {due}",
        en="{line}, {head}: shares add to {sum}, not to {due}",
    ),
}
ADVICE = Text(
    zh="请核对有无漏列、重列的项目，再逐项核对占比",
    en="See whether an item is missing or repeated, then look at each share",
)


@rule(
    code="R102",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def shares_not_hundred(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Shares do not add up to 100.

    ## What it checks
    Every edit of the form that asks shares to add up to a constant. Each share may be off by half
    a unit of its last digit, so n shares with one decimal may add to 100 ± n × 0.05.

    ## Why it matters
    Rounded shares seldom add to exactly 100, and need not. Beyond what rounding explains, an item
    is missing, counted twice, or wrong.

    ## Example
    ```csv fail
    Item,Share
    By letter,50.0
    On the web,40.0
    ```
    ```csv pass
    Item,Share
    By letter,33.3
    On the web,66.6
    ```
    ```toml form
    kind = "share"
    edits = [{ id = "S3", rule = "sum(By letter:On the web) = 100", per = "head" }]
    ```

    ## Source
    Mosteller, Youtz and Zahn, The distribution of sums of rounded percentages, Demography 4
    (1967), 850: twelve rounded shares add to exactly 100 in two of five tables.

    ## Known problems
    With many shares the allowance is wide, and a small error hides in it. The check of each share
    against its own figures (R101) is sharper.
    """
    for failed in confrontation.failed(EditKind.SHARES):
        stated = failed.edit.condition
        turned = isinstance(stated, Comparison) and isinstance(stated.left, Constant)
        yield context.finding(
            "sum_differs",
            at=failed.target,
            edit=failed,
            related=failed.sources,
            sum=failed.right if turned else failed.left,
            due=failed.left if turned else failed.right,
        )
