"""What a defined name stands for, where that is plain."""

from __future__ import annotations

from typing import TypeAlias

from statlint.formula.formulas import Formulas
from statlint.formula.model import Constant, Reference, Whole
from statlint.formula.parse import parse_formula
from statlint.grid import Grid
from statlint.values import CellRef

_ANYWHERE = CellRef(1, 1)

Meaning: TypeAlias = Reference | Constant | None


def meaning(name: str, home: Grid, formulas: Formulas) -> Meaning:
    """Give the cells or the constant a name stands for on a sheet; None where it is not plain.

    A name of the sheet itself goes before one of the whole workbook.
    """
    meanings, folded = formulas.ask(_meanings), name.casefold()
    if (home.name, folded) in meanings:
        return meanings[home.name, folded]
    return meanings.get((None, folded))


def _meanings(formulas: Formulas) -> dict[tuple[str | None, str], Meaning]:
    """Take all names apart, by sheet and name: a name may be used as often as there are cells."""
    return {(one.sheet, one.name.casefold()): _plain(one.text) for one in formulas.names}


def _plain(text: str) -> Meaning:
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
