"""Dates among figures: cells that a program took for a date, or that have a date's format."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.formula.formulas import Formulas
from statlint.formula.labels import are_akin, names_a_date
from statlint.formula.runs import lanes_at
from statlint.formula.strip import Lane
from statlint.formula.sums import Sum, sums
from statlint.grid import Grid
from statlint.workbook import Cell, CellKind
from statlint.workbook.cells import cells_of

_REACH = 12
_FEWEST_FIGURES = 3
_FIGURES_PER_DATE = 3


@dataclass(frozen=True, slots=True, eq=False)
class DatedCell:
    """A date in a run of figures, and the sums that count it as a number of days."""

    grid: Grid
    cell: Cell
    sums: tuple[Sum, ...]


def dated_cells(formulas: Formulas) -> tuple[DatedCell, ...]:
    """Find the dates in runs of figures, in the order of the workbook."""
    return tuple(
        DatedCell(grid, cell, _counted_by(grid, cell, formulas))
        for grid in formulas.grids
        for cell in cells_of(grid.sheet.cells, CellKind.DATE)
        if cell.formula is None and _is_among_figures(grid, cell)
    )


def _is_among_figures(grid: Grid, cell: Cell) -> bool:
    down, across = lanes_at(grid, cell.ref)
    if names_a_date(down.label(cell.ref.row)) or names_a_date(across.label(cell.ref.column)):
        return False
    if _has_date_beside(across, cell.ref.column):
        return False
    return _in_run(down, cell.ref.row) or (
        _in_run(across, cell.ref.column) and _heads_are_akin(across, cell.ref.column)
    )


def _has_date_beside(lane: Lane, place: int) -> bool:
    """Tell whether a whole line holds dates."""
    beside = (lane.cell(near) for near in (place - 1, place + 1))
    return any(cell is not None and cell.kind is CellKind.DATE for cell in beside)


def _in_run(lane: Lane, place: int) -> bool:
    """Tell whether figures stand on both sides of a cell, or several on one, and hardly a date."""
    figures = dates = 0
    for step in (-1, 1):
        for near in range(place + step, place + step * (_REACH + 1), step):
            cell = lane.cell(near)
            if cell is None or near < 1 or cell.kind not in {CellKind.NUMBER, CellKind.DATE}:
                break
            figures += cell.kind is CellKind.NUMBER
            dates += cell.kind is CellKind.DATE
    return figures >= _FEWEST_FIGURES and (dates + 1) * _FIGURES_PER_DATE <= figures


def _heads_are_akin(lane: Lane, place: int) -> bool:
    return any(are_akin(lane.label(place), lane.label(near)) for near in (place - 1, place + 1))


def _counted_by(grid: Grid, cell: Cell, formulas: Formulas) -> tuple[Sum, ...]:
    return tuple(one for one in formulas.ask(sums).values() if one.counts(grid, cell.ref))
