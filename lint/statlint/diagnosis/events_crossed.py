"""Events told by two conditions that each ask for the figure of the other: shares, rates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from statlint.dataclass import replace
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net

_MOST = 40
"""Cells for which figures are asked, among which pairs are looked for."""


def crossed(net: Net) -> Iterator[Move]:
    """Exchange two figures that are asked for in each other's place, or else the lines of them.

    Two shares stand in the wrong place where they were exchanged, and just so where all else of
    their lines was.
    """
    asked = dict(_asked(net))
    if len(asked) > _MOST:
        return
    for one, other in combinations(asked, 2):
        if asked[one] == net.cell(other).value and asked[other] == net.cell(one).value:
            steps = _steps(net, one, other)
            if steps:
                own = move(Slip.SWAPPED, {one: asked[one], other: asked[other]}, ways=steps)
                told = (own, *_lines(net, one, other, steps))
                # The condition says that a figure suits its line: it would count twice.
                alike = tuple(tried.event for tried in told)
                yield from (replace(tried, like=alike) for tried in told)


def _asked(net: Net) -> Iterator[tuple[int, int]]:
    """Give the figures that unmet conditions propose, in cells that may have them."""
    for condition in net.system.conditions:
        if not condition.holds:
            yield from (one for one in condition.proposals if allowed(net, dict([one])))


def _steps(net: Net, one: int, other: int) -> int:
    """Count how far apart two cells under one head stand; 0 where they do not."""
    first, second = net.cell(one), net.cell(other)
    if (first.table, first.head) != (second.table, second.head):
        return 0
    return abs(first.line - second.line)


def _lines(net: Net, one: int, other: int, steps: int) -> Iterator[Move]:
    """Exchange the figures of two lines but for two that stand where they should."""
    first, second = net.cell(one), net.cell(other)
    changes: dict[int, int] = {}
    for place in net.line(first.table, first.line):
        mate = net.at.get((second.table, second.line, net.cell(place).head))
        if place != one and mate is not None and net.cell(mate).value != net.cell(place).value:
            changes |= {place: net.cell(mate).value, mate: net.cell(place).value}
    if changes and allowed(net, changes):
        yield move(Slip.EXCHANGED, dict(sorted(changes.items())), ways=steps)
