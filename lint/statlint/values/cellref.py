"""Cell references: where a cell stands on its sheet, as Excel writes it."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of

_A1 = pattern_of(r"([A-Za-z]{1,3})([1-9][0-9]*)")


def column_letters(number: int) -> str:
    """Write a column number (1 for A) in letters."""
    if number < 1:
        message = f"column numbers start at 1, not {number}"
        raise ValueError(message)
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Read a column's letters (A is 1)."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell of a sheet; rows and columns start at 1."""

    row: int
    column: int

    def __str__(self) -> str:
        """Write the reference as Excel does: D27."""
        return f"{column_letters(self.column)}{self.row}"

    @classmethod
    def parse(cls, text: str) -> CellRef:
        """Read a reference such as D27; raises ValueError for anything else."""
        found = _A1.fullmatch(text)
        if found is None:
            message = f"{text!r} is not a cell reference"
            raise ValueError(message)
        return cls(row=int(found[2]), column=column_number(found[1]))


@dataclass(frozen=True, slots=True, order=True)
class CellRange:
    """A rectangle of cells, both corners included."""

    first: CellRef
    last: CellRef

    def __str__(self) -> str:
        """Write the range as Excel does: A3:J31, or A3 for a single cell."""
        return str(self.first) if self.first == self.last else f"{self.first}:{self.last}"

    def __contains__(self, ref: CellRef) -> bool:
        """Tell whether a cell lies inside."""
        return (
            self.first.row <= ref.row <= self.last.row
            and self.first.column <= ref.column <= self.last.column
        )

    def overlaps(self, other: CellRange) -> bool:
        """Tell whether two rectangles share a cell."""
        return (
            self.first.row <= other.last.row
            and other.first.row <= self.last.row
            and self.first.column <= other.last.column
            and other.first.column <= self.last.column
        )

    @classmethod
    def around(cls, ranges: Iterable[CellRange]) -> CellRange:
        """Give the smallest rectangle that holds several."""
        every = list(ranges)
        return cls(
            CellRef(min(one.first.row for one in every), min(one.first.column for one in every)),
            CellRef(max(one.last.row for one in every), max(one.last.column for one in every)),
        )

    @classmethod
    def parse(cls, text: str) -> CellRange:
        """Read a range such as A3:J31; raises ValueError for anything else."""
        first, _, last = text.partition(":")
        return cls(CellRef.parse(first), CellRef.parse(last or first))
