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
    """Part rows at empty rows with a boxhead behind them."""
    numbers = list(scan.rows)
    starts = [
        place + 1
        for place, (above, below) in enumerate(pairwise(numbers))
        if below > above + 1 and _boxhead_ahead(scan, numbers[place + 1 : place + 1 + _DEEPEST])
    ]
    for start, stop in pairwise([0, *starts, len(numbers)]):
        yield numbers[start:stop]


def _boxhead_ahead(scan: Scan, numbers: Sequence[int]) -> bool:
    """Tell whether heads come before the first line of figures."""
    heads = False
    for number in numbers:
        kinds = scan.rows[number].values()
        if Kind.FIGURE in kinds:
            return heads
        words = sum(kind in {Kind.TEXT, Kind.YEAR} for kind in kinds)
        heads = heads or words > 1
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
