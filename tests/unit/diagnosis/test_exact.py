"""The figures of chosen cells are solved in fractions, whatever a solver made of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfooted import Grid, crossfooted, with_cell
from statlint.diagnosis.exact import exact_figures
from statlint.diagnosis.model import Cell, Equation, System
from statlint.diagnosis.net import net_of

LARGE = 4_000_000_000_000_000_000
# Two lines and two heads; 1 should be 6, 5 should be 3.
WRONG: Grid = ((1, 2, 8), (4, 5, 7), (10, 5, 15))


def weighted(*weights: int, value: int = 0, constant: int = 0, slack: int = 0) -> System:
    """Make a system of one equation over cells of one line."""
    cells = tuple(Cell(value, 0, 0, 0, head) for head in range(len(weights)))
    terms = tuple(enumerate(weights))
    return System(cells, (Equation(terms, constant=constant, slack=slack),))


@pytest.mark.parametrize(
    "near",
    [
        pytest.param({0: 5.0, 4: -2.0}, id="as the solver says"),
        pytest.param({0: 4.6, 4: -1.7}, id="where the solver is not exact"),
    ],
)
def test_figures_come_from_the_equations(near: dict[int, float]) -> None:
    assert exact_figures(net_of(crossfooted(WRONG)), near) == {0: 6, 4: 3}


def test_large_figures_are_exact() -> None:
    times = ((1, 1, 2), (1, 1, 2), (2, 2, 4))
    grid = [
        [value + many * LARGE for value, many in zip(values, line, strict=True)]
        for values, line in zip(WRONG, times, strict=True)
    ]

    found = exact_figures(net_of(crossfooted(grid)), {0: 0.0, 4: 0.0})

    assert found == {0: 6 + LARGE, 4: 3 + LARGE}


@pytest.mark.parametrize(
    ("system", "near"),
    [
        pytest.param(crossfooted(WRONG), {0: 5.0, 1: -2.0}, id="an equation that then breaks"),
        pytest.param(
            crossfooted(WRONG), {0: 5.0, 4: -2.0, 8: 0.0}, id="a cell that need not change"
        ),
        pytest.param(
            with_cell(crossfooted(WRONG), 4, least=4), {0: 5.0, 4: -2.0}, id="too low a figure"
        ),
        pytest.param(weighted(2, constant=-5), {0: 2.5}, id="half a unit"),
    ],
)
def test_cells_without_such_figures_have_none(system: System, near: dict[int, float]) -> None:
    assert exact_figures(net_of(system), near) is None


def test_a_figure_that_no_equation_fixes_is_the_nearest_unit() -> None:
    found = exact_figures(net_of(weighted(1, 1, constant=-7)), {0: 2.2, 1: 4.8})

    assert found == {0: 2, 1: 5}


def test_rounded_sums_need_not_be_exact() -> None:
    # What the two failed edits ask of the one cell differs by 1, which rounding may be.
    grid = ((1, 2, 8), (4, 3, 7), (9, 5, 15))

    assert exact_figures(net_of(crossfooted(grid, slack=1)), {0: 5.0}) == {0: 6}


def test_formulas_follow() -> None:
    system = with_cell(crossfooted(((1, 2, 3), (4, 9, 13), (5, 7, 16))), 5, derived=True)
    system = replace(system, formulas={5: ((3, 1), (4, 1))})

    assert exact_figures(net_of(system), {4: -4.0, 8: -4.0}) == {4: 5, 8: 12}
