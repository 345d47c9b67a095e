"""The tables found on a sheet, told in a few words so that whole lists can be compared."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.grid import Grid
from statlint.table import Layout, Strip
from statlint.table.layouts import layouts_of
from statlint.values import CellRange
from tables import grid_of


def found(text: str | Grid, *, merges: str = "", taken: str = "") -> tuple[Layout, ...]:
    """Find the tables of a sheet written as CSV; `taken` are ranges such as "A1:C3 E1:F9"."""
    grid = grid_of(text, merges=merges) if isinstance(text, str) else text
    return layouts_of(grid, tuple(map(CellRange.parse, taken.split())))


def the_one(text: str | Grid, *, merges: str = "") -> Layout:
    """Find the one table of a sheet."""
    (layout,) = found(text, merges=merges)
    return layout


def bodies(layouts: Sequence[Layout]) -> list[str]:
    """Tell where the figures of tables are."""
    return [str(layout.body) for layout in layouts]


def named(strips: Sequence[Strip]) -> list[str]:
    """Tell lines or heads: position, and all labels; a group line ends with a colon."""
    return [
        f"{strip.position} {'/'.join(label.text for label in strip.labels)}"
        f"{'' if strip.figures else ':'}"
        for strip in strips
    ]
