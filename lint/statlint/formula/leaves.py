"""The cells that a sum adds in the end, where it goes through other sums."""

from __future__ import annotations

from collections import Counter

from statlint.formula.circle import Place, circular_cells
from statlint.formula.formulas import Formulas
from statlint.formula.sums import Sum, sums

_MOST = 20_000
_DEEPEST = 12


class TooManyError(Exception):
    """Raised where a sum goes through too many cells to be followed."""


def leaves_of(one: Sum, formulas: Formulas, depth: int = 0) -> Counter[Place]:
    """Count how often a sum adds each cell that is not such a sum itself."""
    if depth > _DEEPEST or len(one) > _MOST:
        raise TooManyError
    found: Counter[Place] = Counter()
    for grid, cell in one.cells():
        place = grid.index, cell.ref
        part = formulas.ask(sums).get(place)
        # SUBTOTAL leaves out what other SUBTOTALs give.
        if part is None or one.subtotal is None or part.subtotal is None:
            found += leaves_at(place, formulas, depth)
    if len(found) > _MOST:
        raise TooManyError
    return found


def leaves_at(place: Place, formulas: Formulas, depth: int = 0) -> Counter[Place]:
    """Count the cells that make up a cell: itself, or what its sum adds in the end."""
    one = formulas.ask(sums).get(place)
    if one is None or not one.pure or place in formulas.ask(circular_cells):
        return Counter({place: 1})
    return leaves_of(one, formulas, depth + 1)
