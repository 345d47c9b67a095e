"""Cells unlike their neighbours in a run of like formulas: other formulas, and typed figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from statlint.dataclass import dataclass, replace
from statlint.formula.agree import reckon
from statlint.formula.circle import Place, circular_cells
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.parse import parse_formula
from statlint.formula.reads import areas_read
from statlint.formula.relative import moved
from statlint.formula.result import Reckoned
from statlint.formula.runs import Runs, lanes_at, place_in, runs
from statlint.formula.short import short_sums
from statlint.formula.strip import Lane, strip_of
from statlint.formula.sums import Sum, read_terms, sums
from statlint.formula.twice import counted_twice
from statlint.grid import Grid
from statlint.pattern import pattern_of
from statlint.values import CellRef, Number
from statlint.workbook import Cell, CellKind
from statlint.workbook.cells import cells_of

_FIGURE = pattern_of(r"(?<![\w\[$.])\d+(?:\.\d+)?(?![\w\]])")
_WAYS = ("down", "across")
_SEVERAL = 2
_COMPARED = 500
"""Cells of the longest sums that are compared one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Odd:
    """A cell in a run of like formulas that is none of them.

    `expected` is its neighbours' formula as it would read here, `value` what that gives (None: not
    to be reckoned), `agrees` whether the cell holds that, `adds` whether the formula is a sum.
    """

    grid: Grid
    cell: Cell
    neighbour: FormulaCell
    expected: FormulaCell
    value: Number | None
    agrees: bool
    adds: bool


def odd_formulas(formulas: Formulas) -> tuple[Odd, ...]:
    """Find formulas unlike the formulas on both sides of them, in the order of the workbook."""
    told, beside = _told(formulas), formulas.ask(runs)
    found = []
    for one in formulas.cells():
        stated = (one.grid.name, one.ref) in formulas.stated
        if not stated and (one.grid.index, one.ref) not in told and not _elsewhere(one):
            odd = next(_unlike(one, beside), None)
            if odd is not None:
                found.append(odd)
    return tuple(found)


def typed_figures(formulas: Formulas) -> tuple[Odd, ...]:
    """Find typed figures in runs of like formulas, in the order of the workbook."""
    beside = formulas.ask(runs)
    found = []
    for grid in formulas.grids:
        near = {place for ref in formulas.on(grid) for place in _around(ref)}
        for cell in cells_of(grid.sheet.cells, CellKind.NUMBER) if near else ():
            if cell.number is not None and cell.formula is None and cell.ref in near:
                odd = next(chain(_typed(grid, cell, beside), _corner(grid, cell, beside)), None)
                if odd is not None:
                    found.append(odd)
    return tuple(_without_kinds(found, formulas))


def _without_kinds(found: Sequence[Odd], formulas: Formulas) -> Iterator[Odd]:
    """Leave out a row or column where all is typed, and nothing is as the formulas would have it.

    Growth in per cent beside columns of totals is no total that somebody wrote over.
    """
    differing = Counter(line for odd in found if not odd.agrees for line in _lines_of(odd))
    reckoned = {
        line
        for grid in formulas.grids
        for ref in formulas.on(grid)
        for line in ((grid.index, "row", ref.row), (grid.index, "column", ref.column))
    }
    for odd in found:
        kinds = (line for line in _lines_of(odd) if line not in reckoned)
        if odd.agrees or not any(differing[line] >= _SEVERAL for line in kinds):
            yield odd


def _lines_of(odd: Odd) -> tuple[tuple[int, str, int], ...]:
    ref, sheet = odd.cell.ref, odd.grid.index
    return (sheet, "row", ref.row), (sheet, "column", ref.column)


def _told(formulas: Formulas) -> frozenset[Place]:
    """Gather the cells of which another rule says what is wrong."""
    short = {(one.strip.sum.grid.index, one.strip.sum.ref) for one in formulas.ask(short_sums)}
    twice = {(one.sum.grid.index, one.sum.ref) for one in formulas.ask(counted_twice)}
    return frozenset(short | twice | formulas.ask(circular_cells))


def _elsewhere(one: FormulaCell) -> bool:
    """Tell whether a formula looks into another file, or is an error: other rules say so."""
    if one.formula is None or one.cell.kind is CellKind.ERROR:
        return True
    return any(reference.file is not None for reference in one.formula.references)


def _around(ref: CellRef) -> Iterator[CellRef]:
    for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        if ref.row + down > 0 and ref.column + right > 0:
            yield CellRef(ref.row + down, ref.column + right)


def _unlike(one: FormulaCell, beside: Runs) -> Iterator[Odd]:
    """Hold a formula against those in its column, and in its row."""
    down, across = lanes_at(one.grid, one.ref)
    for lane, other in ((down, across), (across, down)):
        place = place_in(lane, one.ref)
        here, neighbour = beside.at(lane, place), beside.between(lane, place)
        if here is None or neighbour is None or _same_but_figures(here, neighbour):
            continue
        # A formula that comes again here, or goes on the other way, is meant to be as it is.
        if beside.times(lane, here) > 1 or _goes_on(other, one.ref, here, beside):
            continue
        if _adds_up_its_lane(one, lane, beside) or _begins_anew(one, neighbour, lane, beside):
            continue
        odd = _odd(one.grid, one.cell, neighbour, beside.formulas)
        if odd is not None and not _reads_the_same(one, odd, beside.formulas):
            yield odd


