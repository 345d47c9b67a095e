"""The column heads of some rows: for each column the lowest text and what is printed above it."""

from __future__ import annotations

from collections.abc import Callable

from statlint.dataclass import dataclass
from statlint.values import label_key


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lowest text of a column within the rows of a boxhead, and the texts above it."""

    column: int
    row: int
    text: str
    above: frozenset[str]
    """Comparable spanner texts, those of a lost merge (blank cells to the right) included."""


def find_leaves(
    text_at: Callable[[int, int], str],
    anchor_column: Callable[[int, int], int],
    rows: tuple[int, int],
    columns: int,
    key_of: Callable[[str], str] = label_key,
) -> list[Leaf]:
    """Give the leaf of each column; columns that continue a merged head are left out."""
    first_row, last_row = rows
    spanners: dict[int, str] = {}
    leaves = []
    for column in range(1, columns + 1):
        row = next((at for at in range(last_row, first_row - 1, -1) if text_at(at, column)), None)
        if row is None:
            leaves.append(Leaf(column, last_row, "", frozenset(spanners.values())))
            continue
        above = set()
        for upper in range(first_row, row):
            text = text_at(upper, column)
            if text:
                spanners[upper] = key_of(text)
            if upper in spanners:
                above.add(spanners[upper])
        if anchor_column(row, column) == column:
            leaves.append(Leaf(column, row, text_at(row, column), frozenset(above)))
    return leaves
