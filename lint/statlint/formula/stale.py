"""Stored results that are old, or were never reckoned."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.formula.circle import circular_cells
from statlint.formula.drift import rounded_as_shown
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.result import Reckoned

_FEWEST = 2


@dataclass(frozen=True, slots=True, eq=False)
class Stale:
    """A formula whose stored result is not what it gives now."""

    cell: FormulaCell
    now: Reckoned


def stale_results(formulas: Formulas) -> tuple[Stale, ...]:
    """Find the formulas that give another result than the stored one, circles left out."""
    circular = formulas.ask(circular_cells)
    reckoned = (
        (one, formulas.reckon(one))
        for one in formulas.cells()
        if (one.grid.index, one.ref) not in circular
    )
    return tuple(
        Stale(one, now)
        for one, now in reckoned
        if isinstance(now, Reckoned) and not now.agrees and not _is_rounded(one, now)
    )


def _is_rounded(one: FormulaCell, now: Reckoned) -> bool:
    """Tell whether the stored result is the one of now, rounded as it is displayed.

    LibreOffice writes such results for “precision as shown”, and forgets to say so.
    """
    cell = one.cell
    if now.number is None or cell.number is None:
        return False
    return rounded_as_shown(now.number, cell.number_format) == cell.number


def never_reckoned(formulas: Formulas) -> tuple[FormulaCell, ...]:
    """Give all formulas of a workbook that stores 0 for each of them, though some give more."""
    cells = tuple(formulas.cells())
    if len(cells) < _FEWEST or any(one.cell.number != 0 for one in cells):
        return ()
    return cells if formulas.ask(stale_results) else ()
