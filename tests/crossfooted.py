"""Small tables whose lines and heads add up, as systems to diagnose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statlint.diagnosis.model import Cause, Cell, Equation, System

Grid = Sequence[Sequence[int]]


def crossfooted(grid: Grid, *, along: bool = True, down: bool = True, slack: int = 0) -> System:
    """Make a system of a grid whose last head and last line are totals."""
    width = len(grid[0])
    cells = [
        Cell(value, 0, 0, line, head)
        for line, values in enumerate(grid)
        for head, value in enumerate(values)
    ]
    lines = [[line * width + head for head in range(width)] for line in range(len(grid))]
    heads = [list(cells) for cells in zip(*lines, strict=True)]
    sums = [_sum(cells, 0, slack) for cells in lines] if along else []
    sums += [_sum(cells, 1, slack) for cells in heads] if down else []
    return System(tuple(cells), tuple(sums))


def _sum(cells: Sequence[int], edit: int, slack: int) -> Equation:
    *parts, total = cells
    return Equation(
        (*((part, 1) for part in parts), (total, -1)), slack=slack, stated=total, edit=edit
    )


def before(system: System, grid: Grid) -> System:
    """Give each cell last year's figure."""
    expected = [value for values in grid for value in values]
    cells = zip(system.cells, expected, strict=True)
    return replace(system, cells=tuple(replace(cell, expected=value) for cell, value in cells))


def with_cell(system: System, number: int, **fields: object) -> System:
    """Change a cell."""
    cells = list(system.cells)
    cells[number] = replace(cells[number], **fields)  # type: ignore[arg-type]
    return replace(system, cells=tuple(cells))


def told(causes: Sequence[Cause]) -> list[tuple[str, list[list[tuple[str, dict[int, int]]]]]]:
    """Give of each cause its certainty, and the slips and figures of its explanations."""
    return [
        (
            cause.certainty.value,
            [
                [(event.slip.value, dict(event.changes)) for event in one.events]
                for one in cause.explanations
            ],
        )
        for cause in causes
    ]
