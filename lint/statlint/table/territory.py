"""What stands around the tables, shared out among the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from sys import maxsize

from statlint.grid import Grid
from statlint.table.found import Found
from statlint.table.model import Label
from statlint.table.surroundings import is_title, outside
from statlint.values import CellRange


def labels_around(found: Sequence[Found], grids: Sequence[Grid]) -> dict[Found, list[Label]]:
    """Give each filled form the labels that speak of it; both halves of a mixed form share theirs.

    A sheet with one form is its own; of several on a sheet each has the rows around its tables. A
    sheet without a table (a cover, notes) speaks of a form that is alone in the workbook.
    """
    mains = [one for one in found if one.main is None]
    around: dict[Found, list[Label]] = {one: [] for one in mains}
    for grid in grids:
        ranges = {one: list(_ranges_on(grid, one, found)) for one in mains}
        here = [one for one in mains if ranges[one]]
        labels = list(outside(grid, [found for one in here for found in ranges[one]]))
        if len(here) > 1:
            for one, own in _shared_out(labels, {one: ranges[one] for one in here}).items():
                around[one] += own
        elif here or len(mains) == 1:
            around[(here or mains)[0]] += labels
    return {one: around[one.main or one] for one in found}


def _ranges_on(grid: Grid, main: Found, found: Sequence[Found]) -> Iterator[CellRange]:
    for half in (main, *(one for one in found if one.main is main)):
        for table in half.tables:
            yield from (part.range for part in table.parts if part.grid is grid)


def _shared_out(
    labels: Sequence[Label], ranges: Mapping[Found, Sequence[CellRange]]
) -> dict[Found, list[Label]]:
    """Share the labels of a sheet by rows; forms that stand beside each other have all of them."""
    spans = {
        one: (min(found.first.row for found in own), max(found.last.row for found in own))
        for one, own in ranges.items()
    }
    order = sorted(spans, key=lambda one: spans[one])
    if any(spans[one][1] >= spans[other][0] for one, other in pairwise(order)):
        return {one: list(labels) for one in order}
    starts = [1]
    for one, other in pairwise(order):
        starts.append(_start_between(labels, spans[one][1] + 1, spans[other][0]))
    return {
        one: [label for label in labels if first <= label.cell.row < end]
        for one, (first, end) in zip(order, pairwise([*starts, maxsize]), strict=True)
    }


def _start_between(labels: Sequence[Label], first: int, end: int) -> int:
    """Give the row where a form begins: that of its title, else that after the last blank row.

    What stands before it (notes, sign-off) belongs to the form above.
    """
    between = [label for label in labels if first <= label.cell.row < end]
    titles = [label.cell.row for label in between if is_title(label)]
    if titles:
        return min(titles)
    printed = {label.cell.row for label in between}
    return max((row + 1 for row in range(first, end) if row not in printed), default=end)
