"""Events of two cells: figures of neighbours exchanged, a figure in another's place."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net

_SIDES = ((0, -1), (0, 1), (-1, 0), (1, 0))


def swapped(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Exchange each cell of an equation with its neighbours, where that mends the equation."""
    weights = dict(net.members(equation))
    cells = net.system.cells
    for number, weight in weights.items():
        cell = cells[number]
        for down, along in _SIDES:
            other = net.at.get((cell.table, cell.line + down, cell.head + along))
            if other is None:
                continue
            step = cells[other].value - cell.value
            if step and (weight - weights.get(other, 0)) * step == -residual:
                yield from _exchange(net, number, other)


def _exchange(net: Net, one: int, other: int) -> Iterator[Move]:
    changes = {one: net.cell(other).value, other: net.cell(one).value}
    if allowed(net, changes):
        yield move(Slip.SWAPPED, dict(sorted(changes.items())))


def misplaced(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Move a figure to an empty cell of its line or head, where that mends the equation."""
    weights = dict(net.members(equation))
    for number, weight in weights.items():
        if residual % weight:
            continue
        cell = net.cell(number)
        new = cell.value - residual // weight
        # Either the figure leaves this cell empty, or it comes to this empty cell.
        if cell.value and not new:
            for other in _beside(net, number):
                if not net.cell(other).value and other not in weights:
                    yield from _carried(net, number, other)
        elif new and not cell.value:
            for other in _beside(net, number):
                if net.cell(other).value == new and other not in weights:
                    yield from _carried(net, other, number)


def _carried(net: Net, source: int, target: int) -> Iterator[Move]:
    changes = {source: 0, target: net.cell(source).value}
    if allowed(net, changes):
        yield move(Slip.MISPLACED, changes, ways=len(_beside(net, source)))


def _beside(net: Net, number: int) -> tuple[int, ...]:
    """Give the other cells of the line and of the head of a cell."""
    cell = net.cell(number)
    along = net.line(cell.table, cell.line)
    down = net.head(cell.table, cell.head)
    return tuple(one for one in (*along, *down) if one != number)
