"""Relations that the formulas of a workbook write: the strongest evidence there is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.formula import Formulas
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.written_cells import written_in
from statlint.inference.written_figures import Figures
from statlint.inference.written_places import Atlas, Shape
from statlint.table import Layout
from statlint.values import Number

_MOST_PARTS = 300_000
"""Cells that the formulas of a workbook may read altogether."""
_BITS, _MORE_BITS, _MOST_BITS = 24.0, 4.0, 60.0
"""Bits of one formula, of each further one that says the same, and of all."""
_FEW = 2
"""A formula that differs from most of its neighbours by so few parts is taken for a slip."""

_Stated: TypeAlias = dict[Shape, list[int]]
"""What formulas say, and at which positions."""


def find_written(
    layouts: Sequence[Layout], matrices: Sequence[Matrix], formulas: Formulas
) -> list[tuple[Relation, ...]]:
    """Find for each table what its formulas say; `matrices` are its figures, line by line."""
    found: list[list[Relation]] = [[] for _ in layouts]
    figures = Figures(matrices)
    for shape, positions in _without_slips(_stated(Atlas(layouts), figures, formulas)):
        relation = _relation(figures, shape, positions)
        if relation is not None:
            found[shape.layout].append(relation)
    return [tuple(own) for own in found]


def _stated(atlas: Atlas, figures: Figures, formulas: Formulas) -> _Stated:
    """Gather what formulas say; one that can be read along both axes counts as most others do."""
    choices = [
        [(_trimmed(shape, figures), position) for shape, position in own]
        for own in _choices(atlas, formulas)
    ]
    common = Counter(shape for own in choices for shape, _ in own)
    stated: _Stated = defaultdict(list)
    for own in choices:
        shape, position = max(own, key=lambda choice: common[choice[0]])
        if shape.parts:
            stated[shape].append(position)
    return stated


def _choices(atlas: Atlas, formulas: Formulas) -> Iterator[list[tuple[Shape, int]]]:
    left = _MOST_PARTS
    for one in formulas.cells():
        written = written_in(one, formulas)
        if written is None:
            continue
        left -= len(written.parts)
        if left < 0:
            return
        shapes = list(atlas.shapes(written))
        if shapes:
            yield shapes


def _trimmed(shape: Shape, figures: Figures) -> Shape:
    """Leave out strips of a sum or mean that hold no figure anywhere: group lines, empty rows."""
    if shape.operator not in {Operator.SUM, Operator.AVERAGE}:
        return shape
    kept = tuple(part for part in shape.parts if figures.any_in(part[0], shape.axis, part[1]))
    return replace(shape, parts=kept)


def _without_slips(stated: _Stated) -> Iterator[tuple[Shape, list[int]]]:
    """Take a formula that differs a little from most others of its line for one of them.

    A sum that skips a cell at one position is a slip; of two that differ the longer counts.
    """
    kept: list[tuple[Shape, list[int]]] = []
    for shape, positions in sorted(
        stated.items(), key=lambda one: (-len(one[1]), -len(one[0].parts))
    ):
        alike = next((own for other, own in kept if _differ_little(shape, other)), None)
        if alike is None:
            kept.append((shape, list(positions)))
        else:
            alike += positions
    yield from kept


def _differ_little(shape: Shape, other: Shape) -> bool:
    if shape.operator not in {Operator.SUM, Operator.AVERAGE}:
        return False
    same = replace(shape, parts=()) == replace(other, parts=())
    apart = len(set(shape.parts) ^ set(other.parts))
    return same and apart <= min(_FEW, len(other.parts) - 1)


def _relation(figures: Figures, shape: Shape, positions: Sequence[int]) -> Relation | None:
    """State a relation where formulas say it, and where a typed figure among them agrees."""
    if shape.operator is Operator.EQUAL and shape.inside:
        return None
    typed = _typed(figures, shape, positions) if len(positions) > 1 else ()
    gaps = {
        position: gap
        for position in sorted({*positions, *typed})
        if (gap := figures.gap(shape, position)) is not None
    }
    held = sum(not gap for gap in gaps.values())
    if 2 * held < len(gaps) or not gaps:
        return None
    inside = shape.inside
    return Relation(
        shape.operator,
        shape.axis,
        shape.aggregate,
        tuple(strip for _, strip, _ in shape.parts),
        tuple(gaps),
        min(_MOST_BITS, _BITS + _MORE_BITS * (len(positions) - 1)),
        factor=_number(shape.factor),
        missed=tuple(position for position, gap in gaps.items() if gap),
        exact=held,
        held=held,
        named=True,
        others=() if inside else tuple(table for table, _, _ in shape.parts),
        places=_places(shape, tuple(gaps)),
    )


def _typed(figures: Figures, shape: Shape, positions: Iterable[int]) -> list[int]:
    """Give the other positions where the figure stated is what a formula would give."""
    others = set(range(figures.width(shape.layout, shape.axis))) - set(positions)
    return [position for position in others if figures.gap(shape, position) == 0]


def _places(shape: Shape, positions: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    if not any(away for _, _, away in shape.parts):
        return ()
    return tuple(tuple(position + away for position in positions) for _, _, away in shape.parts)


def _number(factor: Fraction) -> Number:
    if factor.denominator == 1:
        return factor.numerator
    return Decimal(factor.numerator) / Decimal(factor.denominator)
