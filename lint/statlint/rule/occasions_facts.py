"""What the facts of a table show, in one pass over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.facts import Fact, Facts
from statlint.form import Measure, ValueKind
from statlint.rule.occasion import Occasion
from statlint.values import Blank, Figure, Mark, Number, stated_unit

_LARGE, _HUGE = 10**4, 10**12
"""What is much for a share, and for any figure."""
_LONG = 20
"""Signs of a figure, with the blanks around it, that are many."""


def occasions_of_facts(facts: Facts) -> Iterator[Occasion]:
    """Say what the facts of a table show."""
    heads: dict[tuple[int, str], Fact] = {}
    figures: list[tuple[Measure, Figure]] = []
    kinds: set[type] = set()
    for fact in facts.by_place.values():
        measure, reading = fact.measure, fact.reading
        heads[id(measure), fact.head_label] = fact
        if measure.kind is ValueKind.TEXT:
            continue
        if isinstance(reading, Figure):
            figures.append((measure, reading))
        else:
            kinds.add(type(reading))
    if kinds:
        yield from _of_readings(kinds)
    yield from _of_measures({id(one.measure): one.measure for one in heads.values()}.values())
    if any(map(_may_name_another_unit, heads.values())):
        yield Occasion.UNIT
    if _has_entries(facts):
        yield Occasion.LIST
    yield from _of_figures(figures)


def _may_name_another_unit(first: Fact) -> bool:
    """Tell whether there is a unit under the head of a fact that is not that of the form.

    Where the form leaves the choice of several, a line may name one and the next none.
    """
    measure = first.measure
    if measure.kind is ValueKind.TEXT:
        return first.head.key == "unit"
    stated = stated_unit(first.head_label)
    return bool(measure.units) if stated is None else stated not in (measure.unit, *measure.units)


def _of_readings(kinds: set[type]) -> Iterator[Occasion]:
    for kind in kinds:
        known = {Blank: Occasion.BLANK, Mark: Occasion.MARK}
        yield known.get(kind, Occasion.UNREADABLE)


def _of_measures(measures: Iterable[Measure]) -> Iterator[Occasion]:
    for one in measures:
        is_share = one.kind is ValueKind.SHARE
        if is_share or one.unit == "%":
            yield Occasion.SHARES
        if is_share or one.minimum is not None or one.maximum is not None:
            yield Occasion.BOUNDS
        if one.format is not None:
            yield Occasion.LIST


def _has_entries(facts: Facts) -> bool:
    """Tell whether a form asks for running numbers, or for lines that differ."""
    return any(
        any(line.unique for line in block.lines)
        or any(head.measure is not None and head.measure.format for head in block.heads)
        for block in facts.plan.blocks
    )


def _of_figures(figures: Iterable[tuple[Measure, Figure]]) -> Iterator[Occasion]:
    found: set[Occasion] = set()
    add = found.add
    for measure, figure in figures:
        value, kind = figure.value, measure.kind
        if not 0 <= value < _LARGE:
            if value < 0 and not kind.signed:
                add(Occasion.NEGATIVE)
            size: Number = -value if value < 0 else value
            if size >= _HUGE or (size >= _LARGE and kind is ValueKind.SHARE):
                add(Occasion.LONG)
        if not isinstance(value, int) and kind.whole and value % 1:
            add(Occasion.FRACTION)
        if len(figure.text) > _LONG:
            add(Occasion.LONG)
        if figure.traits:
            add(Occasion.WRITING)
        if figure.unit:
            add(Occasion.UNIT)
    return iter(found)
