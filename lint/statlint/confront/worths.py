"""What the cells of a filled form are worth, as whole numbers of one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from statlint.dataclass import dataclass, field
from statlint.facts import Fact, Facts
from statlint.form import ValueKind
from statlint.values import Number, decimals_of, exact

_WHOLE = -1
"""Stands for the decimals of a figure that is stored as a whole number."""


@dataclass(frozen=True, slots=True, eq=False)
class Worths:
    """Figures counted in halves of the last digit that any of them shows.

    `unit` is what stands for 1. `values` has 0 for a cell without a figure; `rooms` says how far
    rounding may have moved a figure that counts as rounded, `places` how many decimals it is
    stored with. `holes` are the cells without a figure, and None, which stands for a cell that is
    not there; `odd` are those with a figure that no whole number of this unit stands for.
    """

    decimals: int
    unit: int
    values: dict[Fact | None, int] = field(default_factory=lambda: {None: 0})
    rooms: dict[Fact | None, int] = field(default_factory=dict)
    places: dict[Fact | None, int] = field(default_factory=dict)
    holes: set[Fact | None] = field(default_factory=lambda: {None})
    odd: set[Fact | None] = field(default_factory=set)

    def room(self, cells: Iterable[Fact | None]) -> int:
        """Give how far rounding may have moved a sum of cells."""
        return sum(self.rooms.get(cell, 0) for cell in cells) if self.rooms else 0

    def number(self, value: int, cells: Iterable[Fact | None]) -> Number:
        """Give a sum of cells as exact arithmetic does: with the decimals of the finest of them."""
        places = _WHOLE
        if self.places:
            places = max((self.places.get(cell, _WHOLE) for cell in cells), default=_WHOLE)
        if places == _WHOLE:
            return value // self.unit
        return exact.shifted(value * 10**places // self.unit, places)


def worths_of(facts: Sequence[Facts]) -> Worths:
    """Say what all cells of some tables are worth."""
    figures = [figure for one in facts for cell in one if (figure := cell.figure) is not None]
    decimals = max((figure.stored[1] for figure in figures), default=0)
    worths = Worths(decimals, 2 * 10**decimals)
    for one in facts:
        for cell in one:
            _take(cell, worths)
    return worths


def _take(cell: Fact, worths: Worths) -> None:
    figure = cell.figure
    if figure is None:
        worths.holes.add(cell)
        worths.values[cell] = 0
        return
    value, decimals = figure.stored
    if isinstance(value, int):
        worths.values[cell] = value * worths.unit
    else:
        worths.values[cell] = int(exact.multiply(value, worths.unit))
        worths.places[cell] = decimals_of(value)
        if _is_odd(value):
            worths.odd.add(cell)
    if cell.measure.rounded or cell.measure.kind is ValueKind.SHARE:
        worths.rooms[cell] = 10 ** (worths.decimals - decimals)


def _is_odd(value: Decimal) -> bool:
    """Tell whether a number is written with a negative zero, or in tens and more: 1E+3."""
    _, _, exponent = value.as_tuple()
    return not isinstance(exponent, int) or exponent > 0 or (not value and value.is_signed())
