"""Strips of running numbers: figures that number the positions and count nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statlint.inference.matrix import Matrix
from statlint.inference.orders import stretches
from statlint.table import Role

_LEAST = 4
"""Numbers in a row that are no chance: 1, 2, 3 may be three small counts."""
_YEARS = range(1800, 2200)


def running_strips(matrix: Matrix) -> frozenset[int]:
    """Find the strips that only number the positions: 1, 2, 3 … or one year after the other."""
    tables = list(stretches(matrix.across))
    return frozenset(
        place
        for place, strip in enumerate(matrix.strips)
        if Role.ORDINAL in strip.roles or _runs(matrix, place, tables)
    )


def _runs(matrix: Matrix, place: int, tables: Sequence[range]) -> bool:
    """Tell whether the figures of a strip go up (years: or down) by one in every table."""
    unit = 10**matrix.scale
    if not _begins(matrix.values[place], unit):
        return False
    runs = [
        [value for position in own if (value := matrix.values[place][position]) is not None]
        for own in tables
    ]
    runs = [run for run in runs if run]
    if max(map(len, runs), default=0) < _LEAST:
        return False
    if all(run[0] == unit and _steps(run) == {unit} for run in runs if len(run) > 1):
        return True
    return all(
        run[0] % unit == 0
        and run[0] // unit in _YEARS
        and (len(run) == 1 or _steps(run) in ({unit}, {-unit}))
        for run in runs
    )


def _begins(values: Sequence[int | None], unit: int) -> bool:
    """Tell by the first two figures whether all are worth a look."""
    first: int | None = None
    for value in values:
        if value is not None:
            if first is not None:
                return abs(value - first) == unit
            first = value
    return False


def _steps(run: list[int]) -> set[int]:
    return {after - before for before, after in pairwise(run)}
