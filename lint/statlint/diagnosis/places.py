"""Where cells stand as seen from each other: the numbers of their tables, lines and heads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from statlint.facts import Fact, Facts

Place: TypeAlias = tuple[int, int, int]
"""The numbers of a cell's table, line and head; neighbours differ by one."""


def places_in(tables: Iterable[Facts]) -> dict[Fact, Place]:
    """Give the place of each cell that should hold a figure; only their lines and heads count."""
    found: dict[Fact, Place] = {}
    for number, facts in enumerate(tables):
        spots = {fact: _spot(fact) for fact in facts.due()}
        lines = _numbered((sheet, along) for sheet, along, _ in spots.values())
        heads = _numbered((0, across) for _, _, across in spots.values())
        found |= {
            fact: (number, lines[sheet, along], heads[0, across])
            for fact, (sheet, along, across) in spots.items()
        }
    return found


def _spot(fact: Fact) -> tuple[int, int, int]:
    """Give the sheet of a cell, its place along the lines and its place along the heads."""
    along, across = fact.cell.row, fact.cell.column
    if fact.part.turned:
        along, across = across, along
    return fact.part.grid.index, along, across


def _numbered(places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    return {place: number for number, place in enumerate(sorted(set(places)))}
