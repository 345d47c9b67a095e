"""A formula that cells share, written out for each of them."""

from __future__ import annotations

import re
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.values import column_letters, column_number
from statlint.workbook.engines import limits

# Possessive: what one alternative has taken is never tried again, so a formula is read once.
_PART = pattern_of(
    r"""
    "[^"]*+(?:""[^"]*+)*+" | '[^']*+(?:''[^']*+)*+'
  | \[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+\]
  | (?P<cell>(?P<fixed_column>\$?)(?P<column>[A-Za-z]{1,3})(?P<fixed_row>\$?)(?P<row>[0-9]{1,7})
      (?![\w.?\\(\[!]))
  | (?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.?\\(\[!]))
  | (?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7}(?![\w.?\\(\[!]))
  | [^\W\d][\w.?\\]*+ | [0-9.]++(?:[eE][+-]?[0-9]++)?
    """,
    re.VERBOSE,
)
_LONGEST = 32_767


@dataclass(frozen=True, slots=True)
class _Axis:
    """A row or column that a formula names: its number, and whether it stays where it is."""

    number: int
    fixed: bool
    last: int

    def moved(self, by: int) -> int:
        """Give the number as seen from another cell; beyond the last one it starts again."""
        return self.number if self.fixed else (self.number + by - 1) % self.last + 1


_Piece: TypeAlias = str | tuple[_Axis | None, _Axis | None]


class SharedFormula:
    """A formula with the cell it was written for."""

    def __init__(self, formula: str, row: int, column: int) -> None:
        """Cut the formula into what moves with the cell and what stays."""
        self._row, self._column = row, column
        self._pieces = _cut(formula) if len(formula) <= _LONGEST else [formula]

    def moved_to(self, row: int, column: int) -> str:
        """Write the formula as another cell has it."""
        down, right = row - self._row, column - self._column
        return "".join(
            piece if isinstance(piece, str) else _written(piece, down, right)
            for piece in self._pieces
        )


def _cut(formula: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = 0
    for found in _PART.finditer(formula):
        places = _places(found)
        if not places:
            continue
        pieces.append(formula[end : found.start()])
        for at, place in enumerate(places):
            pieces += [":", place] if at else [place]
        end = found.end()
    pieces.append(formula[end:])
    return pieces


def _places(found: re.Match[str]) -> list[tuple[_Axis | None, _Axis | None]]:
    """Give the places that a part of a formula names; none for a name, a text or a figure."""
    if found["cell"]:
        row = _row(found["fixed_row"] + found["row"])
        column = _column(found["fixed_column"] + found["column"])
        places: list[tuple[_Axis | None, _Axis | None]] = [(row, column)]
    elif found["columns"]:
        places = [(None, _column(one)) for one in found["columns"].split(":")]
    elif found["rows"]:
        places = [(_row(one), None) for one in found["rows"].split(":")]
    else:
        return []
    axes = (axis for place in places for axis in place if axis)
    # XFE1 and A1048577 lie outside every sheet: they are names.
    return places if all(0 < axis.number <= axis.last for axis in axes) else []


def _row(written: str) -> _Axis:
    return _Axis(int(written.lstrip("$")), written.startswith("$"), limits.ROWS)


def _column(written: str) -> _Axis:
    number = column_number(written.lstrip("$"))
    return _Axis(number, written.startswith("$"), limits.COLUMNS)


def _written(place: tuple[_Axis | None, _Axis | None], down: int, right: int) -> str:
    row, column = place
    letters = f"{'$' * column.fixed}{column_letters(column.moved(right))}" if column else ""
    return f"{letters}{'$' * row.fixed}{row.moved(down)}" if row else letters
