"""What the formulas of a workbook show, before any of them is taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from statlint.formula import Formulas
from statlint.rule.occasion import Occasion
from statlint.workbook import CellKind, Sheet, SheetState
from statlint.workbook.cells import cells_of, cells_with_formulas

_OUTWARD = r"[\[|\\]|!.*/|/.*!|WEBSERVICE|RTD|CALL|REGISTER"
"""What a formula has that reads another file, or calls a program: [1]Sheet1!A1, cmd|'/c x'!A0."""


def occasions_of_formulas(formulas: Formulas) -> Iterator[Occasion]:
    """Say what the formulas of a workbook show, and the cells beside them."""
    sheets = [grid.sheet for grid in formulas.grids]
    for kind, occasion in ((CellKind.ERROR, Occasion.ERROR), (CellKind.DATE, Occasion.DATE)):
        if any(next(cells_of(sheet.cells, kind), None) for sheet in sheets):
            yield occasion
    if any(sheet.silenced for sheet in sheets):
        yield Occasion.SILENCED
    if any(map(_hides, sheets)):
        yield Occasion.HIDDEN
    if any(map(re.compile(_OUTWARD, re.IGNORECASE | re.DOTALL).search, _written(formulas, sheets))):
        yield Occasion.ELSEWHERE


def _hides(sheet: Sheet) -> bool:
    return bool(sheet.hidden_rows or sheet.hidden_columns or sheet.state is not SheetState.VISIBLE)


def _written(formulas: Formulas, sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from (cell.formula or "" for cell in cells_with_formulas(sheet.cells))
    yield from (name.text for name in formulas.names)
