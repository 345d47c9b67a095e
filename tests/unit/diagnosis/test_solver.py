"""Programs are solved to the end, or it is said that they were not."""

from __future__ import annotations

import math

import pytest

from statlint.diagnosis.program import Program, Row
from statlint.diagnosis.solver import Ended, Solved, Solver, has_solver

# Of three cells one at least changes, and together they grow by 3.
ROWS = (
    *(Row(((3 + at, 1.0), (at, -1.0)), -math.inf, 0.0) for at in range(3)),
    *(Row(((6 + at, 1.0), (at, -1.0)), -math.inf, 0.0) for at in range(3)),
    Row(tuple((at, 1.0 if at < 6 else -1.0) for at in range(3, 9)), 0.5, 0.5),
)
PROGRAM = Program((10, 11, 12), (2.0, 1.0, 5.0), ROWS, reach=6)


@pytest.fixture(autouse=True)
def _solver() -> None:
    pytest.importorskip("highspy")


def chosen(solved: Solved | Ended) -> list[tuple[int, int]] | Ended:
    if isinstance(solved, Ended):
        return solved
    return [(at, round(step)) for at, step in solved.steps]


def test_it_is_installed() -> None:
    assert has_solver()


def test_the_cheapest_cells_come_first_until_none_are_left() -> None:
    solver = Solver(PROGRAM)
    found = []
    for cells in ((1,), (0,), (2,), ()):
        found.append(chosen(solver.cheapest()))
        solver.take_out(cells, with_more=True)

    assert found == [[(1, 3)], [(0, 3)], [(2, 3)], Ended.ALL_FOUND]


def test_a_choice_taken_out_by_itself_may_come_with_more() -> None:
    solver = Solver(PROGRAM)
    for cells in ((1,), (0,), (2,)):
        solver.take_out(cells, with_more=False)

    solved = solver.cheapest()

    assert isinstance(solved, Solved)
    assert (solved.cost, [at for at, _ in solved.steps]) == (3.0, [0, 1])


def test_what_costs_too_much_is_not_found() -> None:
    solver = Solver(PROGRAM)
    solver.cap(4.0)
    solver.take_out((0,), with_more=True)
    solver.take_out((1,), with_more=True)

    assert solver.cheapest() is Ended.ALL_FOUND


def test_a_program_that_takes_too_long_stops() -> None:
    assert Solver(PROGRAM, seconds=0.0).cheapest() is Ended.STOPPED
