"""From a reference as written to the cells it names."""

from __future__ import annotations

import re

from statlint.dataclass import dataclass
from statlint.formula.model import Absolute, Reference, Whole
from statlint.pattern import pattern_of
from statlint.values import CellRange, CellRef, column_number

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_MOVES = Absolute()
_CORNER = pattern_of(r"(\$?)([A-Za-z]*)(\$?)([0-9]*)")
_OUTSIDE = pattern_of(r"(.*)\[([^\[\]]*)\](.*)", re.DOTALL)


class NotUnderstoodError(ValueError):
    """Raised inside this room where a formula is not understood; parse_formula gives None."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the `!` of a reference: sheet, last sheet, and the other file."""

    sheet: str | None = None
    last_sheet: str | None = None
    file: int | None = None
    book: str | None = None


HERE = Prefix()


def read_prefix(written: str) -> Prefix:
    """Read what stands before a reference: '2024 年'!, [1]Sheet1!, Jan:Dec!, or nothing."""
    if not written:
        return HERE
    inner = written.removesuffix("!")
    if inner.startswith("'"):
        inner = inner[1:-1].replace("''", "'")
    outside = _OUTSIDE.fullmatch(inner)
    if outside:
        path, book, sheets = outside.groups()
        number = int(book) if book.isdecimal() and len(book) < len("1048576") else 0
        return _sheets(sheets, number, None if number else path + book)
    if "\\" in inner or "/" in inner:
        return Prefix(file=0, book=inner)
    return _sheets(inner, None, None)


def _sheets(written: str, file: int | None, book: str | None) -> Prefix:
    first, _, last = written.partition(":")
    return Prefix(first or None, last or None, file, book)


def read_area(written: str, prefix: Prefix) -> Reference | None:
    """Read A1, $A$1:B2, A:C or 1:3; None where it lies outside every sheet."""
    first, _, last = written.replace(" ", "").partition(":")
    one, other = _corner(first), _corner(last or first)
    if one is None or other is None:
        return None
    (row, row_stays, column, column_stays) = one
    (low, low_stays, right, right_stays) = other
    whole = Whole.CELLS
    if not row:
        whole, row, low = Whole.COLUMNS, 1, LAST_ROW
    elif not column:
        whole, column, right = Whole.ROWS, 1, LAST_COLUMN
    if row > low:
        row, low, row_stays, low_stays = low, row, low_stays, row_stays
    if column > right:
        column, right, column_stays, right_stays = right, column, right_stays, column_stays
    return Reference(
        CellRange(CellRef(row, column), CellRef(low, right)),
        prefix.sheet,
        prefix.last_sheet,
        prefix.file,
        prefix.book,
        Absolute(row_stays, column_stays, low_stays, right_stays) if "$" in written else _MOVES,
        whole,
    )


def _corner(written: str) -> tuple[int, bool, int, bool] | None:
    """Read one corner: row, whether it stays, column, whether it stays; 0 for what is not named."""
    found = _CORNER.fullmatch(written)
    if found is None:
        return None
    first_sign, letters, sign, digits = found.groups()
    row, column = int(digits or 0), column_number(letters)
    if row > LAST_ROW or column > LAST_COLUMN or (digits and not row):
        return None
    if not letters:
        return row, bool(first_sign or sign), 0, False
    return row, bool(sign), column, bool(first_sign)
