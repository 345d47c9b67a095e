"""Tests of which failed edits are looked at together."""

from __future__ import annotations

import math

from statlint.diagnosis.components import joined, linking
from statlint.diagnosis.covers import covers
from statlint.diagnosis.model import Cell, Event, Slip, System
from statlint.diagnosis.net import net_of
from statlint.diagnosis.priced import Alone, Priced


def alone(cell: int, cost: float, *mended: int) -> Alone:
    """Make an event that changes a cell of no equation."""
    return Alone(Priced((Event(Slip.OTHER, ((cell, 7),)),), cost), frozenset(mended))


NET = net_of(System(tuple(Cell(0, 0, 0, 0, head) for head in range(6)), ()))


def test_members_are_joined_by_links_in_their_order() -> None:
    assert joined((1, 2, 5, 7, 9), [(7, 1), (9, 2), (2, 4), (5,)]) == [(1, 7), (2, 9), (5,)]


def test_a_chain_of_links_is_one_component() -> None:
    assert joined((1, 2, 3, 4), [(3, 4), (1, 2), (2, 3)]) == [(1, 2, 3, 4)]


def test_only_strong_events_hold_together_what_has_to_be_taken_apart() -> None:
    events = [alone(0, 10, 1, 2), alone(1, 10, 3, 4), alone(2, 30, 2, 3)]

    assert list(linking((1, 2, 3, 4), events, math.inf)) == [{1, 2}, {3, 4}, {2, 3}]
    assert list(linking((1, 2, 3, 4), events, 6.0)) == [{1, 2}, {3, 4}]


def test_covers_mend_each_edit_once() -> None:
    events = [alone(0, 10, 1, 2), alone(1, 11, 3), alone(2, 12, 1), alone(3, 13, 2, 3)]

    found = covers(NET, (1, 2, 3), events, 3)

    assert [(one.cost, sorted(one.changes())) for one in found] == [
        (21, [(0, 7), (1, 7)]),
        (25, [(2, 7), (3, 7)]),
    ]


def test_covers_never_change_a_cell_twice() -> None:
    assert covers(NET, (1, 2), [alone(0, 10, 1), alone(0, 11, 2)], 3) == []


def test_covers_are_of_so_many_events_at_most() -> None:
    events = [alone(cell, 10, cell) for cell in range(4)]

    assert covers(NET, (0, 1, 2, 3), events, 3) == []
