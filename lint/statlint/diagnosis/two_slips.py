"""Explain one failed sum by two slips in it, where no single one is likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from statlint.diagnosis.keystrokes import keystrokes
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.move import Move, allowed
from statlint.diagnosis.net import Net
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.priced import Priced, distinct

_MOST_CELLS = 16
"""Cells that a sum may have: among more too many pairs fit by chance to tell anything."""
_MOST_PAIRS = 1_000
_MARGIN = 6.0
"""A pair that costs more than the cheapest explanation by this hardly counts."""


def two_slips(net: Net, pricer: Pricer, equation: int, cheapest: float) -> list[Priced]:
    """Give the pairs of slips that mend a sum, each in a cell of no other edit that holds.

    Where another edit holds, both its cell and one more would have to be wrong for it.
    """
    cells = [cell for cell, _ in net.members(equation) if _only_in(net, cell, equation)]
    if not 1 < len(cells) <= _MOST_CELLS:
        return []
    found = []
    costs: dict[tuple[int, int], tuple[Event, float]] = {}
    for pair in _pairs(net, equation, cells):
        for change in pair:
            if change not in costs:
                costs[change] = pricer.price(Move(Event(Slip.OTHER, (change,))))
        events, prices = zip(*(costs[change] for change in pair), strict=True)
        if sum(prices) <= cheapest + _MARGIN:
            found.append(Priced(events, sum(prices)))
    return distinct(found)


def _only_in(net: Net, cell: int, equation: int) -> bool:
    """Tell whether a cell moves nothing else."""
    return not net.under.get(cell) and all(one == equation for one, _ in net.weights(cell))


def _pairs(
    net: Net, equation: int, cells: list[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Go through pairs of figures, each a slip away from what is seen, that mend a sum."""
    weights = dict(net.members(equation))
    moved = {cell: _moved(net, cell, weights[cell]) for cell in cells}
    count = 0
    for one, other in combinations(cells, 2):
        for step, figures in moved[one].items():
            for new in moved[other].get(-net.residuals[equation] - step, ()):
                for first in figures:
                    yield (one, first), (other, new)
                    count += 1
                    if count >= _MOST_PAIRS:
                        return


def _moved(net: Net, cell: int, weight: int) -> dict[int, list[int]]:
    """Give the figures a slip away by how far each moves the sum."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for new in keystrokes(net, cell):
        if allowed(net, {cell: new}):
            found[weight * (new - net.cell(cell).value)].append(new)
    return found
