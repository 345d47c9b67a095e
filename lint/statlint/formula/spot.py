"""A cell that a rule on formulas or lists speaks of, with what its line and head are called."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.values import CellRef


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: its sheet, what it holds as text, and the labels beside and above it.

    `path` is that of its file where it is not the one that is checked.
    """

    text: str
    sheet: str | None
    cell: CellRef
    line: str = ""
    head: str = ""
    path: str | None = None
