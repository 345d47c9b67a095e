"""M102: totals left blank though their parts are filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding, Reason
from statlint.form import BlankMeans, EditKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Blank, Text

MESSAGES = {
    "blank": Text(
        zh="{line} · {head}：空白，而各项合计 {sum}",
        en="{line}, {head}: blank, but its parts add to {sum}",
    ),
    "mark": Text(
        zh="{line} · {head}：填「{text}」，而各项合计 {sum}",
        en="{line}, {head}: “{text}”, but its parts add to {sum}",
    ),
    "several": Text(
        zh="{line} · {head} 等 {count} 处总计未填，而各项有数，此处各项合计 {sum}",
        en="{line}, {head} and others, {count} totals in all, are not filled in though their "
        "parts are; here the parts add to {sum}",
    ),
}
_SINGLY = 3
"""Blank totals of one edit up to which each has a finding of its own."""

ADVICE = Text(zh="请补填总计", en="Fill in the total")


@rule(
    code="M102",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.BLANK,),
)
def blank_total(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Total is left blank though its parts are filled.

    ## What it checks
    The total of every balance edit. It is reported where it is blank, or holds a mark such as
    `—`, while a part holds a figure other than 0. A cell that is the total of its line and of its
    column is reported once, and more than three totals of one edit together. A total that the
    form does not ask for may be blank, unless most others of its edit are filled in. Where the
    form says that a blank is a missing figure, a blank total is left to M101.

    ## Why it matters
    Superior offices add up totals: with the total blank, the parts are lost on the way up.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,21
    Total,
    ```
    ```csv pass
    Sex,2024
    Men,0
    Women,0
    Total,
    ```

    ## Options
    The setting `blank` (`zero` or `missing`) overrides what the form says a blank means.
    """
    lacking: dict[str, dict[Fact, Instance]] = {}
    strict = confrontation.filled.form.blank is BlankMeans.MISSING
    usual = _usually_filled(confrontation.instances)
    seen: set[Fact] = set()
    for instance in confrontation.instances:
        total = instance.target
        if total is None or total in seen or not _lacks_total(instance, usual):
            continue
        seen.add(total)
        if not (strict and isinstance(total.reading, Blank) and total.measure.required):
            lacking.setdefault(instance.edit.id, {})[total] = instance
    for found in lacking.values():
        several = len(found) > _SINGLY
        for total, instance in list(found.items())[: 1 if several else None]:
            yield context.finding(
                "several" if several else _how(total),
                at=total,
                edit=instance,
                severity=Severity.WARNING,
                related=list(found)[1:] if several else instance.sources,
                sum=instance.left,
                count=len(found),
            )


def _how(total: Fact) -> str:
    return "blank" if isinstance(total.reading, Blank) else "mark"


def _usually_filled(instances: Iterable[Instance]) -> set[str]:
    """Give the edits of which more totals are filled in than not, and more than one is."""
    empty = [(one.edit.id, one.target.empty) for one in instances if one.target is not None]
    times = Counter(empty)
    return {edit for edit, _ in times if times[edit, False] > max(1, times[edit, True])}


def _lacks_total(instance: Instance, usual: Collection[str]) -> bool:
    total = instance.target
    return (
        instance.edit.kind is EditKind.BALANCE
        and not instance.edit.across
        and instance.reason is not Reason.UNPROVEN
        and total is not None
        and total.empty
        and (total.measure.required or instance.edit.id in usual)
        and any(part.figure for part in instance.sources)
    )
