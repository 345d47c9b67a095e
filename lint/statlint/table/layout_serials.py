"""Columns whose figures count nothing: years and running numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.table.layout import Role
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_rows import SheetRow

_MOST = 0.8
_FEWEST = 5


def whole_figures(scan: Scan, rows: Sequence[SheetRow], column: int) -> list[int]:
    """Give the whole numbers that a column shows in some rows."""
    values = (scan.whole(row.number, column) for row in rows)
    return [value for value in values if value is not None]


def goes_evenly(scan: Scan, rows: Sequence[SheetRow], column: int) -> bool:
    """Tell whether figures rise or fall by the same step from line to line."""
    steps: set[int] = set()
    for earlier, later in pairwise(_values(scan, rows, column)):
        steps.add(0 if earlier is None or later is None else later - earlier)
        if len(steps) > 1 or 0 in steps:
            return False
    return bool(steps)


def counts_up(scan: Scan, rows: Sequence[SheetRow], column: int) -> bool:
    """Tell whether figures are running numbers, be it from the start again in each block."""
    if not rows or scan.whole(rows[0].number, column) not in {0, 1}:
        return False
    breaks = (1 - _MOST) * (len(rows) - 1)
    for earlier, later in pairwise(_values(scan, rows, column)):
        if earlier is None or later is None or not (later == earlier + 1 or later == 1 < earlier):
            breaks -= 1
            if breaks < 0:
                return False
    return True


def _values(scan: Scan, rows: Sequence[SheetRow], column: int) -> Iterator[int | None]:
    return (scan.whole(row.number, column) for row in rows)


def steps_by_one(scan: Scan, rows: Sequence[SheetRow], column: int) -> bool:
    """Tell whether figures rise by one from line to line from wherever they begin: ages, days."""
    steps = [
        earlier is not None and later == earlier + 1
        for earlier, later in pairwise(_values(scan, rows, column))
    ]
    return len(steps) >= _FEWEST - 1 and sum(steps) >= _MOST * len(steps)


def serial_roles(scan: Scan, rows: Sequence[SheetRow], column: int) -> frozenset[Role]:
    """Say of a column among figures whether it holds years (as codes do) or running numbers."""
    shown = [row for row in rows if column in row.cells]
    years = [row for row in shown if row.cells[column] is Kind.YEAR]
    if len(shown) < max(_FEWEST, _MOST * len(rows)):
        return frozenset()
    if len(years) >= _MOST * len(shown) and goes_evenly(scan, years, column):
        return frozenset({Role.CODE})
    return frozenset({Role.ORDINAL}) if counts_up(scan, shown, column) else frozenset()
