"""Error values: where each begins, and what only follows from it."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.dataclass import dataclass
from statlint.formula.circle import Place
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.index import CellIndex
from statlint.formula.reads import areas_read
from statlint.grid import Grid
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind
from statlint.workbook.cells import cells_of

_ON_PURPOSE = "NA"
"""NA() is written so that a chart leaves a gap."""


@dataclass(frozen=True, slots=True, eq=False)
class ErrorRoot:
    """Cells in which the same formula gives the same error, and the cells that only follow."""

    grid: Grid
    cells: tuple[Cell, ...]
    formula: FormulaCell | None
    followers: tuple[tuple[Grid, CellRef], ...]


def error_roots(formulas: Formulas) -> tuple[ErrorRoot, ...]:
    """Find the cells in which errors begin, in the order of the workbook."""
    cells: dict[Place, Cell] = {
        (grid.index, cell.ref): cell
        for grid in formulas.grids
        for cell in cells_of(grid.sheet.cells, CellKind.ERROR)
    }
    if not cells:
        return ()
    index = CellIndex((formulas.grids[number], ref) for number, ref in cells)
    roots = _roots({place: _first_read(place, formulas, index) for place in cells})
    groups: dict[tuple[int, str, str], list[Place]] = {}
    followers: dict[Place, list[Place]] = {}
    for place, cell in cells.items():
        if roots[place] != place:
            followers.setdefault(roots[place], []).append(place)
        elif not _on_purpose(place, formulas):
            groups.setdefault(_kind(place, cell, formulas), []).append(place)
    return tuple(_gathered(members, cells, followers, formulas) for members in groups.values())


def _gathered(
    members: list[Place],
    cells: Mapping[Place, Cell],
    followers: Mapping[Place, list[Place]],
    formulas: Formulas,
) -> ErrorRoot:
    grid = formulas.grids[members[0][0]]
    return ErrorRoot(
        grid,
        tuple(cells[place] for place in members),
        formulas.at(grid, members[0][1]),
        tuple(
            (formulas.grids[number], ref)
            for place in members
            for number, ref in followers.get(place, ())
        ),
    )


def _first_read(place: Place, formulas: Formulas, index: CellIndex) -> Place | None:
    """Find an error that a formula reads."""
    one = formulas.at(formulas.grids[place[0]], place[1])
    for area in areas_read(one, formulas) if one else ():
        for ref in index.within(area):
            if (area.grid.index, ref) != place:
                return area.grid.index, ref
    return None


def _roots(reads: Mapping[Place, Place | None]) -> dict[Place, Place]:
    """Go back from each error to where it begins; in a circle, to one of its cells."""
    roots: dict[Place, Place] = {}
    for start in reads:
        path: dict[Place, None] = {}
        place: Place | None = start
        while place is not None and place not in path and place not in roots:
            path[place] = None
            last, place = place, reads[place]
        root = last if place is None else roots.get(place, place)
        roots |= dict.fromkeys(path, root)
    return roots


def _on_purpose(place: Place, formulas: Formulas) -> bool:
    one = formulas.at(formulas.grids[place[0]], place[1])
    return one is not None and one.formula is not None and _ON_PURPOSE in one.formula.functions


def _kind(place: Place, cell: Cell, formulas: Formulas) -> tuple[int, str, str]:
    """Say what errors of one cause have in common: the sheet, the error, the formula."""
    one = formulas.at(formulas.grids[place[0]], place[1])
    return place[0], cell.text, (one.relative if one else None) or str(cell.ref)
