"""Ranges as an .xlsx file writes them: A1:C3, a single cell, whole columns or rows."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING
from statlint.values import column_number
from statlint.workbook.engines import limits

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import StoredRange

_DIGITS = "0123456789"
_MOST_LETTERS, _MOST_DIGITS = 3, 7


def read_range(written: str) -> StoredRange | None:
    """Read a range; None for what is none. Nothing is ever expanded."""
    first, colon, last = written.partition(":")
    begin = _corner(first)
    end = _corner(last) if colon else begin
    # Whole columns have no rows, whole rows no columns; then neither end has any.
    if begin is None or end is None or [*map(bool, begin)] != [*map(bool, end)]:
        return None
    (top, left), (bottom, right) = begin, end
    rows = (int(top), int(bottom)) if top else (1, limits.ROWS)
    columns = (column_number(left), column_number(right)) if left else (1, limits.COLUMNS)
    if not (0 < rows[0] <= rows[1] <= limits.ROWS and columns[0] <= columns[1] <= limits.COLUMNS):
        return None
    return rows[0], columns[0], rows[1], columns[1]


def _corner(written: str) -> tuple[str, str] | None:
    """Give digits and letters of one end of a range; None where it has neither."""
    written = written.removeprefix("$")
    start = written.rstrip(_DIGITS)
    digits, letters = written[len(start) :], start.removesuffix("$")
    known = letters.isascii() and (letters.isalpha() or not letters)
    if not known or len(letters) > _MOST_LETTERS or not (digits or letters):
        return None
    return (digits.lstrip("0")[: _MOST_DIGITS + 1] or digits[:1], letters)
