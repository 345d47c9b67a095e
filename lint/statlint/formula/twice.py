"""Sums that count a cell twice: in two of their ranges, or in a subtotal and by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from statlint.dataclass import dataclass
from statlint.formula.circle import Place, circular_cells
from statlint.formula.formulas import Allowance, Formulas
from statlint.formula.labels import is_subtotal
from statlint.formula.reads import Area
from statlint.formula.strip import Strip, strip_of, strips
from statlint.formula.sums import Sum, added, figure_of, shared, sums
from statlint.grid import Grid
from statlint.values import CellRange, CellRef, Number

_MOST_TERMS = 200
_MOST_SUBTOTALS = 500
_LONGEST = 5000


@dataclass(frozen=True, slots=True, eq=False)
class CountedTwice:
    """A sum with the subtotals that it counts besides their parts (or the ranges that overlap)."""

    sum: Sum
    subtotals: tuple[tuple[Grid, CellRef], ...]
    overlaps: tuple[CellRange, ...]
    surplus: Number
    typed: bool = False


def counted_twice(formulas: Formulas) -> tuple[CountedTwice, ...]:
    """Find the sums that count a cell twice, in the order of the workbook."""
    circular = formulas.ask(circular_cells)
    subtotals = _Subtotals(formulas.ask(sums), _own_totals(formulas.ask(strips)), formulas.overlaps)
    found = []
    for place, one in formulas.ask(sums).items():
        stated = (one.grid.name, one.ref) in formulas.stated
        if one.pure and not stated and place not in circular and len(one.terms) <= _MOST_TERMS:
            twice = _overlapping(one) or subtotals.besides_their_parts(one) or _typed(one)
            if twice is not None:
                found.append(twice)
    return tuple(found)


def _overlapping(one: Sum) -> CountedTwice | None:
    """Find ranges of one sum that share cells."""
    overlaps = list(_shared_ranges([term.area for term in one.terms]))
    if not overlaps:
        return None
    surplus = added(figure_of(cell) for area in overlaps for cell in area.cells())
    return CountedTwice(one, (), tuple(area.range for area in overlaps), surplus)


def _shared_ranges(areas: Sequence[Area]) -> Iterator[Area]:
    """Go through the cells that two ranges share; long additions of single cells are quick."""
    cells = Counter((area.grid, area.range) for area in areas if _is_cell(area))
    for (grid, cell), times in cells.items():
        if times > 1:
            yield Area(grid, cell)
    ranges = [area for area in areas if not _is_cell(area)]
    singles = [Area(grid, cell) for grid, cell in cells]
    for one, other in chain(combinations(ranges, 2), product(ranges, singles)):
        found = shared(one, other)
        if found is not None:
            yield Area(one.grid, found)


def _is_cell(area: Area) -> bool:
    return area.range.first == area.range.last


def _own_totals(found: Sequence[Strip]) -> Mapping[tuple[int, bool, int], list[int]]:
    """List for each lane the places of the totals of cells in it, in order."""
    lanes: dict[tuple[int, bool, int], list[int]] = {}
    for one in found:
        if one.own is not None:
            lanes.setdefault(one.lane.key, []).append(one.own)
    return {key: sorted(places) for key, places in lanes.items()}


@dataclass(frozen=True, slots=True, eq=False)
class _Subtotals:
    """Looks for subtotals among the cells of a sum."""

    sums: Mapping[Place, Sum]
    totals: Mapping[tuple[int, bool, int], list[int]]
    allowance: Allowance

    def besides_their_parts(self, one: Sum) -> CountedTwice | None:
        """Find the subtotals that a sum counts besides cells which they add up."""
        found: dict[Place, Number] = {}
        grids = {}
        for grid, ref in dict.fromkeys(self._among(one)):
            subtotal = self.sums.get((grid.index, ref))
            if subtotal is None or not subtotal.pure or len(subtotal) == 1:
                continue
            if one.subtotal is not None and subtotal.subtotal is not None:
                continue  # SUBTOTAL leaves other subtotals out by itself.
            if not self.allowance.take(len(subtotal)):
                return None
            parts = list(_parts_in(subtotal, one))
            if parts:
                found[grid.index, ref] = added(parts)
                grids[grid.index] = grid
        if not found:
            return None
        cells = tuple((grids[index], ref) for index, ref in found)
        return CountedTwice(one, cells, (), added(found.values()))

    def _among(self, one: Sum) -> Iterator[tuple[Grid, CellRef]]:
        for term in one.terms:
            area = term.area.used
            if area is None:
                continue
            if area.first == area.last:
                yield term.area.grid, area.first
            else:
                yield from self._inside(term.area.grid, area)

    def _inside(self, grid: Grid, area: CellRange) -> Iterator[tuple[Grid, CellRef]]:
        for column in range(area.first.column, area.last.column + 1):
            rows = self.totals.get((grid.index, True, column), ())
            for row in _between(rows, area.first.row, area.last.row):
                yield grid, CellRef(row, column)
        if area.first.column == area.last.column:
            return  # The parts of a total in its row lie in other columns.
        for row in range(area.first.row, min(area.last.row, area.first.row + _LONGEST) + 1):
            columns = self.totals.get((grid.index, False, row), ())
            for column in _between(columns, area.first.column, area.last.column):
                yield grid, CellRef(row, column)


def _between(places: Sequence[int], first: int, last: int) -> Iterator[int]:
    start = bisect_left(places, first)
    for place in places[start : start + _MOST_SUBTOTALS]:
        if place <= last:
            yield place


def _parts_in(subtotal: Sum, one: Sum) -> Iterator[Number]:
    """Go through the figures that a subtotal adds and that a sum adds again."""
    for part in subtotal.terms:
        for term in one.terms:
            area = shared(part.area, term.area)
            if area is not None:
                cells = Area(part.area.grid, area).cells()
                yield from (figure_of(cell) for cell in cells)


def _typed(one: Sum) -> CountedTwice | None:
    """Find typed figures labelled as subtotals that are the sum of the lines before them."""
    strip = strip_of(one)
    if strip is None or strip.own is None or not strip.lane.down or strip.size > _LONGEST:
        return None
    found: list[int] = []
    parts: int = 0
    total: Number = 0
    for place in strip.places():
        cell = strip.lane.cell(place)
        if cell is None or cell.number is None:
            continue
        is_sum = parts > 1 and cell.formula is None and cell.number == total != 0
        if is_sum and is_subtotal(strip.lane.label(place)):
            found.append(place)
            parts, total = 0, 0
        else:
            parts, total = parts + 1, added((total, cell.number))
    if not found:
        return None
    cells = tuple((strip.lane.grid, strip.lane.ref(place)) for place in found)
    surplus = added(figure_of(strip.lane.cell(place)) for place in found)
    return CountedTwice(one, cells, (), surplus, typed=True)
