"""Tests of what a table would let expect with other figures in some cells."""

from __future__ import annotations

from statlint.diagnosis.margins import Figure, margins_of
from statlint.diagnosis.other_margins import with_counts

GRID = ((12, 30, 6), (5, 11, 2), (20, 44, 9), (8, 15, 4))


def figures(grid: tuple[tuple[int, ...], ...]) -> list[Figure]:
    return [
        Figure(line, head, count, None)
        for line, counts in enumerate(grid)
        for head, count in enumerate(counts)
    ]


def test_other_figures_are_added_up_anew() -> None:
    moved = ((12, 5, 6), (5, 30, 2), *GRID[2:])

    changed = with_counts(margins_of(figures(GRID)), {(0, 1): 5, (1, 1): 30})

    right = margins_of(figures(moved))
    assert (changed.lines, changed.heads) == (right.lines, {0: 45, 1: 94, 2: 21})
    assert (changed.figures, changed.whole) == (right.figures, 160)
    assert changed.beside[0] == changed.beside[1] == 160
