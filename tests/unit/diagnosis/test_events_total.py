"""Totals are reckoned with a wrong part: one of them, or all."""

from __future__ import annotations

from dataclasses import replace

from crossfooted import Grid, crossfooted, told
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Cell, Equation, System

# The heads hold a line of what came in, then parts that add up to it, with a total at the end.
PARTS = ((1408, 21, 1429), (462, 9, 471), (1570, 45, 1615), (3440, 75, 3515))
CAME_IN = (3440, 75, 3515)


def with_balance(grid: Grid) -> System:
    """Let the last line be as much as came in, under each head; neither is the other's total."""
    system = crossfooted(grid)
    start = len(system.cells)
    cells = tuple(Cell(value, 0, 0, 9, head) for head, value in enumerate(CAME_IN))
    first, second, total = (start + head for head in range(3))
    along = Equation(((first, 1), (second, 1), (total, -1)), stated=total, edit=0)
    balance = tuple(Equation(((9 + head, 1), (start + head, -1)), edit=2) for head in range(3))
    return replace(
        system, cells=(*system.cells, *cells), equations=(*system.equations, along, *balance)
    )


def test_a_part_is_found_with_all_totals_over_it() -> None:
    grid = [list(line) for line in PARTS]
    for line, head in ((0, 0), (0, 2), (3, 0), (3, 2)):
        grid[line][head] += 14080 - 1408

    causes = diagnose(with_balance(grid))

    right = {0: 1408, 9: 3440, 2: 1429, 11: 3515}
    assert told(causes)[0][1][0] == [("recomputed", right)]


def test_a_part_is_found_with_one_of_two_totals_over_it() -> None:
    # Played = won + drawn + lost; points = 3 won + drawn.
    figures = (32, 12, 43, 10, 68)
    cells = tuple(Cell(value, 0, 0, 0, head) for head, value in enumerate(figures))
    won, drawn, lost, played, points = range(5)
    system = System(
        cells,
        (
            Equation(((won, 1), (drawn, 1), (lost, 1), (played, -1)), stated=played, edit=0),
            Equation(((won, 3), (drawn, 1), (points, -1)), stated=points, edit=1),
        ),
    )
    # 12 was typed as 42, and played reckoned with it.
    wrong = [*cells]
    wrong[drawn], wrong[played] = replace(cells[1], value=42), replace(cells[3], value=117)
    wrong[points] = replace(cells[4], value=108)

    causes = diagnose(replace(system, cells=tuple(wrong)))

    fixes = [figures for _, explanations in told(causes) for figures in explanations]
    assert [("recomputed", {drawn: 12, played: 87})] in fixes
