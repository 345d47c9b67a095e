"""What is left between a stated figure and what its parts give, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from statlint.inference.model import Operator, Relation
from statlint.inference.sight import Cell, RoundedAt, Sight

ADDED = frozenset({Operator.SUM, Operator.CUMULATIVE, Operator.EQUAL})
"""Operators whose aggregate is a plain sum of its parts."""


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
    """How one place of a relation fits; `gap` is what is stated less what is reckoned.

    `terms` counts the parts that are not zero. Where there are none the place tells nothing.
    `fine` says that some of its figures have decimals. `figures` are the stated figure and those
    of its parts, in units of the last digit that any of them shows.
    """

    position: int
    fit: Fit
    gap: Fraction
    terms: int
    fine: bool = False
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Due:
    """What parts give, and how far rounding may move that."""

    value: Fraction
    slack: Fraction
    coarse: Fraction

    def times(self, factor: Fraction) -> _Due:
        """Multiply it."""
        size = abs(factor)
        return _Due(self.value * factor, self.slack * size, self.coarse * size)


def always(_line: int, _head: int) -> bool:
    """Take every figure for rounded."""
    return True


def residuals(
    relation: Relation, sight: Sight, read: Sequence[Sight], rounded: RoundedAt = always
) -> Iterator[Residual]:
    """Go through the places of a relation; `read` are the tables that its parts stand in."""
    axis = relation.axis
    for index, position in enumerate(relation.positions):
        stated = sight.at(axis, relation.aggregate, position, rounded)
        if stated is None:
            continue
        places = list(zip(read, relation.parts, relation.read_at(index), strict=True))
        parts = [own.at(axis, part, place, rounded) for own, part, place in places]
        hole = any(own.is_hole(axis, part, place) for own, part, place in places)
        scales = [own.one for own in read]
        yield _residual(relation, position, (stated, sight.one), parts, scales, hole=hole)


def _residual(
    relation: Relation,
    position: int,
    stated: tuple[Cell, int],
    parts: Sequence[Cell | None],
    scales: Sequence[int],
    *,
    hole: bool,
) -> Residual:
    own, one = stated
    dues = [
        None if part is None else _due(part, scale)
        for part, scale in zip(parts, scales, strict=True)
    ]
    terms = sum(1 for part in parts if part is not None and part.value)
    fine = any(cell is not None and cell.unit < one for cell in (own, *parts))
    reckoned = _reckoned(relation, dues)
    if reckoned is None:
        return Residual(position, Fit.OPEN, Fraction(0), 0, fine)
    figure = _due(own, one)
    gap = figure.value - reckoned.value
    fit = _fit(relation, gap, figure, Fraction(own.unit, 2 * one), reckoned)
    if hole and _fills(relation, gap, parts):
        fit = Fit.OPEN
    return Residual(position, fit, gap, terms, fine, _figures(own, parts))


def _fills(relation: Relation, gap: Fraction, parts: Sequence[Cell | None]) -> bool:
    """Tell whether what is missing may be what is left: figures that are never negative add."""
    signed = any(part is not None and part.value < 0 for part in parts)
    return gap > 0 or (gap < 0 and (signed or relation.operator not in ADDED))


def _figures(stated: Cell, parts: Sequence[Cell | None]) -> tuple[int, ...]:
    cells = [stated, *(part for part in parts if part is not None)]
    unit = min(cell.unit for cell in cells)
    return tuple(cell.value // unit for cell in cells)


def _fit(relation: Relation, gap: Fraction, stated: _Due, half: Fraction, due: _Due) -> Fit:
    if gap == 0:
        return Fit.EXACT
    if relation.operator in ADDED:
        slack, coarse = stated.slack, stated.coarse
    else:
        # A quotient is rounded whatever it follows from, and may be cut off instead.
        slack, coarse = half, 2 * max(half, stated.coarse)
    if abs(gap) <= slack + due.slack:
        return Fit.ROUNDED
    return Fit.COARSE if abs(gap) <= coarse + due.coarse else Fit.MISS


def _due(cell: Cell, one: int) -> _Due:
    return _Due(
        Fraction(cell.value, one), Fraction(cell.slack, 2 * one), Fraction(cell.coarse, 2 * one)
    )


def _reckoned(relation: Relation, parts: Sequence[_Due | None]) -> _Due | None:
    """Reckon what the parts give; None where that cannot be said."""
    cells = [part for part in parts if part is not None]
    if relation.operator in ADDED:
        return _total(cells) if cells else None
    if len(cells) < len(parts):
        return None
    factor = Fraction(relation.factor)
    match relation.operator:
        case Operator.AVERAGE:
            return _total(cells).times(Fraction(1, len(cells)))
        case Operator.DIVISION:
            return _quotient(cells[0], cells[1], factor)
        case Operator.RELATIVE_CHANGE:
            return _growth(cells[0], cells[1], factor)
        case _:
            return _product(cells).times(factor)


def _total(cells: Sequence[_Due]) -> _Due:
    zero = Fraction(0)
    return _Due(
        sum((cell.value for cell in cells), zero),
        sum((cell.slack for cell in cells), zero),
        sum((cell.coarse for cell in cells), zero),
    )


def _product(cells: Sequence[_Due]) -> _Due:
    found = _Due(Fraction(1), Fraction(0), Fraction(0))
    for cell in cells:
        found = _Due(
            found.value * cell.value,
            found.slack * abs(cell.value) + cell.slack * abs(found.value),
            found.coarse * abs(cell.value) + cell.coarse * abs(found.value),
        )
    return found


def _quotient(top: _Due, bottom: _Due, factor: Fraction) -> _Due | None:
    if bottom.value == 0:
        return None
    value, size = top.value / bottom.value, abs(bottom.value)
    return _Due(
        value,
        (top.slack + bottom.slack * abs(value)) / size,
        (top.coarse + bottom.coarse * abs(value)) / size,
    ).times(factor)


def _growth(new: _Due, old: _Due, factor: Fraction) -> _Due | None:
    quotient = _quotient(new, old, factor)
    if quotient is None:
        return None
    return _Due(quotient.value - factor, quotient.slack, quotient.coarse)
