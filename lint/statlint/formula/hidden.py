"""Figures in hidden rows, columns and sheets that a visible total counts."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.formula.circle import circular_cells
from statlint.formula.formulas import Formulas
from statlint.formula.index import CellIndex
from statlint.formula.strip import Strip, strips
from statlint.formula.sums import Sum, added, figure_of, sums
from statlint.grid import Grid
from statlint.values import CellRef, Number
from statlint.workbook import CellKind, SheetState
from statlint.workbook.cells import cells_of


@dataclass(frozen=True, slots=True, eq=False)
class HiddenPart:
    """Hidden figures that sums count: rows or columns side by side, or what one sheet hides."""

    grid: Grid
    first: CellRef
    sums: tuple[Sum, ...]
    figures: tuple[tuple[Number, ...], ...]
    """For each of the sums the hidden figures that it counts."""
    whole_sheet: bool = False


def hidden_parts(formulas: Formulas) -> tuple[HiddenPart, ...]:
    """Find the hidden figures that visible sums count, in the order of the workbook."""
    index = _hidden_figures(formulas)
    if not index:
        return ()
    circular = formulas.ask(circular_cells)
    summed_up = _summed_up(formulas)
    found: dict[tuple[int, str, int], list[tuple[Sum, CellRef, Number]]] = {}
    for place, one in formulas.ask(sums).items():
        hidden = one.grid.hidden(one.ref.row, one.ref.column)
        if hidden or not one.pure or place in circular:
            continue
        counted = [
            (grid, ref)
            for grid, ref in _counted(one, index)
            if not any(total.sum is not one for total in summed_up.get((grid.index, ref), ()))
        ]
        if not counted or not _is_mixed(one, counted) or _leaves_out(one, counted):
            continue
        for grid, ref in counted:
            figure = figure_of(grid.stored(ref.row, ref.column))
            found.setdefault(_part(grid, ref), []).append((one, ref, figure))
    return tuple(_gathered(formulas.grids[key[0]], key[1], told) for key, told in found.items())


def _hidden_figures(formulas: Formulas) -> CellIndex:
    return CellIndex(
        (grid, cell.ref)
        for grid in formulas.grids
        if grid.sheet.hidden_rows or grid.sheet.hidden_columns or _is_hidden(grid)
        for cell in cells_of(grid.sheet.cells, CellKind.NUMBER)
        if cell.number and grid.hidden(cell.ref.row, cell.ref.column)
    )


def _is_hidden(grid: Grid) -> bool:
    return grid.sheet.state is not SheetState.VISIBLE


def _summed_up(formulas: Formulas) -> dict[tuple[int, CellRef], list[Strip]]:
    """Give for each hidden cell the visible totals of hidden cells only: a group folded away."""
    folded: dict[tuple[int, CellRef], list[Strip]] = {}
    for one in formulas.ask(strips):
        grid = one.lane.grid
        if one.own is None or _is_hidden(grid) or grid.hidden(one.sum.ref.row, one.sum.ref.column):
            continue
        refs = [one.lane.ref(place) for place in one.places()]
        if all(grid.hidden(ref.row, ref.column) for ref in refs):
            for ref in refs:
                folded.setdefault((grid.index, ref), []).append(one)
    return folded


def _counted(one: Sum, index: CellIndex) -> Iterator[tuple[Grid, CellRef]]:
    for term in one.terms:
        grid = term.area.grid
        for ref in index.within(term.area):
            only_row = ref.column not in grid.sheet.hidden_columns and not _is_hidden(grid)
            if not (only_row and one.skips_hidden_rows):
                yield grid, ref


def _is_mixed(one: Sum, counted: list[tuple[Grid, CellRef]]) -> bool:
    """Tell whether visible figures are counted too, or a whole sheet is hidden."""
    if any(_is_hidden(grid) for grid, _ in counted):
        return True
    return any(cell.number and not grid.hidden(*_at(cell.ref)) for grid, cell in one.cells())


def _at(ref: CellRef) -> tuple[int, int]:
    return ref.row, ref.column


def _leaves_out(one: Sum, counted: list[tuple[Grid, CellRef]]) -> bool:
    """Tell whether SUBTOTAL(9,…) left the hidden rows out: it does so where a filter hid them."""
    if one.subtotal is None:
        return False
    hidden = added(figure_of(grid.stored(*_at(ref))) for grid, ref in counted)
    total = added(figure_of(cell) for _, cell in one.cells())
    stored = one.cell.cell.number
    return stored is None or stored != total or not hidden


def _part(grid: Grid, ref: CellRef) -> tuple[int, str, int]:
    """Name the hidden part that a cell lies in: its sheet, column or row, joined with those beside.

    Rows (columns) that are hidden side by side are one part, named by the first of them.
    """
    if _is_hidden(grid):
        return grid.index, "sheet", 0
    if ref.row in grid.sheet.hidden_rows:
        return grid.index, "row", _first(ref.row, grid.sheet.hidden_rows)
    return grid.index, "column", _first(ref.column, grid.sheet.hidden_columns)


def _first(number: int, hidden: frozenset[int]) -> int:
    while number - 1 in hidden:
        number -= 1
    return number


def _gathered(grid: Grid, kind: str, told: list[tuple[Sum, CellRef, Number]]) -> HiddenPart:
    figures: dict[Sum, list[Number]] = {}
    for one, _, figure in told:
        figures.setdefault(one, []).append(figure)
    first = min(ref for _, ref, _ in told)
    counted = tuple(tuple(found) for found in figures.values())
    return HiddenPart(grid, first, tuple(figures), counted, whole_sheet=kind == "sheet")
