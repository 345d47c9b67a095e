"""Figures in whole units of a system, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.values import Number, decimals_of


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
    unread: Mapping[Fact, Number]
    """What texts that are no figures were taken for."""


def numbers_of(facts: Sequence[Fact], unread: Mapping[Fact, Number] | None = None) -> Numbers:
    """Give some cells their numbers, in the order given; `unread` are figures that texts mean."""
    meant = unread or {}
    scale = scale_of(facts, meant.values())
    at = {fact: number for number, fact in enumerate(facts)}
    figures = (fact.figure.value if fact.figure else meant.get(fact, 0) for fact in facts)
    return Numbers(scale, at, [scale.of(figure) for figure in figures], meant)


def scale_of(facts: Iterable[Fact], figures: Iterable[Number] = ()) -> Scale:
    """Take the scale that the cell, or the figure, with the most decimals asks for."""
    return Scale(max((*map(decimals_in, facts), *map(decimals_of, figures)), default=0))


def decimals_in(fact: Fact) -> int:
    """Count the decimals that a cell is stored with; none where it holds no figure."""
    return fact.figure.stored[1] if fact.figure else 0
