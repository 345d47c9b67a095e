"""Small workbooks with formulas for tests, each sheet stated as its cells.

A value that begins with `=` is a formula without a stored result; a pair is a formula with one.
Texts that begin with `#` are error values, and `2024-03-01` is a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from statlint.formula import FormulaCell, Formulas
from statlint.grid import spread
from statlint.values import CellRange, CellRef, Number
from statlint.workbook import Cell, CellKind, Container, DefinedName, Sheet, Workbook

Value: TypeAlias = int | str | bool
Stated: TypeAlias = Value | tuple[str, Value]
_FIGURE = re.compile(r"-?[0-9]*\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def formulas_of(
    *sheets: Sheet,
    names: Mapping[str, str] | None = None,
    as_displayed: bool = False,
) -> Formulas:
    """Make the formulas of a workbook of some sheets; names are for the whole of it."""
    workbook = Workbook(
        sheets,
        Container.XLSX,
        names=tuple(DefinedName(name, text) for name, text in (names or {}).items()),
        as_displayed=as_displayed,
    )
    return Formulas(workbook, tuple(spread(one, index=at) for at, one in enumerate(sheets)))


def sheet_with(
    cells: Mapping[str, Stated],
    *,
    name: str = "Sheet1",
    formats: Mapping[str, str] | None = None,
    hidden_rows: Sequence[int] = (),
    merges: str = "",
    empty_texts: str = "",
) -> Sheet:
    """Make a sheet of cells by their places; a figure with a point is written as text: "2.5"."""
    stored = [
        _cell(CellRef.parse(at), value, (formats or {}).get(at)) for at, value in cells.items()
    ]
    stored.sort(key=lambda cell: cell.ref)
    ranges = tuple(map(CellRange.parse, merges.split()))
    empty = [CellRef.parse(at) for at in empty_texts.split()]
    return Sheet(
        name,
        tuple(stored),
        ranges,
        hidden_rows=frozenset(hidden_rows),
        empty_texts=frozenset((ref.row, ref.column) for ref in empty),
    )


def formula_at(formulas: Formulas, at: str) -> FormulaCell:
    """Give the formula cell at a place of the first sheet."""
    found = formulas.at(formulas.grids[0], CellRef.parse(at))
    assert found is not None, at
    return found


def _cell(ref: CellRef, stated: Stated, number_format: str | None) -> Cell:
    if isinstance(stated, tuple):
        formula, value = stated
    elif isinstance(stated, str) and stated.startswith("="):
        return Cell(ref, CellKind.NO_RESULT, stated, None, number_format, stated)
    else:
        formula, value = None, stated
    kind, number = _kind(value)
    text = str(value).upper() if kind is CellKind.BOOLEAN else str(value)
    return Cell(ref, kind, text, number, number_format, formula)


def _kind(value: Value) -> tuple[CellKind, Number | None]:
    if isinstance(value, bool):
        return CellKind.BOOLEAN, None
    if isinstance(value, int):
        return CellKind.NUMBER, value
    if _FIGURE.fullmatch(value):
        return CellKind.NUMBER, Decimal(value)
    if value.startswith("#"):
        return CellKind.ERROR, None
    return CellKind.DATE if _DATE.fullmatch(value) else CellKind.TEXT, None