def _same_but_figures(here: str, neighbour: FormulaCell) -> bool:
    """Tell whether two formulas differ in figures written in them only, or not at all."""
    return _FIGURE.sub("#", here) == _FIGURE.sub("#", neighbour.relative or "")


def _goes_on(lane: Lane, ref: CellRef, here: str, beside: Runs) -> bool:
    place = place_in(lane, ref)
    return here in {beside.at(lane, place - 1), beside.at(lane, place + 1)}


def _adds_up_its_lane(one: FormulaCell, lane: Lane, beside: Runs) -> bool:
    """Tell whether a formula is the subtotal of cells in its own row or column."""
    found = beside.formulas.ask(sums).get((one.grid.index, one.ref))
    strip = strip_of(found) if found else None
    return strip is not None and strip.own is not None and strip.lane == lane


def _begins_anew(one: FormulaCell, neighbour: FormulaCell, lane: Lane, beside: Runs) -> bool:
    """Tell whether formulas go on from cell to cell, and this one begins a new row of them."""
    formulas = beside.formulas
    return _reads_its_lane(neighbour, lane, formulas) and not _reads_its_lane(one, lane, formulas)


def _reads_its_lane(one: FormulaCell, lane: Lane, formulas: Formulas) -> bool:
    """Tell whether a formula reads its own row or column, as a running balance does."""
    for area in areas_read(one, formulas):
        first, last = area.range.first, area.range.last
        if lane.down:
            inside = first.column <= lane.number <= last.column
        else:
            inside = first.row <= lane.number <= last.row
        if inside and area.grid is lane.grid:
            return True
    return False


def _reads_the_same(one: FormulaCell, odd: Odd, formulas: Formulas) -> bool:
    """Tell whether a formula only is written in another way: B4+C4 for SUM(B4:C4)."""
    own, due = read_terms(one, formulas), read_terms(odd.expected, formulas)
    if own is not None and due is not None:
        both = Sum(one, own), Sum(odd.expected, due)
        if max(map(len, both)) <= _COMPARED:
            return _added(both[0]) == _added(both[1])
    return odd.agrees and _ranges(one, formulas) == _ranges(odd.expected, formulas)


def _added(one: Sum) -> Counter[tuple[int, CellRef]]:
    weights: Counter[tuple[int, CellRef]] = Counter()
    for term in one.terms:
        for ref in term.area.places():
            weights[term.area.grid.index, ref] += term.weight
    return weights


def _ranges(one: FormulaCell, formulas: Formulas) -> set[tuple[int, object]]:
    return {(area.grid.index, area.range) for area in areas_read(one, formulas)}


def _typed(grid: Grid, cell: Cell, beside: Runs) -> Iterator[Odd]:
    """Hold a typed figure against the formulas in its column, and in its row."""
    for lane in lanes_at(grid, cell.ref):
        place = place_in(lane, cell.ref)
        neighbour = beside.between(lane, place) or beside.at_end(lane, place)
        if neighbour is None or beside.mixed(lane, place):
            continue
        odd = _odd(grid, cell, neighbour, beside.formulas)
        if odd is None or not _has_parts(odd, beside.formulas):
            continue
        # A balance, a forecast: a typed figure is where it begins, with nothing beside it.
        if not _reads_its_lane(neighbour, lane, beside.formulas) or _has_parts(
            odd, beside.formulas, outside=lane
        ):
            yield odd


def _corner(grid: Grid, cell: Cell, beside: Runs) -> Iterator[Odd]:
    """Hold a typed grand total against the totals above it and those to its left.

    Only where both ways of adding come to the same is it sure that a grand total stands here.
    """
    found = [
        _odd(grid, cell, neighbour, beside.formulas)
        for lane in lanes_at(grid, cell.ref)
        if (neighbour := beside.before(lane, place_in(lane, cell.ref))) is not None
        and not _reads_its_lane(neighbour, lane, beside.formulas)
    ]
    sure = [odd for odd in found if odd is not None and odd.adds and odd.value]
    if len(sure) == len(_WAYS) and sure[0].value == sure[1].value:
        yield sure[0]


def _has_parts(odd: Odd, formulas: Formulas, *, outside: Lane | None = None) -> bool:
    """Tell whether cells, outside a row or column, hold figures that the formula would read."""
    return any(
        cell.number and not (outside and _lies_in(outside, area.grid, cell.ref))
        for area in areas_read(odd.expected, formulas)
        for cell in area.cells()
    )


def _lies_in(lane: Lane, grid: Grid, ref: CellRef) -> bool:
    return grid is lane.grid and lane.number == (ref.column if lane.down else ref.row)


def _odd(grid: Grid, cell: Cell, neighbour: FormulaCell, formulas: Formulas) -> Odd | None:
    text = moved(neighbour.formula, cell.ref) if neighbour.formula else None
    if text is None:
        return None
    expected = FormulaCell(grid, replace(cell, formula=text), parse_formula(text, cell.ref))
    result = reckon(expected, formulas)
    value = result.number if isinstance(result, Reckoned) else None
    return Odd(
        grid=grid,
        cell=cell,
        neighbour=neighbour,
        expected=expected,
        value=value,
        agrees=isinstance(result, Reckoned) and result.agrees,
        adds=read_terms(expected, formulas) is not None,
    )
