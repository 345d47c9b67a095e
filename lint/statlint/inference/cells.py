"""From relations of lines and heads to the cells that they relate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.table import Layout
from statlint.values import CellRef, Figure


@dataclass(frozen=True, slots=True)
class CellRelation:
    """One aggregate cell and the cells with figures that it follows from, in the order given."""

    operator: Operator
    sheet: str | None
    aggregate: CellRef
    parts: tuple[CellRef, ...]
    holds: bool


def cell_relations(understood: Understood) -> Iterator[CellRelation]:
    """Go through the cells that the relations within one table relate."""
    for relation in understood.relations:
        if not relation.others:
            yield from _cells(understood.layout, relation)


def _cells(layout: Layout, relation: Relation) -> Iterator[CellRelation]:
    for position in relation.positions:
        aggregate = _figure_at(layout, relation.axis, relation.aggregate, position)
        parts = [_figure_at(layout, relation.axis, part, position) for part in relation.parts]
        there = tuple(part for part in parts if part is not None)
        if aggregate is not None and there:
            holds = position not in relation.missed
            yield CellRelation(relation.operator, layout.grid.name, aggregate, there, holds)


def _figure_at(layout: Layout, axis: Axis, strip: int, position: int) -> CellRef | None:
    """Give the cell where a strip and a position cross, where it holds a figure."""
    line, head = (strip, position) if axis is Axis.LINES else (position, strip)
    one, other = layout.lines[line], layout.heads[head]
    if not isinstance(layout.reading(one, other), Figure):
        return None
    return CellRef(one.position, other.position)
