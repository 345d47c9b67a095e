"""Which figure of a sentence that does not add up is likely to be the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from statlint.confront import Instance
from statlint.dataclass import dataclass
from statlint.diagnosis.model import Slip
from statlint.diagnosis.slips import slips
from statlint.facts import Fact
from statlint.values import Number

_OF_WHOLE = 1.0
"""How much more often a whole is wrong than all of its parts together: it is reckoned, or was not
reckoned again when a part was changed."""


@dataclass(frozen=True, slots=True, eq=False)
class Guess:
    """A figure, what it may have to be, by which slip it came about, and how likely that is."""

    fact: Fact
    figure: Number
    slip: Slip
    probability: float


def guesses(instance: Instance) -> list[Guess]:
    """Say of each figure of an equation how likely it is to be the one that is wrong.

    The most likely come first; what no figure of the same kind mends is left out.
    """
    found = list(_candidates(instance))
    whole = sum(one.probability for one in found) or 1.0
    told = (Guess(one.fact, one.figure, one.slip, one.probability / whole) for one in found)
    return sorted(told, key=lambda one: -one.probability)


def _candidates(instance: Instance) -> Iterator[Guess]:
    if instance.left is None or instance.right is None:
        return
    gap = Fraction(instance.left) - Fraction(instance.right)
    parts = max(1, len(instance.weights) - 1)
    for fact, weight in instance.weights:
        figure = fact.figure
        if figure is None or fact.path:
            continue
        places = 10 ** figure.stored[1]
        seen = Fraction(figure.value) * places
        meant = seen - gap / Fraction(weight) * places
        if meant.denominator != 1 or seen.denominator != 1 or meant < 0:
            continue
        slip, odds = max(slips(int(meant), int(seen)), key=lambda one: one[1])
        prior = parts * _OF_WHOLE if fact is instance.target else 1.0
        value = int(meant) if places == 1 else Decimal(int(meant)).scaleb(-figure.stored[1])
        yield Guess(fact, value, slip, odds * prior)
