"""Events of two cells: figures of neighbours exchanged, a figure in another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.dataclass import replace
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net

_AFAR = 20
"""How much more often figures are exchanged with a neighbour than with one farther off."""
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


def swapped_afar(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Exchange figures of one line or head that are no neighbours, where that mends the equation.

    Only such pairs are tried as differ by the gap, the other cell in an edit that fails as well.
    """
    weights = dict(net.members(equation))
    for weight, beside, step in steps_between(weights.values(), residual):
        for number, its in weights.items():
            value = net.cell(number).value
            if its != weight or not value or not value + step:
                continue
            for places in _beside(net, number):
                for other in net.holding(places).get(value + step, ()):
                    if weights.get(other, 0) == beside and _is_afar(net, number, other):
                        for one in _exchange(net, number, other):
                            yield replace(one, ways=_AFAR * len(places))


def _is_afar(net: Net, number: int, other: int) -> bool:
    """Tell whether cells are no neighbours, and an edit of the other fails."""
    one, its = net.cell(number), net.cell(other)
    apart = abs(one.line - its.line) + abs(one.head - its.head)
    return apart > 1 and any(net.fails(equation) for equation, _ in net.naming.get(other, ()))


def misplaced(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Move a figure to an empty cell of its line or head, where that mends the equation."""
    weights = dict(net.members(equation))
    for weight, beside, step in steps_between(weights.values(), residual):
        for number, its in weights.items():
            value = net.system.cells[number].value
            # Either the figure leaves this cell empty, or it comes to this empty cell.
            if its != weight or value not in (0, -step):
                continue
            for places in _beside(net, number):
                for other in net.holding(places).get(value + step, ()):
                    if weights.get(other, 0) == beside and _open(net, other):
                        source, target = (number, other) if value else (other, number)
                        yield from _carried(net, source, target, len(places))


def steps_between(weights: Iterable[int], residual: int) -> Iterator[tuple[int, int, int]]:
    """Give by how much a cell must change so that an equation is mended, its mate changing back.

    Each is the weight of the cell, that of its mate (0 outside the equation), and the step.
    """
    known = sorted({0, *weights})
    for weight in known:
        for beside in known:
            if weight and weight != beside and residual % (weight - beside) == 0:
                yield weight, beside, -residual // (weight - beside)


def _open(net: Net, number: int) -> bool:
    """Tell whether a cell may change: nothing names it, or something that fails does."""
    naming = net.naming.get(number, ())
    return not naming or any(net.fails(equation) for equation, _ in naming)


def _carried(net: Net, source: int, target: int, ways: int) -> Iterator[Move]:
    changes = {source: 0, target: net.cell(source).value}
    if allowed(net, changes):
        yield move(Slip.MISPLACED, changes, ways=ways)


def _beside(net: Net, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the cells of the line and of the head of a cell."""
    cell = net.cell(number)
    return net.line(cell.table, cell.line), net.head(cell.table, cell.head)
