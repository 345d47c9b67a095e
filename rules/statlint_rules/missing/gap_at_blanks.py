"""M105: sums that come short where cells were left blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.form import BlankMeans, EditKind, Scope
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Number, Text

_EQUATIONS = {EditKind.BALANCE, EditKind.FLOW}
_SINGLY = 10
"""Gaps of one edit up to which each has a finding of its own."""

MESSAGES = {
    "gap": Text(
        zh="{line} · {head}：空白或符号按 0 计，左值 {left}，右值 {right}，差额 {difference}",
        en="{line}, {head}: with blanks and marks as 0 one side is {left}, the other {right}, "
        "difference {difference}",
    ),
    "gaps": Text(
        zh="{line} · {head} 等 {count} 处：空白或符号按 0 计都不平，此处左值 {left}，右值 {right}，"
        "差额 {difference}",
        en="{line}, {head} and others, {count} in all, do not balance with blanks and marks as 0; "
        "here one side is {left}, the other {right}, difference {difference}",
    ),
}


@rule(
    code="M105",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对空白处是否漏填了数；确实没有的，再核对已填的数",
        en="See whether a blank cell lacks its figure; if it does not, look at the others",
    ),
    when=(Occasion.BLANK,),
)
def gap_at_blanks(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Sum comes short where cells are blank.

    ## What it checks
    Equations that name blank cells or marks. A blank may stand for a figure that somebody forgot,
    so such an equation is not called wrong; but where it does not hold with the blanks as 0, either
    a figure is missing or one is wrong. Left out are blank totals (M102), and forms in which every
    blank is reported anyway (M101). Where no form says what a blank means, two equations must lack
    the same figure in the same cell, one along its line and one along its column.

    ## Why it matters
    In a table that leaves zeros out, a figure that was dropped looks just like one of them. The sum
    is the only thing that tells.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,
    Total,32
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,
    Total,11
    ```

    ## Options
    The setting `blank` (`zero` or `missing`) overrides what the form says a blank means.
    """
    if confrontation.filled.form.blank is BlankMeans.MISSING:
        return
    found = [instance for instance in confrontation.instances if _has_gap(instance)]
    if confrontation.filled.form.as_found:
        found = _asked_twice(found)
    gaps: dict[str, list[Instance]] = {}
    for instance in found:
        gaps.setdefault(instance.edit.id, []).append(instance)
    for own in gaps.values():
        several = len(own) > _SINGLY
        for instance in own[:1] if several else own:
            others = [other.target for other in own if several and other.target]
            yield context.finding(
                "gaps" if several else "gap",
                at=instance.target,
                edit=instance,
                severity=Severity.WARNING,
                related=others[1:] if several else (*instance.blanks, *instance.sources),
                count=len(own),
            )


def _has_gap(instance: Instance) -> bool:
    total = instance.target
    return (
        instance.gapes
        and not instance.edit.across
        and instance.edit.kind in _EQUATIONS
        and total is not None
        and not total.empty
    )


def _asked_twice(found: Sequence[Instance]) -> list[Instance]:
    """Keep equations of which one along the other axis asks for the same figure in a blank."""
    scopes: dict[tuple[Fact, Number | None], set[Scope]] = {}
    for instance in found:
        for asked in _asked(instance):
            scopes.setdefault(asked, set()).add(instance.edit.scope)
    return [one for one in found if any(len(scopes[asked]) > 1 for asked in _asked(one))]


def _asked(instance: Instance) -> list[tuple[Fact, Number | None]]:
    gap = instance.difference
    size = gap if gap is None or gap > 0 else -gap
    return [(blank, size) for blank in instance.blanks]
