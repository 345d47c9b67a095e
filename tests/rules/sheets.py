"""Workbooks written as text: what a cell holds is told by its first sign or its shape.

`12` is a number, `'12` a number stored as text, `12.5%` a number shown as per cent, `#REF!` an
error, `=A1` a formula without a result, `2018-01-11` a date, `TRUE` a truth value, all else
text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from statlint.values import CellRange, CellRef, read_number
from statlint.workbook import Cell, CellKind, Container, Opening, Sheet, Workbook

_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHARE = re.compile(r"-?\d+(?:\.(\d+))?%")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def opening_of(name: str, sheets: Mapping[str, str], merges: Sequence[str]) -> Opening:
    """Make an opened workbook of sheets written as CSV; the merges are those of the first sheet."""
    ranges = tuple(CellRange.parse(merge) for merge in merges)
    made = tuple(
        Sheet(title, tuple(_cells(grid)), () if index else ranges)
        for index, (title, grid) in enumerate(sheets.items())
    )
    book = Workbook(made, Container.XLSX)
    return Opening(name, name.rpartition(".")[2], Container.XLSX, book)


def _cells(grid: str) -> Iterator[Cell]:
    for row, values in enumerate(csv.reader(StringIO(grid)), 1):
        for column, written in enumerate(values, 1):
            if written.strip():
                yield _cell(CellRef(row, column), written)


def _cell(ref: CellRef, written: str) -> Cell:
    if _ERROR.fullmatch(written):
        return Cell(ref, CellKind.ERROR, written)
    if written.startswith("="):
        return Cell(ref, CellKind.NO_RESULT, written, formula=written)
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
