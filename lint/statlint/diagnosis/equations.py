"""From one confronted edit to an equation of a system, where it is a weighted sum of cells."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from statlint.confront import Instance, Verdict, allowance, constant_of, terms_of
from statlint.diagnosis.model import Equation
from statlint.diagnosis.scale import Scale
from statlint.facts import Fact
from statlint.finding import Origin

_MEANT = 0.995
"""How likely an inferred edit is meant: it was stated because the table bears it out elsewhere."""


def belief_of(instance: Instance) -> float:
    """Give the probability that an edit is true of its table at all."""
    return _MEANT if instance.edit.origin is Origin.INFERRED else 1.0


def equation_of(
    instance: Instance, at: Mapping[Fact, int], scale: Scale, edit: int
) -> Equation | None:
    """Give an edit as an equation in whole units; None where it is none, or says nothing.

    `at` numbers the cells, `edit` is the number of the edit. What holds in another light (as
    displayed, by rounding) holds here as well.
    """
    terms = terms_of(instance)
    constant = constant_of(instance, terms)
    if not terms or constant is None:
        return None
    times = lcm(*(Fraction(weight).denominator for _, weight in terms), _units(constant, scale))
    units = times * scale.units
    slack = int(allowance(terms) * units)
    gap = abs(int(Fraction(instance.difference or 0) * units))
    if instance.verdict is Verdict.FAILS and gap <= slack:
        return None
    return Equation(
        terms=tuple((at[fact], int(Fraction(weight) * times)) for fact, weight in terms),
        constant=int(constant * units),
        slack=slack if instance.fails or instance.gapes else max(slack, gap),
        stated=None if instance.target is None else at.get(instance.target),
        belief=belief_of(instance),
        edit=edit,
    )


def _units(constant: Fraction, scale: Scale) -> int:
    return (constant * scale.units).denominator
