"""A formula as seen from its own cell, so that it can be compared with its neighbours'."""

from __future__ import annotations

from operator import itemgetter

from statlint.formula.model import Formula, Reference, Whole
from statlint.formula.places import LAST_COLUMN, LAST_ROW
from statlint.pattern import pattern_of
from statlint.values import CellRef, column_letters

_PLAIN_SHEET = pattern_of(r"[^\W\d][\w.]*")
_LIKE_A_CELL = pattern_of(r"[A-Za-z]{1,3}[0-9]+|[RrCc][0-9]*(?:[Cc][0-9]*)?")


def relative(formula: Formula) -> str:
    """Write a formula with its references counted from its own cell: SUM(R[-3]C:R[-1]C).

    Two formulas are the same one, copied, exactly where these texts are the same.
    """
    return "".join(
        piece if isinstance(piece, str) else _prefix(piece) + _counted(piece, formula.at)
        for piece in formula.pieces
    )


def moved(formula: Formula, to: CellRef) -> str | None:
    """Write a formula as it would read if copied to another cell; None if it left the sheet."""
    down, right = to.row - formula.at.row, to.column - formula.at.column
    texts = [
        piece if isinstance(piece, str) else _shifted(piece, down, right)
        for piece in formula.pieces
    ]
    return None if None in texts else "=" + "".join(text for text in texts if text is not None)


def write_reference(reference: Reference) -> str:
    """Write a reference as Excel does: '表 二'!$C$6:C9."""
    return _shifted(reference, 0, 0) or ""


def _prefix(reference: Reference) -> str:
    """Write sheet and file with the `!`; nothing for the formula's own sheet."""
    file = "" if reference.file is None else f"[{reference.book or reference.file}]"
    sheets = ":".join(name for name in (reference.sheet, reference.last_sheet) if name)
    if not file and not sheets:
        return ""
    if not reference.book and _is_plain(reference.sheet) and _is_plain(reference.last_sheet):
        return f"{file}{sheets}!"
    return "'" + (file + sheets).replace("'", "''") + "'!"


def _is_plain(sheet: str | None) -> bool:
    """Tell whether a sheet's name needs no quotes."""
    return sheet is None or bool(
        _PLAIN_SHEET.fullmatch(sheet) and not _LIKE_A_CELL.fullmatch(sheet)
    )


def _counted(reference: Reference, at: CellRef) -> str:
    """Write the corners as distances from a cell; a place that stays is written as it is."""
    first, last, stays = reference.range.first, reference.range.last, reference.absolute
    rows = (
        _distance("R", first.row, at.row, stays=stays.first_row),
        _distance("R", last.row, at.row, stays=stays.last_row),
    )
    columns = (
        _distance("C", first.column, at.column, stays=stays.first_column),
        _distance("C", last.column, at.column, stays=stays.last_column),
    )
    if reference.whole is Whole.COLUMNS:
        return ":".join(columns)
    if reference.whole is Whole.ROWS:
        return ":".join(rows)
    corners = [row + column for row, column in zip(rows, columns, strict=True)]
    return ":".join(corners if corners[0] != corners[1] else corners[:1])


def _distance(letter: str, place: int, origin: int, *, stays: bool) -> str:
    if stays:
        return f"{letter}{place}"
    return f"{letter}[{place - origin}]" if place != origin else letter


def _shifted(reference: Reference, down: int, right: int) -> str | None:
    """Write a reference moved by rows and columns; None where it would leave the sheet."""
    first, last, stays = reference.range.first, reference.range.last, reference.absolute
    rows = _places((first.row, last.row), (stays.first_row, stays.last_row), down)
    columns = _places((first.column, last.column), (stays.first_column, stays.last_column), right)
    if reference.whole is Whole.COLUMNS:
        rows = [(1, False), (LAST_ROW, False)]
    elif reference.whole is Whole.ROWS:
        columns = [(1, False), (LAST_COLUMN, False)]
    if rows[0][0] < 1 or columns[0][0] < 1 or rows[1][0] > LAST_ROW or columns[1][0] > LAST_COLUMN:
        return None
    return _prefix(reference) + _a1(rows, columns, reference.whole)


def _places(places: tuple[int, int], stays: tuple[bool, bool], by: int) -> list[tuple[int, bool]]:
    """Move two places, but for those that stay; the first is the smaller one still."""
    moved_ones = [
        (place if fixed else place + by, fixed) for place, fixed in zip(places, stays, strict=True)
    ]
    return sorted(moved_ones, key=itemgetter(0))


def _a1(rows: list[tuple[int, bool]], columns: list[tuple[int, bool]], whole: Whole) -> str:
    """Write two corners in letters and digits."""
    across = ["$" * stays + column_letters(column) for column, stays in columns]
    down = ["$" * stays + str(row) for row, stays in rows]
    if whole is Whole.COLUMNS:
        return ":".join(across)
    if whole is Whole.ROWS:
        return ":".join(down)
    corners = [column + row for column, row in zip(across, down, strict=True)]
    return ":".join(corners if corners[0] != corners[1] else corners[:1])
