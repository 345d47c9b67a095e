"""What may be the sum of what, where few places show it: which of them hold, and which do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log2
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.mishaps import gap_chance, slip_chance
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import ADDED, Fit, Residual
from statlint.inference.sight import Cell, RoundedAt, Row, Sight
from statlint.inference.ways import Way, Ways
from statlint.table import Role
from statlint.values import Mark

MOST_PLACES = 3
"""With more places the figures speak for themselves."""
FEWEST_TERMS = 2
_LONGEST = 60
_MOST_STRIPS = 300
"""Strips of a table in which runs of any length are tried."""
_MOST_BITS = 13.0
_ROUGH = 1.5
"""As in the score of any relation: a figure may agree for a reason that we do not see."""
_CLEARED_BITS = 12.0
_ALONE = 8.0
"""How much likelier a slip is where it made the only negative figure of a table."""
_DASHES = frozenset("-–—－―")
NO_SUMS = frozenset(
    {
        Role.SHARE,
        Role.CHANGE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.RATE,
        Role.PRICE,
    }
)
"""Roles of lines and heads where sums are not meant, or only by chance of their kind."""
Spot: TypeAlias = tuple[int, int]
"""The places of a line and of a head."""
Seen: TypeAlias = Sequence[tuple[Relation, Sequence[Residual]]]
"""Relations, and how each of their places fits."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure that a slip may have spoilt: how far it would have to change, and how likely."""

    spot: Spot
    change: int
    chance: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A place where a figure is not the sum; `chance` is that of the gap if none is meant."""

    position: int
    suspects: tuple[Suspect, ...]
    chance: float


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A figure that may be the sum of others; `bits` is how little chance explains where it is.

    `agreeing` are the places where it is, but for rounding; `stated` those of them where the last
    digit shown is what is rounded.
    """

    axis: Axis
    place: int
    parts: tuple[int, ...]
    way: Way
    agreeing: tuple[int, ...]
    bits: float
    misses: tuple[Miss, ...]
    stated: tuple[int, ...] = ()


