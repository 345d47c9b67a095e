"""Events of one cell: it has the figure that mends an equation (Scholtus 2009, eq. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.diagnosis.keystrokes import keystrokes
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net


def single_figures(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Give each cell of an equation the figure that mends it alone."""
    slack = net.system.equations[equation].slack
    for number, weight in net.members(equation):
        cell = net.system.cells[number]
        for new in _figures(net, number, -residual, weight, slack):
            if new != cell.value and (cell.least is None or new >= cell.least):
                yield Move(Event(Slip.OTHER, ((number, new),)))


def _figures(net: Net, number: int, gap: int, weight: int, slack: int) -> Iterator[int]:
    """Give the figures that close a gap: exactly, and where it need not be exact, by one slip.

    Where all else is exact it need be, though figures may be rounded for all that is known.
    """
    cell = net.system.cells[number]
    value = cell.value
    if gap % weight == 0:
        yield value + gap // weight
    if slack and net.rounded and not cell.blank:
        near = sorted(((gap - slack) / weight, (gap + slack) / weight))
        for new in keystrokes(net, number):
            if near[0] <= new - value <= near[1] and (new - value) * weight != gap:
                yield new
