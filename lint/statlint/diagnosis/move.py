"""An event that a search tries, before it is priced."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.net import Net


@dataclass(frozen=True, slots=True)
class Move:
    """An event; `ways` is among how many like it it was found (which cell, which run of parts).

    `evidence` is ln of how much more probable what is seen is with it, beside the figures that it
    changes. `mended` are the edits that it mends, where it leaves figures open. `like` are the
    events that move the same figures, among which those hardly tell it.
    """

    event: Event
    ways: int = 1
    evidence: float = 0.0
    mended: frozenset[int] | None = None
    like: tuple[Event, ...] = ()


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
