"""Events of a run of cells: its figures stand one place on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net, Way

_LONGEST = 60
"""Cells that a run may have."""


def shifted(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Put a run of figures back by one place, where that mends the equation."""
    own = net.way(equation)
    for number, weight in net.members(equation):
        if residual % weight:
            continue
        cell = net.cell(number)
        new = cell.value - residual // weight
        for run, way in (
            (net.line(cell.table, cell.line), Way.LINE),
            (net.head(cell.table, cell.head), Way.HEAD),
        ):
            if way is own:
                continue
            at = run.index(number)
            for side in (1, -1):
                if 0 <= at + side < len(run) and net.cell(run[at + side]).value == new:
                    yield from _run(net, run, at, side, way)


def _run(net: Net, run: Sequence[int], start: int, side: int, way: Way) -> Iterator[Move]:
    """Take the cells around one that all should have the figure of the cell to their side."""
    changes: dict[int, int] = {}
    first = start
    while 0 <= first - side < len(run) and _fits(net, run, first - side, side, way):
        first -= side
    last = start
    while 0 <= last + side < len(run) and _fits(net, run, last + side, side, way):
        last += side
    for at in range(first, last + side, side):
        changes[run[at]] = net.cell(run[at + side]).value
    if not any(new and new != net.cell(one).value for one, new in changes.items()):
        return  # only figures that go away: nothing says that they came from the side
    if 0 <= last + side < len(run):
        changes |= _lost(net, run[last + side], way)
    changes = {one: new for one, new in changes.items() if new != net.cell(one).value}
    if 2 <= len(changes) <= _LONGEST and allowed(net, changes):  # noqa: PLR2004 - a run
        yield move(Slip.SHIFTED, changes, ways=2 * len(run))


def _fits(net: Net, run: Sequence[int], at: int, side: int, way: Way) -> bool:
    """Tell whether the figure to the side mends every equation across a cell."""
    if not 0 <= at + side < len(run):
        return False
    number = run[at]
    step = net.cell(run[at + side]).value - net.cell(number).value
    over = [one for one in net.weights(number) if net.way(one[0]) is not way]
    return not step or (
        bool(over)
        and net.free(number)
        and all(
            abs(net.residuals[equation] + weight * step) <= net.system.equations[equation].slack
            for equation, weight in over
        )
    )


def _lost(net: Net, number: int, way: Way) -> dict[int, int]:
    """Give the figure that was pushed out, if an equation across its cell tells it."""
    for equation, weight in net.weights(number):
        off = net.residuals[equation]
        if net.way(equation) is not way and net.fails(equation) and off % weight == 0:
            return {number: net.cell(number).value - off // weight}
    return {}


def shifted_along(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Put the figures of an equation along a line back by one; the one pushed out mends it."""
    if net.way(equation) is not Way.LINE:
        return
    places = [cell for cell, _ in net.system.equations[equation].terms]
    run = sorted(places, key=lambda one: net.cell(one).head)
    weights = dict(net.members(equation))
    if len(run) > _LONGEST or any(cell not in weights for cell in run):
        return
    for side in (1, -1):
        order = run if side == 1 else run[::-1]
        for end in (len(order), len(order) - 1):
            for start in range(end - 2):
                if not net.cell(order[start]).value:
                    yield from _pushed(net, order[start:end], weights, residual)


def _pushed(net: Net, run: Sequence[int], weights: dict[int, int], residual: int) -> Iterator[Move]:
    """Give each cell of a run the figure of the next, and the last what is missing."""
    changes = {one: net.cell(after).value for one, after in pairwise(run)}
    changes = {one: new for one, new in changes.items() if new != net.cell(one).value}
    left = residual + sum(
        weights[one] * (new - net.cell(one).value) for one, new in changes.items()
    )
    if left % weights[run[-1]] == 0:
        last = net.cell(run[-1]).value - left // weights[run[-1]]
        if last != net.cell(run[-1]).value:
            changes[run[-1]] = last
        if len(changes) > 1 and allowed(net, changes):
            yield move(Slip.SHIFTED, changes, ways=2 * len(run))
