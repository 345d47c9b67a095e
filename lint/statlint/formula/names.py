"""What a defined name stands for, where that is plain."""

from __future__ import annotations

from statlint.formula.formulas import Formulas
from statlint.formula.model import Constant, Reference, Whole
from statlint.formula.parse import parse_formula
from statlint.grid import Grid
from statlint.values import CellRef

_ANYWHERE = CellRef(1, 1)


def meaning(name: str, home: Grid, formulas: Formulas) -> Reference | Constant | None:
    """Give the cells or the constant a name stands for on a sheet; None where it is not plain.

    A name of the sheet itself goes before one of the whole workbook.
    """
    folded = name.casefold()
    called = [one for one in formulas.names if one.name.casefold() == folded]
    for sheet in (home.name, None):
        for one in called:
            if one.sheet == sheet:
                return _plain(one.text)
    return None


def _plain(text: str) -> Reference | Constant | None:
    formula = parse_formula(text, _ANYWHERE)
    if formula is None:
        return None
    tree = formula.tree
    if isinstance(tree, Constant):
        return tree
    # Without $ a name means another cell in each cell that uses it.
    if isinstance(tree, Reference) and tree.sheet is not None and _stays(tree):
        return tree
    return None


def _stays(reference: Reference) -> bool:
    """Tell whether all corners are absolute, but for the ends of whole rows or columns."""
    stays = reference.absolute
    rows = stays.first_row and stays.last_row
    columns = stays.first_column and stays.last_column
    return (rows or reference.whole is Whole.COLUMNS) and (columns or reference.whole is Whole.ROWS)
