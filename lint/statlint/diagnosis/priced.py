"""Explanations with what they cost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Event

Told: TypeAlias = frozenset[tuple[tuple[int, int], ...] | tuple[int, ...]]
"""What tells explanations apart: the figures, and the cells that an event is about."""


@dataclass(frozen=True, slots=True)
class Priced:
    """Events that together mend failed edits, and −ln of how probable they are."""

    events: tuple[Event, ...]
    cost: float

    def changes(self) -> frozenset[tuple[int, int]]:
        """Give the cells with the figures that they should have."""
        return frozenset(change for event in self.events for change in event.changes)

    def open(self) -> frozenset[int]:
        """Give the cells whose figures nothing tells."""
        return frozenset(cell for event in self.events for cell in event.open)


@dataclass(frozen=True, slots=True)
class Alone:
    """An event that breaks nothing, and the failed edits that it mends."""

    priced: Priced
    mended: frozenset[int]


def distinct(found: Iterable[Priced]) -> list[Priced]:
    """Sort explanations, the cheapest first; of those that tell the same, keep that one."""
    kept: dict[Told, Priced] = {}
    for one in sorted(found, key=by_cost):
        kept.setdefault(told_by(one.events), one)
    return list(kept.values())


def by_cost(priced: Priced) -> tuple[float, tuple[tuple[tuple[int, int], ...], ...]]:
    """Give what explanations are sorted by: the cost, then the changes."""
    return priced.cost, tuple(event.changes for event in priced.events)


def told_by(events: tuple[Event, ...]) -> Told:
    """Give what tells an explanation apart: not the slip, the most probable of which is told."""
    changes = tuple(sorted(change for event in events for change in event.changes))
    more = [cells for event in events for cells in (event.about, event.open) if cells]
    return frozenset([changes, *more])
