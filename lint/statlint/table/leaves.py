"""The column heads of some rows: for each column the lowest text and what is printed above it."""

from __future__ import annotations

from dataclasses import dataclass

from statlint.table.view import View
from statlint.values import label_key


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lowest text of a column within the rows of a boxhead, and the texts above it."""

    column: int
    row: int
    text: str
    above: frozenset[str]
    """Comparable spanner texts, those of a lost merge (blank cells to the right) included."""


def leaves_of(view: View, first_row: int, last_row: int) -> list[Leaf]:
    """Give the leaf of each column; columns that continue a merged head are left out."""
    spanners: dict[int, str] = {}
    leaves = []
    for column in range(1, view.columns + 1):
        row = _lowest(view, column, first_row, last_row)
        if row is None:
            leaves.append(Leaf(column, last_row, "", frozenset(spanners.values())))
            continue
        above = set()
        for upper in range(first_row, row):
            text = view.text(upper, column)
            if text:
                spanners[upper] = label_key(text)
            if upper in spanners:
                above.add(spanners[upper])
        if view.anchor(row, column)[1] == column:
            leaves.append(Leaf(column, row, view.text(row, column), frozenset(above)))
    return leaves


def _lowest(view: View, column: int, first_row: int, last_row: int) -> int | None:
    for row in range(last_row, first_row - 1, -1):
        if view.text(row, column):
            return row
    return None
