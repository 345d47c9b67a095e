"""Formulas that name cells by row and column numbers, as XML Spreadsheet 2003 writes them."""

from __future__ import annotations

import re

from statlint.pattern import pattern_of
from statlint.values import column_letters
from statlint.workbook.engines import limits

_STEP = r"(?:\[-?[0-9]{1,7}\]|[0-9]{1,7})?"
_PART = pattern_of(
    rf"""
    "[^"]*+(?:""[^"]*+)*+" | '[^']*+(?:''[^']*+)*+'
  | (?P<cell>R(?P<row>{_STEP})C(?P<column>{_STEP})(?![\w.?\\(\[!]))
  | (?P<rows>R(?P<top>{_STEP})(?::R(?P<bottom>{_STEP}))?(?![\w.?\\(\[!]))
  | (?P<columns>C(?P<left>{_STEP})(?::C(?P<right>{_STEP}))?(?![\w.?\\(\[!]))
  | [^\W\d][\w.?\\]*+ | [0-9.]++(?:[eE][+-]?[0-9]++)?
    """,
    re.VERBOSE,
)


def with_letters(formula: str, row: int, column: int) -> str:
    """Write a formula with the names of cells that are in use now: R[-1]C2 in C4 is $B3."""
    return _PART.sub(lambda found: _named(found, row, column), formula)


def _named(found: re.Match[str], row: int, column: int) -> str:
    if found["cell"]:
        return _column(found["column"], column) + _row(found["row"], row)
    if found["rows"]:
        bottom = found["top"] if found["bottom"] is None else found["bottom"]
        return f"{_row(found['top'], row)}:{_row(bottom, row)}"
    if found["columns"]:
        right = found["left"] if found["right"] is None else found["right"]
        return f"{_column(found['left'], column)}:{_column(right, column)}"
    return found[0]


def _row(step: str, row: int) -> str:
    fixed, number = _place(step, row, limits.ROWS)
    return f"{fixed}{number}"


def _column(step: str, column: int) -> str:
    fixed, number = _place(step, column, limits.COLUMNS)
    return f"{fixed}{column_letters(number)}"


def _place(step: str, here: int, last: int) -> tuple[str, int]:
    """Give the sign of a fixed place and its number; beyond the last one it starts again."""
    number = int(step.strip("[]") or 0)
    if step.isdigit():
        return "$", (number - 1) % last + 1
    return "", (here + number - 1) % last + 1
