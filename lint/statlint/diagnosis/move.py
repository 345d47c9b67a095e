"""An event that a search tries, before it is priced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.net import Net


@dataclass(frozen=True, slots=True)
class Move:
    """An event; `ways` is among how many like it it was found (which cell, which run of parts)."""

    event: Event
    ways: int = 1


def move(slip: Slip, changes: dict[int, int], about: tuple[int, ...] = (), ways: int = 1) -> Move:
    """Make a move; its changes in the order given."""
    return Move(Event(slip, tuple(changes.items()), about), ways)


def allowed(net: Net, changes: dict[int, int]) -> bool:
    """Tell whether cells may be wrong, and may have these figures."""
    for number, new in changes.items():
        cell = net.system.cells[number]
        if cell.fixed or cell.derived or (cell.least is not None and new < cell.least):
            return False
    return True


def proposed(net: Net) -> Iterator[Move]:
    """Give the figures that unmet conditions propose for one cell each."""
    for condition in net.system.conditions:
        if not condition.holds:
            for cell, new in condition.proposals:
                if allowed(net, {cell: new}):
                    yield move(Slip.OTHER, {cell: new})
