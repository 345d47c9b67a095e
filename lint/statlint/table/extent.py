"""How far a table reaches to the left of its figures, and where another one ends it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from statlint.dataclass import dataclass
from statlint.table.boxhead import Boxhead
from statlint.table.form_view import FormView

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
    heads: frozenset[str] = frozenset()
    """What the heads are worded like: the same beside it is one head spread over several cells."""

    def stub(self, others: Iterable[Extent], end: int) -> range:
        """Give the columns that may hold labels: from the table that stands beside to the figures.

        Columns without a text count too: where merges are lost, a short table has blank ones
        between its labels and its figures. A table whose figures touch another's shares its stub.
        """
        beside = [
            other
            for other in others
            if other.right < self.figures and self.first_row - _ROWS_UP <= other.first_row < end
        ]
        stop = self.figures
        sharing = [other for other in beside if self._continues(other)]
        while touching := [other.figures for other in sharing if other.right == stop - 1]:
            stop = min(touching)
        return range(max((one.right for one in beside if one.right < stop), default=0) + 1, stop)

    def _continues(self, other: Extent) -> bool:
        """Tell whether another table's heads stand in the same rows and are not its own again."""
        in_line = other.first_row <= self.last_row and self.first_row <= other.last_row
        return in_line and not other.heads & self.heads

    def end(self, others: Collection[Extent], last: int) -> int:
        """Give the row after the last one the table can have: where another begins below it."""
        beside = (
            other.right
            for other in others
            if other.right < self.figures and abs(other.first_row - self.first_row) <= _ROWS_UP
        )
        # What is printed up to the left edge may be a table beside, with more tables below that.
        # Where a blank column parts labels from figures, the left edge is not known at all.
        known = self.left if self.left < self.figures else 1
        left = max(known, max(beside, default=0) + 1)
        return min(
            (
                other.first_row
                for other in others
                if other.first_row > self.last_row
                and other.left <= self.right
                and left <= other.right
            ),
            default=last + 1,
        )


def extent_of(view: FormView, boxhead: Boxhead) -> Extent:
    """Find the columns of a table: from its heads to the left as long as something is printed."""
    rows = range(boxhead.first_row, min(view.rows, boxhead.last_row + _ROWS_LOOKED_AT) + 1)
    left = boxhead.first_column
    while left > 1 and any(view.text(row, left - 1) for row in rows):
        left -= 1
    first = boxhead.first_column
    used = boxhead.columns.values()
    leaves = view.leaves(boxhead.first_row, boxhead.last_row)
    heads = frozenset(view.words.told(leaf.text).key for leaf in leaves if leaf.column in used)
    return Extent(boxhead.first_row, boxhead.last_row, left, first, boxhead.last_column, heads)
