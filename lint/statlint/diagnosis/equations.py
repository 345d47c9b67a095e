"""From one confronted edit to an equation of a system, where it is a weighted sum of cells."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from statlint.confront import Instance, Linear, Verdict, allowance, linear_of
from statlint.diagnosis.model import Equation
from statlint.diagnosis.scale import Numbers
from statlint.finding import Origin
from statlint.form import ONE_SOURCE, EditKind
from statlint.values import decimals_of

_MEANT = 0.995
"""How likely an inferred edit is meant: it was stated because the table bears it out elsewhere."""


def belief_of(instance: Instance) -> float:
    """Give the probability that an edit is true of its table at all."""
    return _MEANT if instance.edit.origin is Origin.INFERRED else 1.0


def equation_of(instance: Instance, numbers: Numbers, edit: int) -> Equation | None:
    """Give an edit as an equation in whole units; None where it is none, or says nothing.

    `edit` is the number of the edit. What holds in another light (as displayed, by rounding) holds
    here as well.
    """
    linear = linear_of(instance)
    if linear is None:
        return None
    times = 1 if linear.whole else whole_times(linear, numbers)
    units = times * numbers.scale.units
    terms = tuple((numbers.at[fact], int(weight * times)) for fact, weight in linear.terms)
    constant = int(linear.constant * units)
    slack = int((allowance(linear.terms) + _room(linear, numbers)) * units)
    gap = abs(sum(weight * numbers.units[at] for at, weight in terms) + constant)
    failed = instance.fails or instance.gapes
    if failed and gap <= slack:
        return None
    return Equation(
        terms=terms,
        constant=constant,
        slack=slack if failed or _is_open(instance) else max(slack, gap),
        stated=_stated(instance, numbers),
        belief=belief_of(instance),
        edit=edit,
    )


def _stated(instance: Instance, numbers: Numbers) -> int | None:
    """Give the total that an edit states; none where it only balances, or carries a figure over."""
    edit, target = instance.edit, instance.target
    if target is None or edit.kind is EditKind.FLOW or edit.across in ONE_SOURCE:
        return None
    return numbers.at.get(target)


def _room(linear: Linear, numbers: Numbers) -> Fraction:
    """Give what rounding adds where a text that is no figure was taken for a rounded one."""
    return sum(
        (
            abs(Fraction(weight)) * Fraction(1, 2 * 10 ** decimals_of(numbers.unread[fact]))
            for fact, weight in linear.terms
            if fact in numbers.unread and fact.measure.rounded
        ),
        Fraction(),
    )


def _is_open(instance: Instance) -> bool:
    """Tell whether a cell that cannot be read leaves it open: as 0 it may well not hold."""
    return instance.verdict is Verdict.NOT_CHECKED and instance.difference is None


def whole_times(linear: Linear, numbers: Numbers) -> int:
    """Say by how much an equation must be multiplied for whole weights and a whole constant."""
    constant = Fraction(linear.constant) * numbers.scale.units
    weights = (Fraction(weight).denominator for _, weight in linear.terms)
    return lcm(*weights, constant.denominator)
