"""What is left between a stated figure and what its parts give, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from statlint.inference.model import Operator, Relation
from statlint.inference.sight import Cell, RoundedAt, Row, Sight, always

if TYPE_CHECKING:
    from fractions import Fraction

Gap: TypeAlias = "int | Fraction"

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

    For sums it is counted in the scale of the table. `terms` counts the parts that are not zero:
    where there are none the place tells nothing. `fine` says that some of its figures have
    decimals. `figures` are the stated figure and those of its parts, in units of the last digit
    that any of them shows.
    """

    position: int
    fit: Fit
    gap: Gap
    terms: int
    fine: bool = False
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a relation: the stated figure, those of its parts, and their scale.

    `parts` has None where a part has no figure; `hole` says that one of them may have one.
    """

    position: int
    stated: Cell
    parts: tuple[Cell | None, ...]
    one: int
    hole: bool

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The parts that have a figure."""
        return tuple(part for part in self.parts if part is not None)


def residuals(
    relation: Relation, sight: Sight, read: Sequence[Sight], rounded: RoundedAt = always
) -> Iterator[Residual]:
    """Go through the places of a relation; `read` are the tables that its parts stand in."""
    if relation.operator in ADDED:
        for place in _places(relation, sight, read, rounded):
            yield _of_sum(relation, place)
        return
    # Most tables hold nothing but sums: fractions take time to import.
    from statlint.inference.quotients import of_quotient

    for place in _places(relation, sight, read, rounded):
        yield of_quotient(relation, place)


def _places(
    relation: Relation, sight: Sight, read: Sequence[Sight], rounded: RoundedAt
) -> Iterator[Place]:
    axis = relation.axis
    stated_row = sight.row(axis, relation.aggregate)
    rows = [own.row(axis, part) for own, part in zip(read, relation.parts, strict=True)]
    one = max(own.one for own in (sight, *read))
    up = [one // own.one for own in (sight, *read)]
    for index, position in enumerate(relation.positions):
        stated = stated_row.at(position, rounded)
        if stated is None:
            continue
        at = relation.read_at(index)
        parts = [row.at(place, rounded) for row, place in zip(rows, at, strict=True)]
        if one != sight.one or any(factor != 1 for factor in up):
            stated, *parts = [_raised(c, f) for c, f in zip((stated, *parts), up, strict=True)]
        if stated is not None:
            yield Place(position, stated, tuple(parts), one, _has_hole(rows, at, parts))


def _has_hole(rows: Sequence[Row], at: Sequence[int], parts: Sequence[Cell | None]) -> bool:
    return None in parts and any(
        part is None and row.is_hole(place)
        for row, place, part in zip(rows, at, parts, strict=True)
    )


def _raised(cell: Cell | None, factor: int) -> Cell | None:
    if cell is None or factor == 1:
        return cell
    return Cell(*(factor * one for one in (cell.value, cell.unit, cell.slack, cell.coarse)))


def _of_sum(relation: Relation, place: Place) -> Residual:
    weighed = list(map(_weighed, place.parts, relation.weighing))
    added = tuple(part for part, sign in weighed if part is not None and sign > 0)
    taken = tuple(part for part, sign in weighed if part is not None and sign < 0)
    cells = (place.stated, *added, *taken)
    terms = sum(1 for cell in cells[1:] if cell.value)
    fine = any(cell.unit < place.one for cell in cells)
    if len(cells) == 1:
        return Residual(place.position, Fit.OPEN, 0, 0, fine)
    due = sum(cell.value for cell in added) - sum(cell.value for cell in taken)
    gap = place.stated.value - due
    fit = _fit(gap, cells)
    signed = bool(taken) or any(cell.value < 0 for cell in added)
    # Figures that are never negative can only add to what is there.
    if place.hole and (gap > 0 or (gap < 0 and signed)):
        fit = Fit.OPEN
    unit = min(cell.unit for cell in cells)
    figures = [cell.value // unit for cell in (place.stated, *added)]
    figures += [-cell.value // unit for cell in taken]
    return Residual(place.position, fit, gap, terms, fine, tuple(figures))


def _weighed(cell: Cell | None, weight: int) -> tuple[Cell | None, int]:
    """Count a figure as often as it counts; the sign is given beside it."""
    return _raised(cell, abs(weight)), weight


def _fit(gap: int, cells: Sequence[Cell]) -> Fit:
    if gap == 0:
        return Fit.EXACT
    twice = 2 * abs(gap)
    if twice <= sum(cell.slack for cell in cells):
        return Fit.ROUNDED
    return Fit.COARSE if twice <= sum(cell.coarse for cell in cells) else Fit.MISS
