"""SUBTOTAL: a function of ranges that leaves out hidden rows and other subtotals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.formula.aggregates import SUBTOTALS
from statlint.formula.formulas import Formulas
from statlint.formula.model import Call
from statlint.formula.operands import LeftAloneError, Quantity
from statlint.formula.reads import Area
from statlint.formula.result import LeftAlone
from statlint.workbook import Cell

_WITHOUT_HIDDEN = 100


def subtotal(number: Quantity, areas: Iterable[Area], formulas: Formulas) -> Quantity:
    """Reckon SUBTOTAL by the number of its function: 9 for a sum, 109 without hidden rows."""
    skips_hidden, kind = divmod(number.value, _WITHOUT_HIDDEN)
    aggregate = SUBTOTALS.get(int(kind))
    if aggregate is None or kind != int(kind) or skips_hidden not in {0, 1}:
        raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
    return aggregate(
        cell
        for area in areas
        for cell in _shown(area, skips_hidden=bool(skips_hidden))
        if not _is_subtotal(cell, area, formulas)
    )


def _shown(area: Area, *, skips_hidden: bool) -> Iterator[Cell]:
    """Go through the cells of an area without those of hidden rows."""
    hidden = area.grid.sheet.hidden_rows
    for cell in area.filled():
        if cell.ref.row not in hidden:
            yield cell
        elif not skips_hidden:
            # What a filter hides is left out, what a hand hides counts: the file tells neither.
            raise LeftAloneError(LeftAlone.HIDDEN)


def _is_subtotal(cell: Cell, area: Area, formulas: Formulas) -> bool:
    """Tell whether a cell is a subtotal itself, which another subtotal leaves out."""
    if cell.formula is None:
        return False
    inner = formulas.at(area.grid, cell.ref)
    if inner is None or inner.formula is None:
        raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
    if isinstance(inner.formula.tree, Call) and inner.formula.tree.function == "SUBTOTAL":
        return True
    if inner.formula.functions & {"SUBTOTAL", "AGGREGATE"}:
        raise LeftAloneError(LeftAlone.FUNCTION, "SUBTOTAL")
    return False
