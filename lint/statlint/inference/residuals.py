"""What is left between a stated figure and what its parts give, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import cached_property

from statlint.inference.matrix import Matrix, is_absent, matrix_of
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.precision import units_of
from statlint.table import Layout
from statlint.values import Unreadable

_ADDED = frozenset({Operator.SUM, Operator.CUMULATIVE, Operator.EQUAL})


class Fit(IntEnum):
    """How a stated figure agrees with its parts."""

    EXACT = 0
    ROUNDED = 1
    """Rounding explains the gap."""
    COARSE = 2
    """Rounding explains it if all figures around are rounded to more than their last digit."""
    MISS = 3
    OPEN = 4
    """A part is blank, withheld or cannot be read, and the rest does not come out."""


@dataclass(frozen=True, slots=True)
class Residual:
    """How one place of a relation fits; `gap` is stated less reckoned, in the scale of the table.

    `unit` is one unit of the last digit of the stated figure, `terms` counts the figures that take
    part and are not zero. Where there are none the place tells nothing.
    """

    position: int
    fit: Fit
    gap: Fraction
    unit: int
    terms: int


class Sight:
    """A table seen along both axes: exact figures, and what the last digit of each is worth."""

    def __init__(self, layout: Layout) -> None:
        """Take the figures of a table."""
        self.layout = layout
        self._lines = matrix_of(layout)

    @cached_property
    def _heads(self) -> Matrix:
        return self._lines.turned()

    @cached_property
    def _units(self) -> list[list[int]]:
        return units_of(self._lines)

    def matrix(self, axis: Axis) -> Matrix:
        """Give the figures along an axis."""
        return self._lines if axis is Axis.LINES else self._heads

    def coarse(self, axis: Axis, strip: int, position: int) -> int:
        """Give one unit of what a figure seems to be rounded to."""
        line, head = (strip, position) if axis is Axis.LINES else (position, strip)
        return self._units[line][head]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure as an exact number, half a unit of its last digit, and half a unit of more."""

    value: Fraction
    half: Fraction
    coarse: Fraction


def residuals(relation: Relation, sight: Sight, read: Sequence[Sight]) -> Iterator[Residual]:
    """Go through the places of a relation; `read` are the tables that its parts stand in."""
    for index, position in enumerate(relation.positions):
        stated = _cell(sight, relation.axis, relation.aggregate, position)
        if stated is None:
            continue
        places = list(zip(read, relation.parts, relation.read_at(index), strict=True))
        parts = [_cell(own, relation.axis, part, place) for own, part, place in places]
        hole = any(_is_hole(own, relation.axis, part, place) for own, part, place in places)
        unit = sight.matrix(relation.axis).units[relation.aggregate][position]
        yield _residual(relation, position, stated, parts, unit=unit, hole=hole)


def _cell(sight: Sight, axis: Axis, strip: int, position: int) -> _Cell | None:
    matrix = sight.matrix(axis)
    value = matrix.values[strip][position]
    if value is None:
        return None
    scale = 10**matrix.scale
    own, coarse = matrix.units[strip][position], sight.coarse(axis, strip, position)
    return _Cell(
        Fraction(value, scale), Fraction(own, 2 * scale), Fraction(max(own, coarse), 2 * scale)
    )


def _is_hole(sight: Sight, axis: Axis, strip: int, position: int) -> bool:
    reading = sight.matrix(axis).readings[strip][position]
    return is_absent(reading) or isinstance(reading, Unreadable)


def _residual(
    relation: Relation,
    position: int,
    stated: _Cell,
    parts: Sequence[_Cell | None],
    *,
    unit: int,
    hole: bool,
) -> Residual:
    there = [part for part in parts if part is not None]
    terms = sum(1 for part in there if part.value)
    due = _reckoned(relation, there if relation.operator in _ADDED else parts)
    if due is None:
        return Residual(position, Fit.OPEN, Fraction(0), unit, 0)
    gap = stated.value - due.value
    if gap == 0:
        fit = Fit.EXACT
    elif hole:
        fit = Fit.OPEN
    elif abs(gap) <= stated.half + due.half:
        fit = Fit.ROUNDED
    else:
        # A quotient may be cut off instead of rounded.
        reach = stated.coarse if relation.operator in _ADDED else 2 * stated.coarse
        fit = Fit.COARSE if abs(gap) <= reach + due.coarse else Fit.MISS
    return Residual(position, fit, gap, unit, terms)


def _reckoned(relation: Relation, parts: Sequence[_Cell | None]) -> _Cell | None:
    """Reckon what the parts give, and how far their rounding may move it; None without a part."""
    cells = [part for part in parts if part is not None]
    if len(cells) < len(parts) or not cells:
        return None
    match relation.operator:
        case Operator.AVERAGE:
            return _scaled(_total(cells), Fraction(1, len(cells)))
        case Operator.DIVISION:
            return _quotient(cells[0], cells[1], Fraction(relation.factor))
        case Operator.RELATIVE_CHANGE:
            return _growth(cells[0], cells[1], Fraction(relation.factor))
        case Operator.PRODUCT:
            return _scaled(_product(cells), Fraction(relation.factor))
        case _:
            return _total(cells)


def _total(cells: Sequence[_Cell]) -> _Cell:
    return _Cell(
        sum((cell.value for cell in cells), Fraction(0)),
        sum((cell.half for cell in cells), Fraction(0)),
        sum((cell.coarse for cell in cells), Fraction(0)),
    )


def _scaled(cell: _Cell, factor: Fraction) -> _Cell:
    size = abs(factor)
    return _Cell(cell.value * factor, cell.half * size, cell.coarse * size)


def _product(cells: Sequence[_Cell]) -> _Cell:
    found = _Cell(Fraction(1), Fraction(0), Fraction(0))
    for cell in cells:
        found = _Cell(
            found.value * cell.value,
            found.half * abs(cell.value) + cell.half * abs(found.value),
            found.coarse * abs(cell.value) + cell.coarse * abs(found.value),
        )
    return found


def _quotient(top: _Cell, bottom: _Cell, factor: Fraction) -> _Cell | None:
    if bottom.value == 0:
        return None
    value = top.value / bottom.value
    return _scaled(
        _Cell(
            value,
            (top.half + bottom.half * abs(value)) / abs(bottom.value),
            (top.coarse + bottom.coarse * abs(value)) / abs(bottom.value),
        ),
        factor,
    )


def _growth(new: _Cell, old: _Cell, factor: Fraction) -> _Cell | None:
    quotient = _quotient(new, old, factor)
    if quotient is None:
        return None
    return _Cell(quotient.value - factor, quotient.half, quotient.coarse)