class Cases:
    """Everything in a table that may be a sum, with what is known of its figures."""

    def __init__(self, sight: Sight, seen: Seen, rounded: RoundedAt) -> None:
        """Take a table, the relations found in it, and which of its figures are rounded."""
        self._sight = sight
        self._seen = [one for one in seen if one[0].operator in ADDED and not one[0].others]
        self._rounded = rounded

    def along(self, axis: Axis) -> list[Case]:
        """Go through what may be a sum along one axis."""
        strips = axis.strips(self._sight.layout)
        ways = Ways(strips)
        plain = self._plain(axis)
        few = [
            place
            for place, strip in enumerate(strips)
            if strip.figures and not strip.roles & NO_SUMS and self._has_few(axis, place, plain)
        ]
        tried = {(at, parts): (way, plain) for at in few for parts, way in ways.of(at).items()}
        for one in self._broken(axis):
            if len(one.positions) <= MOST_PLACES:
                tried.setdefault((one.aggregate, one.parts), (Way.FOUND, one.positions))
        for at in few if len(strips) <= _MOST_STRIPS else ():
            for parts in self._runs(axis, at, ways):
                tried.setdefault((at, parts), (Way.RUN, plain))
        cases = (self._case(axis, *one, *how) for one, how in tried.items())
        return [case for case in cases if case.agreeing or case.misses]

    def _broken(self, axis: Axis) -> Iterator[Relation]:
        """Go through the sums found that do not hold at all their places."""
        for relation, found in self._seen:
            plain = relation.operator is Operator.SUM and not relation.places
            if relation.axis is axis and plain and any(one.fit > Fit.COARSE for one in found):
                yield relation

    def _plain(self, axis: Axis) -> tuple[int, ...]:
        """Give the places where words do not call figures shares, means or rates."""
        across = axis.other.strips(self._sight.layout)
        return tuple(at for at, strip in enumerate(across) if not strip.roles & NO_SUMS)

    @cached_property
    def _cleared(self) -> frozenset[Spot]:
        """The figures of sums that are sure and hold: none of them is wrong."""
        return frozenset(_cleared(self._seen))

    @cached_property
    def _nil(self) -> frozenset[str]:
        """Marks that stand for nothing."""
        return _DASHES.union(self._marks_for_nothing())

    @cached_property
    def _is_alone(self) -> bool:
        """Whether a single figure of the table is negative."""
        figures = (one for row in self._sight.matrix.values for one in row if one is not None)
        return sum(one < 0 for one in figures) == 1

    def _has_few(self, axis: Axis, place: int, plain: Sequence[int]) -> bool:
        values = self._sight.row(axis, place).values
        return 0 < sum(values[at] is not None for at in plain) <= MOST_PLACES

    def _runs(self, axis: Axis, place: int, ways: Ways) -> Iterator[tuple[int, ...]]:
        """Find runs beside a figure that add up to it at one of its places."""
        strips = axis.strips(self._sight.layout)
        values = self._sight.row(axis, place).values
        positions = [at for at, value in enumerate(values) if value]
        for side in ways.sides(place) if len(positions) > 1 else ():
            level = strips[side[0]].level if side else 0
            near = side[:_LONGEST]
            for places in (near, [at for at in near if strips[at].level == level]):
                for at in positions:
                    yield from self._run(axis, place, places, at)

    def _run(
        self, axis: Axis, place: int, places: Sequence[int], at: int
    ) -> Iterator[tuple[int, ...]]:
        """Take as many figures as add up to one at a place, but for rounding."""
        stated = self._sight.row(axis, place).at(at, self._rounded)
        cells = [self._sight.row(axis, part).at(at, self._rounded) for part in places]
        rest, slack = (stated.value, _slack([stated])) if stated else (0, 0)
        for end, cell in enumerate(cells, 1):
            if cell is not None:
                rest -= cell.value
                slack += _slack([cell])
            if end >= FEWEST_TERMS and 2 * abs(rest) <= slack:
                yield tuple(sorted(places[:end]))
                return

    def _case(
        self, axis: Axis, place: int, parts: tuple[int, ...], way: Way, positions: Sequence[int]
    ) -> Case:
        """Say at which positions a figure is the sum of others, and where it is not."""
        whole = self._sight.row(axis, place)
        rows = [self._sight.row(axis, part) for part in parts]
        agreeing, rounded, misses, bits = [], [], [], 0.0
        for at in positions:
            stated = whole.at(at, self._rounded)
            cells = [row.at(at, self._rounded) for row in rows]
            there = [cell for cell in cells if cell is not None]
            if stated is None or sum(1 for cell in there if cell.value) < FEWEST_TERMS:
                continue
            gap = stated.value - sum(cell.value for cell in there)
            if 2 * abs(gap) <= _slack([stated, *there]):
                agreeing.append(at)
                if 2 * abs(gap) <= sum(cell.slack for cell in (stated, *there)):
                    rounded.append(at)
                bits += _agreeing_bits(stated, there, gap)
            elif self._is_broken(axis, (place, *parts), at, gap):
                members = [(place, stated, -gap)]
                members += [(p, c, gap) for p, c in zip(parts, cells, strict=True) if c is not None]
                misses.append(self._miss(axis, at, members))
        return Case(axis, place, parts, way, tuple(agreeing), bits, tuple(misses), tuple(rounded))

    def _is_broken(self, axis: Axis, strips: tuple[int, ...], at: int, gap: int) -> bool:
        """Tell whether neither a part that is withheld nor a formula explains a gap."""
        place, *parts = strips
        rows = [self._sight.row(axis, part) for part in parts]
        signed = any((row.values[at] or 0) < 0 for row in rows)
        if (gap > 0 or signed) and any(self._is_hole(row, at) for row in rows):
            return False
        stated = Relation(Operator.SUM, axis, place, tuple(parts), (at,), 0.0)
        return not self._sight.by_formula(stated, at)

    def _is_hole(self, row: Row, at: int) -> bool:
        """Tell whether a figure may be missing."""
        reading = row.readings[at]
        if isinstance(reading, Mark) and (reading.text in self._nil):
            return False
        return row.values[at] is None and row.is_hole(at)

    def _miss(self, axis: Axis, at: int, members: Sequence[tuple[int, Cell, int]]) -> Miss:
        suspects = []
        for strip, cell, change in members:
            spot = axis.cell(strip, at)
            unit = cell.unit if change % cell.unit == 0 else 1
            chance = slip_chance(cell.value // unit, (cell.value + change) // unit)
            if chance and spot not in self._cleared:
                sure = _ALONE if self._is_alone and cell.value < 0 else 1.0
                suspects.append(Suspect(spot, change, sure * chance / len(members)))
        stated, *parts = (cell.value for _, cell, _ in members)
        return Miss(at, tuple(suspects), gap_chance(members[0][2], stated, parts))

    def _marks_for_nothing(self) -> Iterator[str]:
        """Go through the marks that stand in sums that come out all the same."""
        for relation, found in self._seen:
            rows = [self._sight.row(relation.axis, part) for part in relation.parts]
            for one in found if not relation.places else ():
                if one.fit is Fit.EXACT and one.terms >= FEWEST_TERMS:
                    readings = (row.readings[one.position] for row in rows)
                    yield from (mark.text for mark in readings if isinstance(mark, Mark))


def _cleared(seen: Seen) -> Iterator[Spot]:
    """Go through the figures of sums that are sure and hold: none of them is wrong."""
    for relation, found in seen:
        if relation.places or relation.bits < _CLEARED_BITS:
            continue
        for one in found:
            if one.fit is Fit.EXACT and one.terms >= FEWEST_TERMS:
                members = (relation.aggregate, *relation.parts)
                yield from (relation.axis.cell(member, one.position) for member in members)


def _slack(cells: Sequence[Cell]) -> int:
    """Give how far rounding may have moved a sum, in half units."""
    return sum(max(cell.coarse, cell.slack) if cell.slack else 0 for cell in cells)


def _agreeing_bits(stated: Cell, parts: Sequence[Cell], gap: int) -> float:
    unit = max(stated.coarse, stated.unit, 1)
    reach = max(unit, _slack([stated, *parts]) if gap else 0)
    return min(_MOST_BITS, max(0.0, log2(2 * abs(stated.value) / reach + 1) - _ROUGH))
