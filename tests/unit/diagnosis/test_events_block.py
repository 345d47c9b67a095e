"""Tests of blocks whose figures stand one place on, or are in another unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfooted import Grid, crossfooted, told, with_cell
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Certainty, Event, Slip

# Six lines and four heads with their totals; every figure is another.
RIGHT = (
    (91, 27, 83, 54, 255),
    (340, 65, 31, 118, 554),
    (52, 14, 73, 39, 178),
    (206, 43, 19, 64, 332),
    (77, 36, 58, 22, 193),
    (125, 48, 95, 81, 349),
)
WHOLE = (*RIGHT, tuple(sum(values) for values in zip(*RIGHT, strict=True)))
WIDTH = len(WHOLE[0])


def seen(changes: dict[tuple[int, int], int]) -> Grid:
    grid = [list(values) for values in WHOLE]
    for (line, head), value in changes.items():
        grid[line][head] = value
    return grid


def moved(lines: range, heads: range, down: int, along: int, left: int | None) -> Grid:
    """Move a block on; the line or head that it leaves holds a figure, or None: what it held."""
    changes = {
        (line + down, head + along): WHOLE[line][head]
        for line in lines
        for head in heads
        if line + down in lines and head + along in heads
    }
    for line in lines:
        for head in heads:
            if left is not None and not (line - down in lines and head - along in heads):
                changes[line, head] = left
    return seen(changes)


def truth(grid: Grid) -> dict[int, int]:
    return {
        line * WIDTH + head: value
        for line, values in enumerate(WHOLE)
        for head, value in enumerate(values)
        if grid[line][head] != value
    }


MOVES = [
    pytest.param(range(1, 5), range(1, 3), 1, 0, 0, id="down, zeros left"),
    pytest.param(range(1, 5), range(1, 3), 1, 0, None, id="down, left as it was"),
    pytest.param(range(1, 5), range(3), -1, 0, 0, id="up, zeros left"),
    pytest.param(range(1, 5), range(3), -1, 0, None, id="up, left as it was"),
    pytest.param(range(1, 4), range(4), 0, 1, 0, id="to the right, zeros left"),
    pytest.param(range(2, 5), range(4), 0, -1, 0, id="to the left, zeros left"),
    pytest.param(range(2, 5), range(4), 0, -1, None, id="to the left, left as it was"),
    pytest.param(range(6), range(2, 4), 1, 0, 0, id="down to the end of the table"),
]


@pytest.mark.parametrize(("lines", "heads", "down", "along", "left"), MOVES)
def test_a_block_is_put_back(
    lines: range, heads: range, down: int, along: int, left: int | None
) -> None:
    grid = moved(lines, heads, down, along, left)

    causes = diagnose(crossfooted(grid))

    assert told(causes) == [("located", [[("shifted", truth(grid))]])]


def test_figures_that_pushed_out_a_zero_are_put_back() -> None:
    """They are the same figures in another order, but nobody exchanged them."""
    right = [list(values) for values in WHOLE]
    right[4][2] = 0
    right[-1][2] -= 58
    for line in (4, -1):
        right[line][-1] = sum(right[line][:-1])
    grid = [list(values) for values in right]
    for line, value in zip(range(1, 5), (0, 31, 73, 19), strict=True):
        grid[line][2] = value

    causes = diagnose(crossfooted(grid))

    changes = {line * WIDTH + 2: right[line][2] for line in range(1, 5)}
    assert told(causes) == [("located", [[("shifted", changes)]])]


def test_figures_exchanged_between_lines_did_not_move_on() -> None:
    grid = [list(values) for values in seen({(1, 1): 0, (1, 2): 0, (2, 1): 65, (2, 2): 31})]
    right = [list(values) for values in grid]
    right[1][1:3], right[2][1:3] = [65, 31], [0, 0]
    for line in (1, 2):
        grid[line][-1] = right[line][-1] = sum(right[line][:-1])
    for head in range(WIDTH):
        grid[-1][head] = right[-1][head] = sum(right[line][head] for line in range(6))

    (cause,) = diagnose(crossfooted(grid))

    slips = {event.slip for one in cause.explanations for event in one.events}
    assert Slip.SHIFTED not in slips


def test_a_block_that_left_blanks_is_put_back() -> None:
    grid = moved(range(1, 5), range(1, 3), 1, 0, 0)
    system = crossfooted(grid)
    for cell in (WIDTH + 1, WIDTH + 2):
        system = with_cell(system, cell, blank=True)

    causes = diagnose(system)

    assert told(causes) == [("located", [[("shifted", truth(grid))]])]


def test_what_was_overwritten_stays_open_where_sums_run_one_way() -> None:
    grid = moved(range(1, 5), range(1, 3), 1, 0, 0)
    kept = {cell: new for cell, new in truth(grid).items() if cell // WIDTH < 4}

    (cause,) = diagnose(crossfooted(grid, down=False))

    (explanation,) = cause.explanations
    lost = (4 * WIDTH + 1, 4 * WIDTH + 2)
    assert cause.certainty is Certainty.BLOCK
    assert explanation.events == (Event(Slip.SHIFTED, tuple(sorted(kept.items())), open=lost),)


def test_a_run_in_a_single_sum_is_not_called_a_dropped_digit() -> None:
    """Five figures with one sum: 30, 6, 11, 7 and 54, all one place on."""
    system = crossfooted(((0, 30, 6, 11, 7),), down=False)

    (cause,) = diagnose(system)

    slips = {event.slip for one in cause.explanations for event in one.events}
    assert cause.certainty is not Certainty.LOCATED
    assert Slip.SHIFTED in slips


def test_a_column_that_moved_down_is_not_called_a_stale_total() -> None:
    figures = (0, 340, 52, 206, 77, 125, 93, 45, 1_256)
    system = crossfooted([(one,) for one in figures], along=False)

    (cause,) = diagnose(system)

    assert cause.certainty is not Certainty.LOCATED


def test_several_ends_are_as_likely() -> None:
    """Nothing tells where figures stopped to move on, where nothing crosses them."""
    grid = [list(values) for values in WHOLE[:6]]
    for line in range(1, 5):
        grid[line][:4] = [0, *grid[line][:3]]

    (cause,) = diagnose(crossfooted(grid, down=False))

    right = {line * WIDTH + head: WHOLE[line][head] for line in range(1, 5) for head in range(4)}
    fixes = [dict(one.events[0].changes) for one in cause.explanations]
    assert cause.certainty is Certainty.ONE_OF
    assert right in fixes


UNITS = [
    pytest.param(range(1, 2), range(1, 3), 10, id="part of a line"),
    pytest.param(range(1, 5), range(2, 3), 100, id="part of a column"),
    pytest.param(range(2, 4), range(3), 10_000, id="a block"),
    pytest.param(range(6), range(1, 3), 1000, id="several columns"),
]


@pytest.mark.parametrize(("lines", "heads", "factor"), UNITS)
def test_a_block_in_another_unit_is_located(lines: range, heads: range, factor: int) -> None:
    grid = seen({(line, head): WHOLE[line][head] * factor for line in lines for head in heads})

    causes = diagnose(crossfooted(grid))

    assert told(causes) == [("located", [[("other-unit", truth(grid))]])]


def test_a_block_in_a_larger_unit_is_located() -> None:
    right = [[value * 100 for value in values] for values in WHOLE]
    grid = [list(values) for values in right]
    changes = {}
    for line in (1, 2):
        for head in (1, 2):
            grid[line][head] = WHOLE[line][head]
            changes[line * WIDTH + head] = right[line][head]

    causes = diagnose(crossfooted(grid))

    assert told(causes) == [("located", [[("other-unit", changes)]])]


def test_cells_out_of_reach_stop_a_block() -> None:
    grid = moved(range(1, 5), range(1, 3), 1, 0, 0)
    system = crossfooted(grid)
    cells = tuple(replace(cell, fixed=True) for cell in system.cells)

    causes = diagnose(replace(system, cells=cells))

    assert all(not cause.explanations for cause in causes)
