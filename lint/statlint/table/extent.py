"""How far a table reaches to the left of its figures, and where another one ends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from statlint.table.boxhead import Boxhead
from statlint.table.view import View

_ROWS_UP = 2
"""Rows by which the heads of tables side by side may stand higher or lower."""
_ROWS_LOOKED_AT = 8
"""Rows below a boxhead that show whether a column belongs to the stub."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The rows of a boxhead and the columns of its table, the stub included."""

    first_row: int
    last_row: int
    left: int
    figures: int
    """The first column under a head."""
    right: int

    def stub_start(self, others: Iterable[Extent], end: int) -> int:
        """Give the first column that may hold labels: right of any table that stands beside.

        Columns without a text count too: where merges are lost, a short table has blank ones
        between its labels and its figures.
        """
        beside = (
            other.right
            for other in others
            if other.right < self.figures and self.first_row - _ROWS_UP <= other.first_row < end
        )
        return max(beside, default=0) + 1

    def end(self, others: Iterable[Extent], last: int) -> int:
        """Give the row after the last one the table can have: where another begins below it."""
        return min(
            (
                other.first_row
                for other in others
                if other.first_row > self.last_row
                and other.left <= self.right
                and self.left <= other.right
            ),
            default=last + 1,
        )


def extent_of(view: View, boxhead: Boxhead) -> Extent:
    """Find the columns of a table: from its heads to the left as long as something is printed."""
    rows = range(boxhead.first_row, min(view.rows, boxhead.last_row + _ROWS_LOOKED_AT) + 1)
    left = boxhead.first_column
    while left > 1 and any(view.text(row, left - 1) for row in rows):
        left -= 1
    first = boxhead.first_column
    return Extent(boxhead.first_row, boxhead.last_row, left, first, boxhead.last_column)
