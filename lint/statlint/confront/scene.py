"""Where an edit is evaluated, and what a cell there is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from statlint.confront.quantity import UNKNOWN, Quantity, add
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.form import Condition, Name, Operand, Span, ValueKind, named
from statlint.values import Number


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """The figures that places are taken among, from the lowest; all of them and each one once.

    `unknown` are the cells without a figure, `size` counts all.
    """

    heights: tuple[Number, ...]
    distinct: tuple[Number, ...]
    unknown: tuple[Fact, ...]
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Where an edit is evaluated: how a name becomes a fact (None: no such cell), a span names.

    `displayed` takes figures as their number formats show them, in place of what is stored. `board`
    is set where all places of an edit are taken among the same figures.
    """

    resolve: Callable[[Name], Fact | None]
    expand: Callable[[Span], tuple[Name, ...]]
    displayed: bool = False
    board: Board | None = None

    def names(self, part: Operand | Condition | Span) -> Iterator[Name]:
        """Go through the names of an expression in the order written, spans spread out."""
        yield from self.spread(named(part))

    def spread(self, names: Iterable[Name | Span]) -> Iterator[Name]:
        """Go through names, spans spread out."""
        for found in names:
            if isinstance(found, Name):
                yield found
            else:
                yield from self.expand(found)

    def facts(self, part: Operand | Condition | Span) -> list[Fact | None]:
        """Give the cells that an expression names, in the order written."""
        if isinstance(part, Name):
            return [self.resolve(part)]
        return [self.resolve(name) for name in self.names(part)]

    def quantity(self, fact: Fact | None, *, rounded: bool = False) -> Quantity:
        """Give the quantity of a cell; `rounded` takes it for rounded whatever its kind."""
        return quantity_of(fact, rounded=rounded, displayed=self.displayed)


def quantity_of(fact: Fact | None, *, rounded: bool = False, displayed: bool = False) -> Quantity:
    """Give the quantity of a cell: exact or rounded, 0 or more where blank, unknown otherwise."""
    if fact is None:
        return UNKNOWN
    figure = fact.figure
    if figure is None:
        lowest = None if fact.measure.kind.signed else 0
        guess = 0 if fact.empty else None
        return Quantity(guess, guess, guess, lowest, None)
    value, decimals = figure.displayed if displayed else figure.stored
    if not (rounded or fact.measure.rounded or fact.measure.kind is ValueKind.SHARE):
        return Quantity.exactly(value)
    half = Decimal(5).scaleb(-decimals - 1)
    low, high = add(value, -half), add(value, half)
    return Quantity(value, low, high, low, high)
