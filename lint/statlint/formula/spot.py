"""A cell that a rule on formulas speaks of, with what its line and its head are called."""

from __future__ import annotations

from dataclasses import dataclass

from statlint.values import CellRef


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: its sheet, what it holds as text, and the labels beside and above it."""

    text: str
    sheet: str | None
    cell: CellRef
    line: str = ""
    head: str = ""
