"""Tables side by side: the stretches of columns that each have lines of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.table.layout_band_columns import BandColumn, band_columns, likely_stubs
from statlint.table.layout_cells import Scan

_MOST = 0.6
_FEWEST = 2


def bands_of(scan: Scan, rows: Sequence[int]) -> list[range]:
    """Part the columns of some rows before each stub that begins a table of its own.

    A stub that repeats the labels at the left, for a wide table, begins none.
    """
    stubs = likely_stubs(scan, rows)
    columns = band_columns(scan, rows) if stubs else {}
    starts = [1]
    for column in stubs:
        first = _first_of_part(columns, starts[-1], column)
        if column > starts[-1] and _begins(columns, starts[-1], first, column):
            starts.append(first)
    stops = [*starts[1:], scan.grid.last_column + 1]
    return [range(start, stop) for start, stop in zip(starts, stops, strict=True)]


def _first_of_part(columns: Mapping[int, BandColumn], start: int, column: int) -> int:
    """Give the first column after the last empty one; without such, the stub itself."""
    first = column
    while first - 1 in columns and first - 1 >= start:
        first -= 1
    return column if first == start else first


def _begins(columns: Mapping[int, BandColumn], start: int, first: int, column: int) -> bool:
    """Tell whether a table with its stub in `column` begins right of the one from `start` on."""
    here = columns[column]
    apart = first - 1 not in columns
    before = [columns[one] for one in range(start, first) if one in columns]
    while before and not before[-1].has_figures:
        # The outer columns of the same stub.
        before.pop()
    if not _is_labelled(before, apart=apart) or (here.dates and not apart):
        return False
    left = [one for one in before[1:] if one.has_figures]
    right = _figures_after(columns, column)
    if not left or not right:
        return False
    rows = {row for one in right for row in one.figures}
    words = here.words
    labels = {row: words[row] for row in rows & words.keys()}
    if len(labels) < max(_FEWEST, _MOST * len(rows)) or _repeats(before, labels):
        return False
    if len(set(labels.values())) < _MOST * len(labels):
        return False
    other = {row for one in left for row in one.figures}
    if len(rows & other) < _MOST * min(len(rows), len(other)):
        return True
    heads = {one.head for one in left} - {""}
    alike = sum(one.head in heads for one in right)
    if apart and (alike > 0 or _titled(here, right)):
        return True
    # Behind an empty column, other labels under a stubhead of their own.
    return alike >= _MOST * len(right) or (
        apart and len(labels) > _FEWEST and here.headed(min(labels))
    )


def _is_labelled(before: Sequence[BandColumn], *, apart: bool) -> bool:
    """Tell whether columns have a stub of their own; else one right of them is the only one."""
    if not before:
        return False
    if any(not one.has_figures for one in before) or before[0].named:
        return True
    return apart and before[0].counts_up


def _figures_after(columns: Mapping[int, BandColumn], column: int) -> list[BandColumn]:
    """Give the columns of figures right of a stub, as far as the next stub."""
    found: list[BandColumn] = []
    for one in range(column + 1, max(columns) + 1):
        if one not in columns:
            continue
        if columns[one].has_figures:
            found.append(columns[one])
        elif found and len(columns[one].texts) >= _FEWEST:
            break
    return found


def _repeats(before: Sequence[BandColumn], labels: Mapping[int, str]) -> bool:
    """Tell whether labels are those that a column at the left shows in the same rows."""
    for one in before:
        words = one.words
        if sum(words.get(row) == text for row, text in labels.items()) >= _MOST * len(labels):
            return True
    return False


def _titled(here: BandColumn, right: Sequence[BandColumn]) -> bool:
    """Tell whether a text stands over a stub where the columns after it show nothing."""
    heads = [row for one in right for row in one.heads]
    return bool(heads) and any(row < min(heads) for row in here.texts)
