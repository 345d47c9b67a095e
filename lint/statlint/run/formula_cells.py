"""Whether the cells of a workbook hold more than they show."""

from __future__ import annotations

from itertools import chain

from statlint.workbook import CellKind, Workbook
from statlint.workbook.cells import cells_of, cells_with_formulas

_TELLING = (CellKind.DATE, CellKind.ERROR, CellKind.NO_RESULT)


def has_formulas(workbook: Workbook) -> bool:
    """Tell whether a cell has a formula, or shows what rules on formulas speak of."""
    for sheet in workbook.sheets:
        telling = chain(cells_with_formulas(sheet.cells), cells_of(sheet.cells, *_TELLING))
        if next(telling, None) is not None:
            return True
    return False
