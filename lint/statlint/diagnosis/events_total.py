"""Events of totals: one that is behind its parts, or was reckoned with a wrong one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net, Way

_BOTH = (Way.LINE, Way.HEAD, Way.NEITHER)


def recomputed(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Change a part, and with it the totals along one way: another is left behind."""
    stated = net.system.equations[equation].stated
    for number, weight in net.members(equation):
        if residual % weight:
            continue
        new = net.cell(number).value - residual // weight
        along = {way for way, _, _ in net.over(number)}
        for ways in ((Way.LINE,), (Way.HEAD,), _BOTH):
            if along.isdisjoint(ways):
                continue  # no total would follow
            if stated not in (None, number) and ways == _BOTH:
                continue  # the total of this equation would follow, and it would stay as broken
            changes = followed(net, number, new, ways, but=stated)
            if len(changes) > 1 and allowed(net, changes):
                slip = Slip.STALE_TOTAL if number == stated else Slip.RECOMPUTED
                yield move(slip, changes)


def stale(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Let the total of an equation follow its parts."""
    stated = net.system.equations[equation].stated
    for number, weight in net.members(equation):
        if number == stated and residual % weight == 0:
            changes = {number: net.cell(number).value - residual // weight}
            if allowed(net, changes):
                yield move(Slip.STALE_TOTAL, changes)


def followed(
    net: Net, number: int, new: int, ways: Collection[Way], *, but: int | None = None
) -> dict[int, int]:
    """Give a cell a figure, and let the totals over it along some ways follow, but for one.

    Only the cell itself where there are too many, or where totals go round in a circle.
    """
    step = new - net.system.cells[number].value
    steps = {number: step}
    queue = [(number, step)]
    for cell, more in queue:
        if len(queue) > _MOST:
            return {number: new}
        for way, total, weight in net.over(cell):
            if way in ways and total != but:
                steps[total] = steps.get(total, 0) + more * weight
                queue.append((total, more * weight))
    return {cell: net.system.cells[cell].value + step for cell, step in steps.items() if step}


_MOST = 24
"""Totals that one event may reckon anew."""
