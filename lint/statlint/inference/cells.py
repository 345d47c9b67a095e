"""From relations of lines and heads to the cells that they relate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.table import Layout
from statlint.values import CellRef, Figure, Number


@dataclass(frozen=True, slots=True)
class CellRelation:
    """One aggregate cell and the cells with figures that it follows from, in the order given.

    `sheets` names the sheet of each part where a part may stand on another one; else it is empty.
    """

    operator: Operator
    sheet: str | None
    aggregate: CellRef
    parts: tuple[CellRef, ...]
    holds: bool
    sheets: tuple[str | None, ...] = ()
    weights: tuple[int, ...] = ()
    """How often each part counts, where not each counts once."""
    below: int = 1
    """For a division: how many of the parts, the last ones, are added up to divide by."""


def cell_relations(
    understood: Understood, layouts: Sequence[Layout] = ()
) -> Iterator[CellRelation]:
    """Go through the cells that the relations of one table relate.

    What is read in other tables is left out unless `layouts` are all that were understood together.
    """
    for relation in understood.relations:
        if layouts or not relation.others:
            yield from _cells(understood.layout, relation, layouts)


def _cells(layout: Layout, relation: Relation, layouts: Sequence[Layout]) -> Iterator[CellRelation]:
    read = [layouts[other] for other in relation.others] or [layout] * len(relation.parts)
    for index, position in enumerate(relation.positions):
        aggregate = _figure_at(layout, relation.axis, relation.aggregate, position)
        ends = _ends(layout, relation, position)
        there = [
            (other.grid.name, cell)
            for other, part, place in zip(
                read, relation.parts, relation.read_at(index), strict=True
            )
            if part not in ends
            and (cell := _figure_at(other, relation.axis, part, place)) is not None
        ]
        if aggregate is not None and there:
            yield CellRelation(
                relation.operator,
                layout.grid.name,
                aggregate,
                tuple(cell for _, cell in there),
                position not in relation.missed,
                tuple(sheet for sheet, _ in there) if relation.others else (),
                relation.weighing if relation.weights or relation.less else (),
                relation.below,
            )


def _ends(layout: Layout, relation: Relation, position: int) -> frozenset[int]:
    """Give the parts that a trimmed mean leaves out: the lowest and the highest."""
    if not relation.trimmed:
        return frozenset()

    def size(part: int) -> Number:
        line, head = relation.axis.cell(part, position)
        reading = layout.reading(layout.lines[line], layout.heads[head])
        return reading.value if isinstance(reading, Figure) else 0

    ordered = sorted(relation.parts, key=size)
    return frozenset((ordered[0], ordered[-1]))


def _figure_at(layout: Layout, axis: Axis, strip: int, position: int) -> CellRef | None:
    """Give the cell where a strip and a position cross, where it holds a figure."""
    line, head = axis.cell(strip, position)
    one, other = layout.lines[line], layout.heads[head]
    if not isinstance(layout.reading(one, other), Figure):
        return None
    return layout.ref(one, other)
