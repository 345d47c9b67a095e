"""The cells that a formula reads."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.model import Reference
from statlint.formula.names import meaning
from statlint.grid import Grid
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind


@dataclass(frozen=True, slots=True)
class Area:
    """A range on one sheet."""

    grid: Grid
    range: CellRange

    @property
    def used(self) -> CellRange | None:
        """The part inside the used area of the sheet; None where nothing of it is."""
        first, last = self.range.first, self.range.last
        row = min(last.row, self.grid.last_row)
        column = min(last.column, self.grid.last_column)
        if row < first.row or column < first.column:
            return None
        return CellRange(first, CellRef(row, column))

    def __len__(self) -> int:
        """Count the cells inside the used area."""
        used = self.used
        if used is None:
            return 0
        first, last = used.first, used.last
        return (last.row - first.row + 1) * (last.column - first.column + 1)

    def places(self) -> Iterator[CellRef]:
        """Go through the cells inside the used area, row by row, empty ones too."""
        used = self.used
        if used is None:
            return
        for row in range(used.first.row, used.last.row + 1):
            for column in range(used.first.column, used.last.column + 1):
                yield CellRef(row, column)

    def cells(self) -> Iterator[Cell]:
        """Go through the cells that hold something; what a merged range hides counts as well."""
        used = self.used
        if used is None:
            return
        for row in range(used.first.row, used.last.row + 1):
            for column in range(used.first.column, used.last.column + 1):
                cell = self.grid.stored(row, column)
                if cell is not None:
                    yield cell

    def filled(self) -> Iterator[Cell]:
        """Go through the cells that formulas take for filled: those with an empty text as well."""
        empty = self.grid.sheet.empty_texts
        if not empty:
            yield from self.cells()
            return
        for ref in self.places():
            cell = self.grid.stored(ref.row, ref.column)
            if cell is not None:
                yield cell
            elif (ref.row, ref.column) in empty:
                yield Cell(ref, CellKind.TEXT, "")


def areas_of(reference: Reference, home: Grid, formulas: Formulas) -> tuple[Area, ...] | None:
    """Find the ranges of a reference: one for each sheet; None for another file or no sheet."""
    if reference.file is not None:
        return None
    first = home if reference.sheet is None else formulas.grid(reference.sheet)
    last = first if reference.last_sheet is None else formulas.grid(reference.last_sheet)
    if first is None or last is None:
        return None
    if first is last:
        return (Area(first, reference.range),)
    low, high = sorted((first.index, last.index))
    return tuple(
        Area(grid, reference.range) for grid in formulas.grids if low <= grid.index <= high
    )


def areas_read(one: FormulaCell, formulas: Formulas) -> tuple[Area, ...]:
    """List the ranges a formula names, by name too; what lies in other files is left out."""
    if one.formula is None:
        return ()
    meanings = [meaning(name, one.grid, formulas) for name in sorted(one.formula.names)]
    references = [*one.formula.references, *(at for at in meanings if isinstance(at, Reference))]
    return tuple(
        area for reference in references for area in areas_of(reference, one.grid, formulas) or ()
    )
