"""Figures stored as text that SUM silently leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from statlint.dataclass import dataclass
from statlint.formula.circle import Place
from statlint.formula.formulas import Formulas
from statlint.formula.index import CellIndex
from statlint.formula.labels import is_year
from statlint.formula.sums import Sum, Term, sums
from statlint.grid import Grid, read_cell
from statlint.values import CellRef, Figure, Number, Trait
from statlint.workbook import Cell, CellKind
from statlint.workbook.cells import cells_of

_MOST_TEXTS = 1000
_MOST_SUMS = 50


@dataclass(frozen=True, slots=True, eq=False)
class LeftOutText:
    """Figures stored as text in one run of a column, and the sums that leave out any of them."""

    grid: Grid
    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...]

    def left_out_of(self, one: Sum) -> tuple[Number, ...]:
        """Give the figures that one of the sums leaves out."""
        left_out = (cell for cell in self.cells if one.counts(self.grid, cell.ref))
        return tuple(value for cell in left_out if (value := text_figure(cell)) is not None)


def text_figure(cell: Cell) -> Number | None:
    """Read a text as the figure it is meant to be; None for words and for codes such as 007."""
    if cell.kind is not CellKind.TEXT:
        return None
    reading = read_cell(cell, text_file=False)
    if not isinstance(reading, Figure) or Trait.LEADING_ZERO in reading.traits:
        return None
    return reading.value


def left_out_texts(formulas: Formulas) -> tuple[LeftOutText, ...]:
    """Find the figures stored as text inside the ranges of sums, in the order of the workbook."""
    found: dict[Place, list[Sum]] = {}
    index = formulas.ask(text_figures)
    for one, term in _ranges(formulas) if index else ():
        # Running totals name the same texts again and again: a few of them are enough.
        for ref in islice(index.within(term.area), _MOST_TEXTS):
            left_out_of = found.setdefault((term.area.grid.index, ref), [])
            if len(left_out_of) < _MOST_SUMS and not _is_head(term, ref):
                left_out_of.append(one)
    return tuple(_joined(formulas, {place: some for place, some in found.items() if some}))


def _ranges(formulas: Formulas) -> Iterator[tuple[Sum, Term]]:
    """Go through the ranges that sums read."""
    for one in formulas.ask(sums).values():
        for term in one.terms:
            if term.ranged:
                yield one, term


def text_figures(formulas: Formulas) -> CellIndex:
    """Find the figures stored as text on all sheets."""
    return CellIndex(
        (grid, cell.ref)
        for grid in formulas.grids
        for cell in cells_of(grid.sheet.cells, CellKind.TEXT)
        if cell.formula is None and text_figure(cell) is not None
    )


def _is_head(term: Term, ref: CellRef) -> bool:
    """Tell whether a text is the year over a column, or stands over all figures of the sheet."""
    grid, first = term.area.grid, term.area.range.first
    cell = grid.stored(ref.row, ref.column)
    if cell is not None and ref.row == first.row and is_year(text_figure(cell)):
        return True
    if term.area.range.last.row <= grid.last_row or first.row > 1:
        return False
    above = (grid.stored(row, ref.column) for row in range(1, ref.row))
    return all(other is None or other.number is None for other in above)


def _joined(formulas: Formulas, found: dict[Place, list[Sum]]) -> list[LeftOutText]:
    """Join figures one below the other that a common sum leaves out."""
    runs: list[list[Place]] = []
    ends: dict[tuple[int, int], list[Place]] = {}
    for place in sorted(found):
        index, ref = place
        before = ends.get((index, ref.column))
        if before and before[-1][1].row == ref.row - 1 and _meet(found, before[-1], place):
            before.append(place)
        else:
            ends[index, ref.column] = [place]
            runs.append(ends[index, ref.column])
    return [_run(formulas.grids[run[0][0]], run, found) for run in runs]


def _meet(found: dict[Place, list[Sum]], one: Place, other: Place) -> bool:
    return any(left_out in found[one] for left_out in found[other])


def _run(grid: Grid, run: list[Place], found: dict[Place, list[Sum]]) -> LeftOutText:
    cells = (grid.stored(ref.row, ref.column) for _, ref in run)
    left_out_of = dict.fromkeys(chain.from_iterable(found[place] for place in run))
    return LeftOutText(grid, tuple(cell for cell in cells if cell), tuple(left_out_of))
