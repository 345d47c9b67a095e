"""B101: totals that differ from the sum of their parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from statlint.confront import Confrontation, Instance, sides_of
from statlint.facts import Fact
from statlint.finding import Finding, Origin
from statlint.form import EditKind, Name, Operation, Scope, walk
from statlint.rule import Context, Level, Occasion, Severity, plain_number, printed_like, rule
from statlint.values import Number, Text

_NO_UNITS = r".*\d.*|(?:in )?(?:hundred|thousand|million|billion)s?|numbers?|[%‰十百千万亿]+"
"""Units that say nothing behind a difference."""

MESSAGES = {
    "total_differs": Text(
        zh="{line} · {head}：各项合计 {left}，总计填 {right}，差额 {difference}",
        en="{line}, {head}: parts add to {left}, total is {right}, difference {difference}",
    ),
    "differs_across": Text(
        zh="{line} · {head}：横向合计 {left}，总计填 {right}，差额 {difference}",
        en="{line}, {head}: the line adds to {left}, total is {right}, difference {difference}",
    ),
    "differs_down": Text(
        zh="{line} · {head}：纵向合计 {left}，总计填 {right}，差额 {difference}",
        en="{line}, {head}: the column adds to {left}, total is {right}, difference {difference}",
    ),
    "told": Text(
        zh="{line} · {head}：填 {text}，按「{parts}」应为 {due}，差额 {gap}",
        en="{line}, {head}: stated as {text}, “{parts}” gives {due}, difference {gap}",
    ),
    "elsewhere": Text(
        zh="{line} · {head}：填 {text}，与「{parts}」的 {due} 不一致，差额 {gap}",
        en="{line}, {head}: stated as {text}, “{parts}” is {due}, difference {gap}",
    ),
}
_WAYS = {
    Scope.LINE: "differs_across",
    Scope.HEAD: "differs_down",
    Scope.ONCE: "total_differs",
}
"""What tells two findings at one cell apart."""

ADVICE = Text(
    zh="请核对总计是否漏加、重加，再逐项核对各项数字",
    en="See whether the total leaves out or repeats a part, then look at each part",
)


@rule(
    code="B101",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def unbalanced_total(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Total differs from the sum of its parts.

    ## What it checks
    Every balance edit of the form, under every head and on every line it is stated for:
    column sums, row sums, groups. A blank part or a mark counts as 0. Whole counts get no
    tolerance; where the form says that figures are rounded, a gap that rounding can explain
    is not reported.

    In a table that no form describes, sums are inferred: what figures, labels and the order of
    lines and heads show in most places must hold in the others. The message says why the sum is
    believed. It is a warning, to be put right or explained; an error, which must be put right,
    only where a total by its label fails along its line and down its column by the same
    difference. A total with one to three figures counts where one keystroke would mend it, and its
    label, the lines under it or other totals of the table show that a sum is meant. Differences
    that rounding may explain are not reported.

    The message of an inferred sum, and of any difference (income − spending = balance, opening +
    received − spent = closing), says what the figures give, and which figures.

    Which cell is wrong, and whether a part or a whole group was left out of the total, is said by
    the cause above the message, with its likelihood.

    ## Why it matters
    A total that does not add up means a wrong part, a wrong total or a line that was left out;
    the reader cannot tell which. Printed relations are checked by everybody. The sums that are
    not printed are the ones that break.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,21
    Total,35
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,21
    Total,32
    ```

    ## Options
    A single edit is switched off by its id: `edits-off = ["A3"]` in the settings.

    ## Source
    UNECE, Glossary of Terms on Statistical Data Editing (2000): balance edit. The relations
    themselves come from the form; each finding says whether its relation is official.

    ## Known problems
    An inferred sum may not be meant; `--no-infer` leaves such tables alone, and `statlint form new`
    writes down what was inferred, to be corrected.
    """
    broken = list(confrontation.failed(EditKind.BALANCE))
    times = Counter(failed.target for failed in broken)
    for failed in broken:
        yield context.finding(
            _way(failed, times[failed.target]),
            at=failed.target,
            edit=failed,
            related=failed.sources,
            parts=context.reckoned(failed),
            due=printed_like(failed.left or 0, failed.target.figure if failed.target else None),
            gap=_with_unit(failed.difference or 0, failed.target),
        )


def _way(failed: Instance, times: int) -> str:
    """Choose the words: what is reckoned is named where nobody stated it, or it is no mere sum."""
    sides = sides_of(failed.edit)
    if sides and isinstance(sides[0], Name):
        return "elsewhere"
    if failed.edit.origin is Origin.INFERRED or _takes_away(failed):
        return "told"
    return _WAYS[failed.edit.scope] if times > 1 else "total_differs"


def _takes_away(failed: Instance) -> bool:
    return any(
        isinstance(node, Operation) and node.sign == "-" for node in walk(failed.edit.condition)
    )


def _with_unit(gap: Number, target: Fact | None) -> str:
    """Write a difference with its unit of measure, but for words that only multiply or count."""
    unit = (target.measure.unit or "").strip() if target else ""
    named = unit and not re.fullmatch(_NO_UNITS, unit, re.IGNORECASE)
    return f"{plain_number(gap)} {unit}" if named else plain_number(gap)
