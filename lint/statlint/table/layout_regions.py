"""The parts of a sheet to look for tables in: stretches of rows and of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from statlint.table.layout_bands import bands_of
from statlint.table.layout_cells import Kind, Scan
from statlint.values import CellRange

Region: TypeAlias = tuple[range, list[int]]
"""Columns, and the numbers of rows that show something."""

_WORDS = frozenset({Kind.TEXT, Kind.YEAR, Kind.SPREAD})
_FEWEST = 2
_DEEPEST = 6
"""Rows from a title down to the first line of figures."""


def regions_of(scan: Scan, taken: Sequence[CellRange]) -> Iterator[Region]:
    """Part a sheet; no table goes on behind a rectangle that is taken."""
    for bands, rows in _banded(scan):
        for columns in bands:
            for stretch in _stretches(columns, rows, taken):
                yield columns, stretch


def _banded(scan: Scan) -> Iterator[tuple[list[range], list[int]]]:
    """Part rows where tables stand side by side in other ways than above."""
    bands: list[range] = []
    gathered: list[int] = []
    for rows in _chunks(scan):
        here = bands_of(scan, rows)
        if gathered and here != bands:
            yield bands, gathered
            gathered = []
        bands = here
        gathered.extend(rows)
    if gathered:
        yield bands, gathered


def _chunks(scan: Scan) -> Iterator[list[int]]:
    """Part rows where a boxhead comes after an empty row, or after figures and a title."""
    numbers = list(scan.rows)
    starts = [
        place + 1
        for place, (above, below) in enumerate(pairwise(numbers))
        if (below > above + 1 or _ends_table(scan, above, below))
        and _boxhead_ahead(scan, numbers[place + 1 : place + 1 + _DEEPEST])
    ]
    for start, stop in pairwise([0, *starts, len(numbers)]):
        yield numbers[start:stop]


def _ends_table(scan: Scan, above: int, below: int) -> bool:
    """Tell whether a title or note alone comes right below a line of figures."""
    title = scan.rows[below]
    return (
        Kind.FIGURE in scan.rows[above].values()
        and sum(kind is not Kind.SPREAD for kind in title.values()) == 1
        and next(iter(title)) == min(scan.rows[above])
    )


def _boxhead_ahead(scan: Scan, numbers: Sequence[int]) -> bool:
    """Tell whether heads stand over the next line of figures, before any other."""
    heads: set[int] = set()
    for number in numbers:
        cells = scan.rows[number]
        figures = {column for column, kind in cells.items() if kind is Kind.FIGURE}
        if figures:
            return len(figures & heads) >= min(_FEWEST, len(figures))
        heads.update([column for column, kind in cells.items() if kind in _WORDS])
    return False


def _stretches(
    columns: range, rows: Sequence[int], taken: Sequence[CellRange]
) -> Iterator[list[int]]:
    across = [
        one for one in taken if one.first.column < columns.stop and one.last.column >= columns.start
    ]

    def place(row: int) -> tuple[int, int]:
        beside = sum(one.first.row <= row <= one.last.row for one in across)
        return beside, sum(one.last.row < row for one in across)

    for _, stretch in groupby(rows, key=place):
        yield list(stretch)
