"""From one confronted edit to a condition of a system, where it is no weighted sum of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

from statlint.confront import Instance, allowance, bound_of, holds_with, repairs
from statlint.diagnosis.equations import belief_of, whole_times
from statlint.diagnosis.model import Bound, Condition, Values
from statlint.diagnosis.scale import Numbers, Scale
from statlint.facts import Fact


def condition_of(instance: Instance, numbers: Numbers) -> Condition:
    """Give an edit as a condition on the cells that it names."""
    facts = {numbers.at[fact]: fact for fact in instance.facts}
    return Condition(
        cells=tuple(facts),
        holds_with=partial(_holds_with, instance, facts, numbers.scale),
        holds=not instance.fails,
        proposals=tuple(_proposals(instance, numbers)),
        belief=belief_of(instance),
        bounds=tuple(_bounds(instance, numbers)),
    )


def _bounds(instance: Instance, numbers: Numbers) -> Iterator[Bound]:
    """Give a comparison of sums in whole units; what rounding leaves open is allowed."""
    linear = bound_of(instance)
    if linear is not None:
        times = whole_times(linear, numbers)
        units = times * numbers.scale.units
        terms = tuple((numbers.at[fact], int(weight * times)) for fact, weight in linear.terms)
        constant = Fraction(linear.constant) + allowance(linear.terms)
        yield Bound(terms, int(constant * units))


def _holds_with(
    instance: Instance, facts: Mapping[int, Fact], scale: Scale, values: Values
) -> bool:
    changes = {facts[at]: scale.figure(units) for at, units in values.items() if at in facts}
    return holds_with(instance, changes)


def _proposals(instance: Instance, numbers: Numbers) -> Iterator[tuple[int, int]]:
    """Go through the figures of one cell that mend the edit and that the system can tell."""
    for fact, change in repairs(instance):
        units = change * numbers.scale.units
        if units.denominator == 1 and fact.figure:
            at = numbers.at[fact]
            yield at, numbers.units[at] + int(units)
