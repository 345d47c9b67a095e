"""Figures in whole units of a system, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from statlint.facts import Fact
from statlint.values import Number


@dataclass(frozen=True, slots=True)
class Scale:
    """How many units make 1: a power of ten, so that all figures are whole numbers of them."""

    decimals: int

    @property
    def units(self) -> int:
        """Give the units that make 1."""
        units: int = 10**self.decimals
        return units

    def of(self, number: Number) -> int:
        """Give a figure in units; one with more decimals is rounded."""
        if isinstance(number, int):
            return number * self.units
        return round(number.scaleb(self.decimals))

    def figure(self, units: int) -> Number:
        """Give a number of units as a figure."""
        whole, rest = divmod(units, self.units)
        return Decimal(f"{units}E-{self.decimals}") if rest else whole


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """What cells are in a system: the number of each, and its figure in units (0 without one)."""

    scale: Scale
    at: Mapping[Fact, int]
    units: Sequence[int]


def numbers_of(facts: Sequence[Fact]) -> Numbers:
    """Give some cells their numbers, in the order given."""
    scale = scale_of(facts)
    at = {fact: number for number, fact in enumerate(facts)}
    units = [scale.of(fact.figure.value) if fact.figure else 0 for fact in facts]
    return Numbers(scale, at, units)


def scale_of(facts: Iterable[Fact]) -> Scale:
    """Take the scale that the cell with the most decimals asks for."""
    return Scale(max((decimals_in(fact) for fact in facts), default=0))


def decimals_in(fact: Fact) -> int:
    """Count the decimals that a cell is stored with; none where it holds no figure."""
    return fact.figure.stored[1] if fact.figure else 0
