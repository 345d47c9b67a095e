"""What is left between a stated figure and what its parts give, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from operator import mul
from typing import TYPE_CHECKING, TypeAlias

from statlint.dataclass import dataclass
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
    relation: Relation,
    sight: Sight,
    read: Sequence[Sight],
    rounded: RoundedAt = always,
    *,
    stepped: bool = False,
) -> Iterator[Residual]:
    """Go through the places of a relation; `read` are the tables that its parts stand in."""
    figures = _Figures(relation, sight, read, rounded, stepped=stepped)
    if relation.operator in ADDED:
        for index in range(len(relation.positions)):
            exact = figures.exact(index)
            if exact is not None:
                yield exact
            elif (place := figures.place(index)) is not None:
                yield _of_sum(relation, place)
        return
    # Most tables hold nothing but sums: fractions take time to import.
    from statlint.inference.quotients import of_quotient

    for index in range(len(relation.positions)):
        place = figures.place(index)
        if place is not None:
            yield of_quotient(relation, place)


class _Figures:
    """The figures of a relation, place by place."""

    def __init__(
        self,
        relation: Relation,
        sight: Sight,
        read: Sequence[Sight],
        rounded: RoundedAt,
        *,
        stepped: bool,
    ) -> None:
        """Take the line (or head) of each figure, in the tables that they stand in."""
        self.relation, self.rounded, self.stepped = relation, rounded, stepped
        self.stated = sight.row(relation.axis, relation.aggregate)
        self.rows = [
            own.row(relation.axis, part) for own, part in zip(read, relation.parts, strict=True)
        ]
        self.one = max(own.one for own in (sight, *read))
        self.up = [self.one // own.one for own in (sight, *read)]
        self.weighing = relation.weighing
        elsewhere = relation.places or relation.others
        self.side_by_side = not elsewhere and not relation.weights

    def exact(self, index: int) -> Residual | None:
        """Tell of a sum that it is exact; None where it is not, or is none of figures in a row.

        Most sums are: what rounding there may be need not be asked for.
        """
        if not self.side_by_side:
            return None
        position, one = self.relation.positions[index], self.one
        stated, values = self.stated.values[position], [row.values[position] for row in self.rows]
        if stated is None or None in values:
            return None
        parts = list(map(mul, self.weighing, values))
        if sum(parts) != stated:
            return None
        unit = one
        if one > 1:
            unit = min(row.units[position] for row in (self.stated, *self.rows))
        terms = len(parts) - parts.count(0)
        figures = (stated, *parts) if unit == 1 else tuple(v // unit for v in (stated, *parts))
        return Residual(position, Fit.EXACT, 0, terms, unit < one, figures)

    def place(self, index: int) -> Place | None:
        """Give one place with what rounding may have moved; None where nothing is stated."""
        position, rounded = self.relation.positions[index], self.rounded
        stated = self.stated.at(position, rounded, stepped=self.stepped)
        if stated is None:
            return None
        at = self.relation.read_at(index)
        parts = [
            row.at(place, rounded, stepped=self.stepped)
            for row, place in zip(self.rows, at, strict=True)
        ]
        if any(factor != 1 for factor in self.up):
            stated = _raised(stated, self.up[0])
            parts = [
                part and _raised(part, up) for part, up in zip(parts, self.up[1:], strict=True)
            ]
        return Place(position, stated, tuple(parts), self.one, _has_hole(self.rows, at, parts))


def _has_hole(rows: Sequence[Row], at: Sequence[int], parts: Sequence[Cell | None]) -> bool:
    return None in parts and any(
        part is None and row.is_hole(place)
        for row, place, part in zip(rows, at, parts, strict=True)
    )


def _raised(cell: Cell, factor: int) -> Cell:
    if factor == 1:
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
    return cell and _raised(cell, abs(weight)), weight


def _fit(gap: int, cells: Sequence[Cell]) -> Fit:
    if gap == 0:
        return Fit.EXACT
    twice = 2 * abs(gap)
    if twice <= sum(cell.slack for cell in cells):
        return Fit.ROUNDED
    if twice > sum(cell.coarse for cell in cells) or _is_out_of_step(gap, cells):
        return Fit.MISS
    return Fit.COARSE


def _is_out_of_step(gap: int, cells: Sequence[Cell]) -> bool:
    """Tell whether a gap of figures that are multiples of a step is not one."""
    if any(cell.slack for cell in cells):
        return False
    return gap % min((cell.coarse for cell in cells if cell.coarse > cell.unit), default=1) != 0
