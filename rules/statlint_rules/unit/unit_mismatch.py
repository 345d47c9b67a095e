"""U103: units that differ from the form's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.form import Measure, ValueKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import Label
from statlint.values import Text, plain_unit, stated_unit

MESSAGES = {
    "cell": Text(
        zh="{line} · {head}：「{text}」单位为{found}，表式为{due}",
        en="{line}, {head}: “{text}” is in {found}, the form asks {due}",
    ),
    "cells": Text(
        zh="{line} · {head} 等 {count} 格：单位为{found}，表式为{due}",
        en="{line}, {head}: this and other cells, {count} in all, are in {found}, the form asks "
        "{due}",
    ),
    "head": Text(
        zh="{head}：表头单位为{found}，表式为{due}",
        en="{head}: the head says {found}, the form asks {due}",
    ),
    "column": Text(
        zh="{line} · {head}：填「{found}」，表式为{due}",
        en="{line}, {head}: “{found}” is printed, the form asks {due}",
    ),
}
ADVICE = Text(
    zh="请核对数字是按哪个单位填的，换算成表式规定的单位",
    en="See which unit the figures were taken in, and convert them to the form's",
)

Due: TypeAlias = tuple[str, ...] | Text
"""The units that the form leaves the choice of, or words for none."""

_NO_UNIT = Text("不带单位", "none")
_NEVER_SHARES = {ValueKind.COUNT, ValueKind.CHANGE, ValueKind.AMOUNT}
_UNIT_HEAD = "unit"


@rule(
    code="U103",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.UNIT,),
)
def unit_mismatch(facts: Facts, context: Context) -> Iterator[Finding]:
    """Table names another unit than its form.

    ## What it checks
    The units that a table names: behind a figure, in a head (单位:元) or in a column of units,
    against the unit that the form asks for, or the units among which it leaves the choice. A per
    cent sign behind anything but a share differs from every unit. A head is reported once, as are
    all cells of a table in one other unit.

    ## Why it matters
    Figures are added up across offices without their units. One office that writes 元 where all
    the others write 万元 makes the sum worthless.

    ## Example
    ```csv fail
    Item,Fees (单位:元)
    Collected,119253.55
    ```
    ```csv pass
    Item,Fees (单位:万元)
    Collected,11.93
    ```
    ```toml form
    kind = "amount"
    unit = "万元"
    heads = ["Fees"]
    ```

    ## Known problems
    A unit in a line above the table is not seen.
    """
    seen: set[Fact | Label] = set()
    cells: dict[tuple[str, Due], list[Fact]] = {}
    for key, fact, found, due in _other_units(facts):
        if key == "cell":
            cells.setdefault((found, due), []).append(fact)
            continue
        labels = [printed.label for printed in fact.part.heads if printed.head is fact.head]
        at = labels[0] if key == "head" else fact
        if at not in seen:
            seen.add(at)
            yield context.finding(
                key, at=at, table=fact.table, head=fact.head_label, found=found, due=due
            )
    for (found, due), (first, *others) in cells.items():
        key = "cells" if others else "cell"
        yield context.finding(
            key, at=first, related=others, found=found, due=due, count=len(others) + 1
        )


def _other_units(facts: Facts) -> Iterator[tuple[str, Fact, str, Due]]:
    """Go through the units named that are not those the form asks for."""
    for fact in facts:
        for key, found, measure in _named_units(fact, facts):
            due = (measure.unit,) if measure.unit else measure.units
            if found not in due and (due or (found == "%" and measure.kind in _NEVER_SHARES)):
                yield key, fact, found, due or _NO_UNIT


def _named_units(fact: Fact, facts: Facts) -> Iterator[tuple[str, str, Measure]]:
    """Go through the units that a cell and its head name, with what the form asks there."""
    if fact.measure.kind is ValueKind.TEXT:
        if fact.head.key == _UNIT_HEAD and not fact.empty:
            yield "column", plain_unit(fact.text), fact.line.measure or facts.plan.measure
        return
    if fact.figure and fact.figure.unit:
        yield "cell", fact.figure.unit, fact.measure
    stated = stated_unit(fact.head_label)
    if stated:
        yield "head", stated, fact.measure
