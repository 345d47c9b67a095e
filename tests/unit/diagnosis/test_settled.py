"""Tests of what edits tell of cells that are wrong together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfooted import crossfooted
from statlint.diagnosis.model import Condition, System, Values
from statlint.diagnosis.net import net_of
from statlint.diagnosis.settled import Settled, settled

SEEN = ((5, 2, 3, 10), (1, 4, 6, 11), (7, 8, 9, 24), (13, 14, 18, 45))


def found(
    unknown: tuple[int, ...], changes: dict[int, int] | None = None, system: System | None = None
) -> Settled | None:
    return settled(net_of(system or crossfooted(SEEN, along=False)), changes or {}, unknown)


def test_an_equation_tells_the_one_cell_that_it_is_left_with() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][1], grid[0][3] = 20, 31

    told = found((0, 1, 2, 3), system=crossfooted(grid, along=False))

    assert told == Settled({1: 2, 3: 10}, (), frozenset({1, 3}))


def test_cells_that_share_their_equations_stay_open() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][1], grid[1][1] = 20, 40

    told = found((1, 5), system=crossfooted(grid, along=False))

    assert told == Settled({}, (1, 5), frozenset({1}))


def test_equations_that_cross_tell_each_cell() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][0], grid[1][1] = 50, 40

    told = found((0, 1, 5), system=crossfooted(grid))

    assert told == Settled({0: 5, 5: 4}, (), frozenset({0, 1, 4, 5}))


@pytest.mark.parametrize(
    ("changes", "unknown"),
    [
        pytest.param({0: 6}, (), id="a change that breaks what held"),
        pytest.param({}, (0,), id="nothing to change"),
        pytest.param({0: 100}, (4,), id="a figure lower than it may be"),
    ],
)
def test_what_cannot_be_is_not_settled(changes: dict[int, int], unknown: tuple[int, ...]) -> None:
    assert found(unknown, changes) is None


def test_contradicting_equations_are_not_settled() -> None:
    """Lines ask for 5 more in a block than heads do."""
    grid = [list(values) for values in SEEN]
    grid[0][3] += 5

    assert found((0, 1, 4, 5), system=crossfooted(grid)) is None


def test_room_for_rounding_tells_nothing_of_several() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][1], grid[1][1] = 20, 40

    told = found((1, 5), system=crossfooted(grid, along=False, slack=1))

    assert told == Settled({}, (1, 5), frozenset({1}))


def test_conditions_over_open_cells_may_hold() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][1], grid[1][1] = 20, 40
    system = crossfooted(grid, along=False)
    conditions = (
        Condition((1, 0), _never, holds=False),
        Condition((5, 0), _never),
    )

    told = found((1, 5), system=replace(system, conditions=conditions))

    assert told == Settled({}, (1, 5), frozenset({1, 4}))


@pytest.mark.parametrize(
    ("condition", "mended"),
    [
        pytest.param(Condition((1,), lambda _: False), None, id="one that held"),
        pytest.param(
            Condition((1,), lambda _: True, holds=False), frozenset({1, 4}), id="one that failed"
        ),
        pytest.param(
            Condition((1,), lambda _: False, holds=False), frozenset({1}), id="one that still fails"
        ),
    ],
)
def test_conditions_over_told_cells_are_asked(
    condition: Condition, mended: frozenset[int] | None
) -> None:
    grid = [list(values) for values in SEEN]
    grid[0][1] = 20
    system = replace(crossfooted(grid, along=False), conditions=(condition,))

    told = found((1,), system=system)

    assert (told.mended if told else None) == mended


def _never(_: Values) -> bool:
    return False


def test_room_for_rounding_binds_where_all_that_holds_is_exact() -> None:
    grid = [list(values) for values in SEEN]
    grid[0][0] = 50
    system = crossfooted(grid)
    loose = tuple(replace(one, slack=3) for one in system.equations)

    told = found((0,), system=replace(system, equations=loose))

    assert told == Settled({0: 5}, (), frozenset({0, 4}))
