"""Events of totals: one that is behind its parts, or was reckoned with a wrong one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net, Way

_BOTH = (Way.LINE, Way.HEAD, Way.NEITHER)


def recomputed(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Change a part, and with it a total, or the totals along one way: another is left behind."""
    stated = net.system.equations[equation].stated
    for number, weight in net.members(equation):
        new, least = net.figures[number] - residual // weight, net.cell(number).least
        if residual % weight or (least is not None and new < least):
            continue
        told: list[dict[int, int]] = []
        for changes in _reckoned_with(net, number, new, equation):
            if changes not in told and len(changes) > 1 and allowed(net, changes):
                told.append(changes)
                slip = Slip.STALE_TOTAL if number == stated else Slip.RECOMPUTED
                yield move(slip, changes)


def _reckoned_with(net: Net, number: int, new: int, equation: int) -> Iterator[dict[int, int]]:
    """Give a part with the totals that follow it; that of the equation stays behind.

    It would stay as broken.
    """
    stated = net.system.equations[equation].stated
    over = [one for one in net.over(number) if one[1] != stated]
    if not over:
        return
    step = new - net.figures[number]
    for _, total, weight, link in over:
        if _all_fail(net, total, link):
            yield {number: new, total: net.figures[total] + weight * step}
    along = {way for way, *_ in over}
    for way in (Way.LINE, Way.HEAD):
        if way in along:
            yield followed(net, number, new, (way,), but=stated)
    if stated in (None, number):
        yield followed(net, number, new, _BOTH, but=stated)


def _all_fail(net: Net, total: int, link: int) -> bool:
    """Tell whether all equations of a total fail, but for one."""
    for equation, _ in net.naming[total]:
        if equation != link and equation not in net.failing:
            return False
    return True


def reckoned(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Change a part, and with it all totals over it, where only an equation of no total fails.

    So stand the figures of a sheet of formulas in which one part was written wrong: all sums hold,
    and what opening and additions come to does not.
    """
    if net.system.equations[equation].stated is not None:
        return
    for number in _below(net, equation):
        value = net.cell(number).value
        unit = followed(net, number, value + 1, _BOTH)
        weight = net.effect(unit.items()).get(equation, 0)
        if len(unit) > 1 and weight and residual % weight == 0:
            step = -residual // weight
            changes = {
                cell: net.cell(cell).value + (new - net.cell(cell).value) * step
                for cell, new in unit.items()
            }
            if allowed(net, changes):
                yield move(Slip.RECOMPUTED, changes)


def _below(net: Net, equation: int) -> Sequence[int]:
    """Give the cells of an equation, the parts of those that are totals, and theirs again."""
    found = dict.fromkeys(cell for cell, _ in net.members(equation))
    queue = list(found)
    for cell in queue:
        for one, _ in net.naming.get(cell, ()):
            if net.system.equations[one].stated == cell and len(queue) < _MOST_BELOW:
                queue += [part for part, _ in net.members(one) if part not in found]
                found.update(dict.fromkeys(queue))
    return queue


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

    Only the cell itself where there are too many, or where totals go round in a circle. A total
    that is reached by several ways (that of all lines and heads) is reckoned by the first.
    """
    step = new - net.figures[number]
    steps = {number: step}
    by: dict[int, int] = {}
    queue = [(number, step)]
    for cell, more in queue:
        if len(queue) > _MOST:
            return {number: new}
        for way, total, weight, equation in net.over(cell):
            if way in ways and total != but and by.setdefault(total, equation) == equation:
                steps[total] = steps.get(total, 0) + more * weight
                queue.append((total, more * weight))
    return {cell: net.figures[cell] + step for cell, step in steps.items() if step}


_MOST_BELOW = 300
"""Parts of totals, and of these, that are looked at."""
_MOST = 24
"""Totals that one event may reckon anew."""
