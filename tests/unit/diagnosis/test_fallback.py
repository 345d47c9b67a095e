"""Four and more wrong figures are found one by one, or by a solver where one is installed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfooted import Grid, crossfooted, with_cell
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.fallback import Fallback, Found
from statlint.diagnosis.model import (
    Bound,
    Cell,
    Certainty,
    Condition,
    Equation,
    Slip,
    System,
    Values,
)
from statlint.diagnosis.net import net_of
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.search import Search

PARTS = (
    (912, 275, 83, 467),
    (340, 651, 318, 228),
    (529, 146, 737, 941),
    (206, 433, 195, 584),
    (871, 362, 458, 129),
)
# Two stand in each line, so that no figure alone mends it.
FOUR = {(0, 0): 192, (0, 1): 257, (1, 2): 381, (1, 3): 2288}
FIVE = {**FOUR, (2, 0): 259}


@pytest.fixture(autouse=True)
def _solver() -> None:
    pytest.importorskip("highspy")


def table(wrong: dict[tuple[int, int], int]) -> Grid:
    lines = [[*values, sum(values)] for values in PARTS]
    grid = [*lines, [sum(values) for values in zip(*lines, strict=True)]]
    for (line, head), value in wrong.items():
        grid[line][head] = value
    return grid


def right(wrong: dict[tuple[int, int], int]) -> dict[int, int]:
    return {line * 5 + head: PARTS[line][head] for line, head in sorted(wrong)}


def fallback_of(system: System, *, installed: bool = True) -> Fallback:
    net = net_of(system)
    return Fallback(Search(net, Pricer(net, prior_of(net))), installed=installed)


def figures(found: Found) -> list[dict[int, int]]:
    return [dict(one.changes()) for one in found.explanations]


@pytest.mark.parametrize("wrong", [FOUR, FIVE], ids=["four", "five"])
def test_several_wrong_figures_are_located_together(wrong: dict[tuple[int, int], int]) -> None:
    (cause,) = diagnose(crossfooted(table(wrong)))

    changes = [change for event in cause.explanations[0].events for change in event.changes]
    assert cause.certainty is Certainty.LOCATED
    assert sorted(changes) == sorted(right(wrong).items())


def test_each_figure_is_told_with_its_slip() -> None:
    (cause,) = diagnose(crossfooted(table(FOUR)))

    slips = {event.changes[0][0]: event.slip for event in cause.explanations[0].events}
    assert slips == {0: Slip.TRANSPOSED, 1: Slip.TRANSPOSED, 7: Slip.TRANSPOSED, 8: Slip.DOUBLED}


@pytest.mark.parametrize("wrong", [FOUR, FIVE], ids=["four", "five"])
def test_they_are_found_without_a_solver(wrong: dict[tuple[int, int], int]) -> None:
    system = crossfooted(table(wrong))

    found = fallback_of(system, installed=False).explain(net_of(system).broken())

    assert figures(found)[0] == right(wrong)
    assert found.sure


def test_a_solver_finds_the_same() -> None:
    system = crossfooted(table(FOUR))
    failed = net_of(system).broken()

    found = fallback_of(system).solve(failed)

    assert figures(found)[0] == figures(fallback_of(system).explain(failed))[0]


def test_where_as_many_figures_as_edits_must_be_wrong_nothing_is_looked_for() -> None:
    system = crossfooted(((1, 2, 4), (3, 4, 8), (4, 6, 12)))
    failed = net_of(system).broken()

    assert fallback_of(system).explain(failed[:1]) == Found()


def test_the_same_is_found_again() -> None:
    system = crossfooted(table(FIVE))

    assert diagnose(system) == diagnose(system)


def at_most(system: System, part: int, whole: int) -> System:
    """Add that one cell is at most another."""
    now = {cell: system.cells[cell].value for cell in (part, whole)}

    def holds_with(values: Values) -> bool:
        return {**now, **values}[part] <= {**now, **values}[whole]

    bound = Bound(((whole, 1), (part, -1)))
    condition = Condition((part, whole), holds_with, holds_with({}), bounds=(bound,))
    return replace(system, conditions=(*system.conditions, condition))


def test_an_inequality_that_binds_rules_figures_out() -> None:
    # The sum is 3 short. The first part may not grow; the second may.
    cells = tuple(Cell(value, 0, 0, 0, head) for head, value in enumerate((5, 4, 12, 5)))
    equation = Equation(((0, 1), (1, 1), (2, -1)), stated=2)
    system = System(
        (*cells[:2], replace(cells[2], fixed=True), replace(cells[3], fixed=True)), (equation,)
    )

    free = figures(fallback_of(system).solve((0,)))
    bound = figures(fallback_of(at_most(system, 0, 3)).solve((0,)))

    assert sorted(map(sorted, free)) == [[0], [1]]
    assert bound == [{1: 7}]


def test_an_inequality_that_fails_is_mended_with_sums_that_hold() -> None:
    # Of 30 there are 45; in its line 30 must grow, and its total and the sum below with it.
    grid = ((30, 20, 50), (10, 40, 50), (40, 60, 100), (45, 0, 45))
    system = crossfooted(grid[:3])
    system = replace(system, cells=(*system.cells, Cell(45, 0, 0, 3, 0, fixed=True)))
    system = at_most(system, 9, 0)

    found = fallback_of(system).solve(net_of(system).unmet())

    assert all(one[0] == 45 for one in figures(found))
    assert {0: 45, 2: 65, 6: 55, 8: 115} in figures(found)


@pytest.mark.parametrize(
    "system",
    [
        pytest.param(
            with_cell(crossfooted(((1, 2, 4),), down=False), 2, fixed=True),
            id="one of two cells mends it",
        ),
        pytest.param(crossfooted(((1, 2, 4),), down=False), id="any cell mends it"),
    ],
)
def test_nothing_is_sure_where_no_other_edit_confirms_it(system: System) -> None:
    found = fallback_of(system).solve((0,))

    assert found.explanations
    assert not found.sure


@pytest.mark.parametrize(
    "system",
    [
        pytest.param(
            replace(
                crossfooted(((1, 2, 4),), down=False),
                cells=tuple(Cell(value, 0, 0, 0, 0, fixed=True) for value in (1, 2, 4)),
            ),
            id="no cell may be wrong",
        ),
        pytest.param(
            System(
                (Cell(1, 0, 0, 0, 0), Cell(1, 0, 0, 0, 1, fixed=True)),
                (Equation(((0, 1), (1, -1)), constant=3), Equation(((1, 1),), constant=3)),
            ),
            id="an edit of cells that stay as they are",
        ),
        pytest.param(
            System((Cell(1, 0, 0, 0, 0),), (Equation(((0, 2),), constant=-3),)),
            id="no whole figure mends it",
        ),
        pytest.param(
            System((Cell(1, 0, 0, 0, 0),), (Equation(((0, 1),), constant=3),)),
            id="no figure that may be mends it",
        ),
    ],
)
def test_where_no_figures_mend_it_there_is_no_explanation(system: System) -> None:
    assert fallback_of(system).solve(net_of(system).broken()) == Found()


def test_a_condition_of_another_kind_is_left_to_the_search() -> None:
    condition = Condition((0,), lambda values: values.get(0) == 2, holds=False)
    system = System((Cell(1, 0, 0, 0, 0),), (), (condition,))

    assert fallback_of(system).solve((0,)) == Found()


def test_there_is_a_bound_for_the_whole_system() -> None:
    system = crossfooted(table(FOUR))
    fallback = fallback_of(system)
    fallback.left = 0

    assert fallback.solve(net_of(system).broken()) == Found()
