"""How the figures of one table have changed, in short: to be held against those of other units."""

from __future__ import annotations

from array import array

from statlint.dataclass import dataclass
from statlint.values import CellRef


@dataclass(frozen=True, slots=True)
class Place:
    """Where one figure of a table stands in a file, and what its line and head are called there."""

    sheet: str | None
    cell: CellRef
    line: str
    head: str


@dataclass(frozen=True, slots=True, eq=False)
class Drift:
    """The figures of one table that are above 0 in two periods.

    Thousands of files have one each: what they share is kept once, figures as machine numbers.
    `keys` say which figure of the form each is; `whole` whether all are counts.
    """

    form: str
    table: str
    earlier: str
    """The path of the file of the period before."""
    keys: tuple[str, ...]
    was: array[float]
    now: array[float]
    whole: bool
    sheet: str | None
    rows: array[int]
    columns: array[int]
    lines: tuple[str, ...]
    heads: tuple[str, ...]

    def place(self, at: int) -> Place:
        """Say where a figure stands."""
        cell = CellRef(self.rows[at], self.columns[at])
        return Place(self.sheet, cell, self.lines[at], self.heads[at])
