"""Tables side by side: the stretches of columns that each have lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from statlint.table.layout_cells import Kind, Scan
from statlint.values import plain

_MOST = 0.6
_FEWEST = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """What one column shows, by rows."""

    figures: dict[int, Kind] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    years: dict[int, str] = field(default_factory=dict)
    values: list[int] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether it may label lines with texts or years."""
        if not self.figures or len(self.years) == len(self.figures):
            return True
        beside = [row for row in self.texts if row > min(self.figures)]
        return len(beside) >= len(self.figures)

    @property
    def counts_up(self) -> bool:
        """Whether most of its figures go up by one."""
        steps = [later == earlier + 1 for earlier, later in pairwise(self.values)]
        return sum(steps) >= _MOST * len(steps)

    @property
    def heads(self) -> dict[int, str]:
        """What stands over the figures: texts, or a year over figures that are none."""
        counts = [row for row in self.figures if row not in self.years]
        first = min(counts or self.figures, default=0)
        shown = self.texts | self.years
        return {row: shown[row] for row in sorted(shown) if row < first}


def bands_of(scan: Scan) -> list[range]:
    """Part the columns of a sheet before each stub that begins a table of its own.

    A stub that repeats the labels at the left, for a wide table, begins none.
    """
    last = scan.grid.last_column
    stubs = _likely_stubs(scan)
    columns = _columns(scan) if stubs else {}
    starts = [1]
    for column in stubs:
        if column > starts[-1] and _begins(columns, starts[-1], column):
            starts.append(column)
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], last + 1], strict=True)]


def _likely_stubs(scan: Scan) -> list[int]:
    """Give the columns of texts that stand right of a column of figures: mostly none."""
    texts: dict[int, int] = {}
    figures: dict[int, int] = {}
    for cells in scan.rows.values():
        for column, kind in cells.items():
            if kind is Kind.TEXT:
                texts[column] = texts.get(column, 0) + 1
            elif kind.numeric:
                figures[column] = figures.get(column, 0) + 1
    first = min((one for one, count in figures.items() if count >= _FEWEST), default=0)
    return [
        column
        for column, count in sorted(texts.items())
        if column > first > 0 and count >= max(_FEWEST, figures.get(column, 0))
    ]


def _columns(scan: Scan) -> dict[int, _Column]:
    columns: dict[int, _Column] = {}
    for row, cells in scan.rows.items():
        for column, kind in cells.items():
            one = columns.setdefault(column, _Column())
            if kind.numeric:
                one.figures[row] = kind
                one.values.append(scan.whole(row, column) or 0)
                if kind is Kind.YEAR:
                    one.years[row] = _key(scan.text(row, column))
            elif kind is Kind.TEXT:
                one.texts[row] = _key(scan.text(row, column))
    return columns


def _key(text: str) -> str:
    return re.sub(r"\s+", "", plain(text)).casefold()


def _begins(columns: dict[int, _Column], start: int, column: int) -> bool:
    """Tell whether a column is the stub of a table right of the one that begins at `start`."""
    here = columns[column]
    apart = column - 1 not in columns
    before = [one for one in range(start, column) if one in columns]
    labelled = [one for one in before if not _has_figures(columns[one])]
    first = columns[before[0]] if before else _Column()
    if not (labelled or first.named or (apart and first.counts_up)):
        # A stub in the middle is the only one.
        return False
    left = [one for one in before[1:] if _has_figures(columns[one])]
    right = _figures_after(columns, column)
    if not left or not right:
        return False
    rows = {row for one in right for row in columns[one].figures}
    labels = {row: here.texts[row] for row in rows & here.texts.keys()}
    if len(labels) < max(_FEWEST, _MOST * len(rows)) or _repeats(
        columns, range(start, column), labels
    ):
        return False
    if len(set(labels.values())) < _MOST * len(labels):
        return False
    other = {row for one in left for row in columns[one].figures}
    if len(rows & other) < _MOST * min(len(rows), len(other)):
        return True
    heads = {_head(columns[one]) for one in left} - {""}
    own = [_head(columns[one]) for one in right]
    alike = sum(head in heads for head in own)
    return alike >= _MOST * len(own) or (apart and (alike > 0 or _titled(here, columns, right)))


def _has_figures(column: _Column) -> bool:
    return len(column.figures) >= _FEWEST and len(column.figures) >= len(column.texts)


def _figures_after(columns: dict[int, _Column], column: int) -> list[int]:
    """Give the columns of figures right of a stub, as far as the next stub."""
    found: list[int] = []
    for one in range(column + 1, max(columns) + 1):
        if one not in columns:
            continue
        if _has_figures(columns[one]):
            found.append(one)
        elif found and len(columns[one].texts) >= _FEWEST:
            break
    return found


def _repeats(columns: dict[int, _Column], before: range, labels: dict[int, str]) -> bool:
    """Tell whether labels are those that a column at the left shows in the same rows."""
    for one in before:
        texts = columns[one].texts if one in columns else {}
        if sum(texts.get(row) == text for row, text in labels.items()) >= _MOST * len(labels):
            return True
    return False


def _head(column: _Column) -> str:
    """Give the nearest text over the figures of a column."""
    return next(reversed(column.heads.values()), "")


def _titled(here: _Column, columns: dict[int, _Column], right: list[int]) -> bool:
    """Tell whether a text stands over a stub where the columns after it show nothing."""
    heads = [row for one in right for row in columns[one].heads]
    return bool(heads) and any(row < min(heads) for row in here.texts)
