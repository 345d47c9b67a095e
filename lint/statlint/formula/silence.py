"""Cells for which somebody switched off the spreadsheet program's own warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from statlint.dataclass import dataclass
from statlint.formula.formulas import Formulas
from statlint.formula.odd import odd_formulas
from statlint.formula.short import short_sums
from statlint.formula.texts import left_out_texts, text_figure
from statlint.grid import FIGURE_AS_TEXT, Grid
from statlint.values import CellRef

Kind: TypeAlias = Literal["text", "formula"]

_KINDS: dict[Kind, frozenset[str]] = {
    "text": FIGURE_AS_TEXT,
    "formula": frozenset({"formula", "formulaRange"}),
}


@dataclass(frozen=True, slots=True, eq=False)
class SilencedCells:
    """Cells of one sheet that something is wrong with, the warning of which is switched off."""

    grid: Grid
    kind: Kind
    cells: tuple[CellRef, ...]


def silenced_cells(formulas: Formulas) -> tuple[SilencedCells, ...]:
    """Find silenced cells that still deserve a warning, in the order of the workbook."""
    if not any(grid.sheet.silenced for grid in formulas.grids):
        return ()
    found = []
    for grid in formulas.grids:
        doubtful: dict[Kind, Iterator[CellRef]] = {
            "text": _texts(formulas, grid),
            "formula": _formulas(formulas, grid),
        }
        for kind, refs in doubtful.items():
            cells = {ref for ref in refs if grid.silences(ref, _KINDS[kind])}
            if cells:
                found.append(SilencedCells(grid, kind, tuple(sorted(cells))))
    return tuple(found)


def _texts(formulas: Formulas, grid: Grid) -> Iterator[CellRef]:
    """Go through figures stored as text that a sum leaves out or a recognised table asks."""
    for found in formulas.ask(left_out_texts):
        if found.grid is grid:
            yield from (cell.ref for cell in found.cells)
    for sheet, ref in formulas.due:
        cell = grid.stored(ref.row, ref.column) if sheet == grid.name else None
        if cell is not None and text_figure(cell) is not None:
            yield ref


def _formulas(formulas: Formulas, grid: Grid) -> Iterator[CellRef]:
    """Go through sums that leave cells out, and formulas unlike their neighbours."""
    for short in formulas.ask(short_sums):
        if short.strip.sum.grid is grid:
            yield short.strip.sum.ref
    for odd in formulas.ask(odd_formulas):
        if odd.grid is grid:
            yield odd.cell.ref
