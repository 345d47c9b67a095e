"""R102: shares that do not add up to 100."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance, Slack, tolerance
from statlint.facts import Fact
from statlint.finding import Finding, Origin
from statlint.form import Comparison, Constant, EditKind, ValueKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "none": Text(
        zh="{whose}：各项占比合计 {sum}，应为 {due}（{count} 项，允许误差 ±{tolerance}）",
        en="{whose}: shares add to {sum}, not to {due} "
        "(±{tolerance} is allowed for {count} shares)",
    ),
    "exact": Text(
        zh="{whose}：各项合计 {sum}，应为 {due}",
        en="{whose}: the parts add to {sum}, not to {due}",
    ),
    "truncated": Text(
        zh="{whose}：各项占比合计 {sum}，不到 {due}，是各项舍去尾数所致",
        en="{whose}: shares add to {sum}, not to {due}, because they are cut off",
    ),
    "unlikely": Text(
        zh="{whose}：各项占比合计 {sum}，与 {due} 之差虽在允许误差 ±{tolerance} 之内，"
        "但四舍五入很少能造成",
        en="{whose}: shares add to {sum}, not to {due}; ±{tolerance} is allowed, "
        "but rounding is unlikely to explain it",
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
    when=(Occasion.FAILURE, Occasion.ACROSS, Occasion.SLACK),
)
def shares_not_hundred(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Shares do not add up to 100.

    ## What it checks
    Every edit of the form that asks shares to add up to a constant. Each share may be off by half
    a unit of its last digit, so n shares with one decimal may add to 100 ± n × 0.05. A sum outside
    of that is an error; where each share is right or cut off in place of rounded, information.
    Shares that are all 0 are shares of nothing.

    Rounding errors seldom go all one way. A sum that is off by more than 2.58 × √(n ÷ 12) units of
    the last digit, which 99 of 100 honest lists are not, is information; so it is where shares
    have a printed total, with n + 1 in place of n. (A wrong total of shares is left to B101.)

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
    for instance in confrontation.instances:
        if instance.edit.origin is Origin.PROSE:
            continue
        stated = any(fact.figure and fact.figure.value for fact in instance.facts)
        wrong = instance.fails and instance.edit.kind is EditKind.SHARES and stated
        if wrong or instance.slack is Slack.UNLIKELY:
            yield _finding(instance, context)


def _finding(instance: Instance, context: Context) -> Finding:
    stated = instance.edit.condition
    turned = isinstance(stated, Comparison) and isinstance(stated.left, Constant)
    figures = [fact.figure for fact in instance.facts if fact.figure]
    exact = instance.slack is Slack.NONE and not any(map(_is_rounded, instance.facts))
    return context.finding(
        "exact" if exact else instance.slack.value,
        at=instance.target,
        edit=instance,
        related=instance.sources,
        whose=_whose(instance),
        sum=instance.right if turned else instance.left,
        due=instance.left if turned else instance.right,
        count=len(figures),
        tolerance=tolerance(figures),
    )


def _is_rounded(fact: Fact) -> bool:
    return fact.measure.rounded or fact.measure.kind is ValueKind.SHARE


def _whose(instance: Instance) -> str:
    """Name what all the shares have in common: the head that they stand under, or their line."""
    heads = {fact.head_label: None for fact in instance.facts}
    lines = {fact.line_label: None for fact in instance.facts}
    return "、".join(heads if len(heads) < len(lines) else lines)
