"""Workbooks written as text: what a cell holds is told by its first sign or its shape.

`12` is a number, `'12` a number stored as text, `12.5%` a number shown as per cent, `#REF!` an
error, `=A1` a formula without a result, `=A1 -> 12` one with the result that the file stores,
`2018-01-11` a date, `TRUE` a truth value, all else text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

from statlint.values import CellRange, CellRef, column_number, read_number
from statlint.workbook import (
    Cell,
    CellKind,
    Container,
    DefinedName,
    Opening,
    Outward,
    Sheet,
    SheetState,
    Silenced,
    Workbook,
)

_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHARE = re.compile(r"-?\d+(?:\.(\d+))?%")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_COLUMN = re.compile(r"[A-Z]{1,2}")
_RESULT = " -> "


def opening_of(name: str, sheets: Mapping[str, str], more: Mapping[str, Any]) -> Opening:
    """Make an opened workbook of sheets written as CSV, and of what stands beside its cells."""
    hidden = [str(part) for part in more.get("hidden", ())]
    (title, grid), *others = sheets.items()
    first = _with_details(Sheet(title, tuple(_cells(grid))), hidden, more)
    made = [first, *(Sheet(title, tuple(_cells(grid))) for title, grid in others)]
    book = Workbook(
        tuple(_with_state(sheet, hidden) for sheet in made),
        Container.XLSX,
        names=tuple(DefinedName(key, text) for key, text in more.get("names", {}).items()),
        links=tuple(more.get("links", ())),
        as_displayed=bool(more.get("as-displayed", False)),
        outward=frozenset(map(Outward, more.get("outward", ()))),
    )
    return Opening(name, name.rpartition(".")[2], Container.XLSX, book)


def _with_details(sheet: Sheet, hidden: Collection[str], more: Mapping[str, Any]) -> Sheet:
    formats = {CellRange.parse(ref): code for ref, code in more.get("formats", {}).items()}
    silenced = more.get("silenced", {}).items()
    columns = [part for part in hidden if _COLUMN.fullmatch(part)]
    return replace(
        sheet,
        cells=tuple(_with_format(cell, formats) for cell in sheet.cells),
        merges=tuple(map(CellRange.parse, more.get("merges", ()))),
        hidden_rows=frozenset(int(part) for part in hidden if part.isdecimal()),
        long_texts=tuple(map(CellRef.parse, more.get("long-texts", ()))),
        hidden_columns=frozenset(map(column_number, columns)),
        silenced=tuple(Silenced(CellRange.parse(ref), frozenset({kind})) for ref, kind in silenced),
    )


def _with_format(cell: Cell, formats: Mapping[CellRange, str]) -> Cell:
    found = (code for area, code in formats.items() if cell.ref in area)
    return replace(cell, number_format=next(found, cell.number_format))


def _with_state(sheet: Sheet, hidden: Collection[str]) -> Sheet:
    return replace(sheet, state=SheetState.HIDDEN) if sheet.name in hidden else sheet


def _cells(grid: str) -> Iterator[Cell]:
    for row, values in enumerate(csv.reader(StringIO(grid)), 1):
        for column, written in enumerate(values, 1):
            if written.strip():
                yield _cell(CellRef(row, column), written)


def _cell(ref: CellRef, written: str) -> Cell:
    if written.startswith("="):
        formula, _, result = written.partition(_RESULT)
        if not result:
            return Cell(ref, CellKind.NO_RESULT, formula, formula=formula)
        return replace(_cell(ref, result), formula=formula)
    if _ERROR.fullmatch(written):
        return Cell(ref, CellKind.ERROR, written)
    if _DATE.fullmatch(written):
        return Cell(ref, CellKind.DATE, written)
    if written in {"TRUE", "FALSE"}:
        return Cell(ref, CellKind.BOOLEAN, written)
    share = _SHARE.fullmatch(written)
    if share:
        number = Decimal(written[:-1]) / 100
        shown = "0." + "0" * len(share[1]) + "%" if share[1] else "0%"
        return Cell(ref, CellKind.NUMBER, str(number), number, shown)
    if _NUMBER.fullmatch(written):
        return Cell(ref, CellKind.NUMBER, written, read_number(written))
    return Cell(ref, CellKind.TEXT, written.removeprefix("'"))
