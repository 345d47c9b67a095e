"""How probable a figure is in its place: by last year's, by its line and head, or by size alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from statlint.diagnosis.model import Cell
from statlint.diagnosis.net import Net

_SPREAD = math.log(10**6)
"""Makes 1 / (1 + v) a probability over the sizes that figures have."""
_YEAR_SPREAD = 0.3
_TABLE_SPREAD = 0.6
"""Standard deviations of the logarithm of a figure around what is expected of it."""
_NOT_AS_BEFORE = 0.05
_NOT_AS_THE_TABLE = 0.15
"""How often a figure has nothing to do with what is expected of it."""
_IMPOSSIBLE = -14.0
"""ln P of a figure below the lowest there may be."""
_START = 0.5
"""What a line or head is thought to hold before any figure of it is seen, as a count."""


@dataclass(frozen=True, slots=True, eq=False)
class Prior:
    """Tell how probable figures are before their edits are looked at."""

    net: Net
    stated: frozenset[int]
    """Totals: their parts say what they are, so that they have no prior of their own."""
    _tables: dict[int, _Margins] = field(default_factory=dict)

    def gain(self, cell: int, new: int) -> float:
        """Give ln of how much more probable the new figure of a cell is than the one it has."""
        one = self.net.cell(cell)
        if cell in self.stated or one.derived:
            return 0.0
        expected = self._expected(one)
        return self._log(one, new, expected) - self._log(one, one.value, expected)

    def _log(self, cell: Cell, value: int, expected: tuple[float, float, float]) -> float:
        if cell.least is not None and value < cell.least:
            return _IMPOSSIBLE
        count = self._count(cell, value)
        loose = 1 / ((1 + abs(count)) * _SPREAD)
        mean, size, apart = expected
        if count < 0 or mean <= 0:
            return math.log(loose)
        return math.log(apart * loose + (1 - apart) * _negative_binomial(count, mean, size))

    def _count(self, cell: Cell, value: int) -> float:
        """Give a figure in its last written place."""
        return float(value * 10**cell.decimals) / self.net.system.scale

    def _expected(self, cell: Cell) -> tuple[float, float, float]:
        """Give the mean and the size of a negative binomial, and how often it does not apply."""
        if cell.expected is not None:
            mean = self._count(cell, cell.expected) + _START
            return mean, _size(mean, _YEAR_SPREAD), _NOT_AS_BEFORE
        margins = self._tables.get(cell.table)
        if margins is None:
            margins = self._tables[cell.table] = self._margins(cell.table)
        mean, seen = margins.mean(cell, self._count(cell, cell.value))
        return mean, _size_of_line(seen), _NOT_AS_THE_TABLE

    def _margins(self, table: int) -> _Margins:
        cells = [
            (cell, self._count(cell, cell.value))
            for at, cell in enumerate(self.net.system.cells)
            if cell.table == table and at not in self.stated and cell.value >= 0
        ]
        return _margins_of(cells)


def _size(mean: float, spread: float) -> float:
    return 1 / (spread * spread + 1 / (1 + mean))


def _size_of_line(seen: float) -> float:
    return 1 / (_TABLE_SPREAD * _TABLE_SPREAD + 1 / (_START + seen))


def _negative_binomial(count: float, mean: float, size: float) -> float:
    ways = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
    zero, one = math.log(size / (size + mean)), math.log(mean / (size + mean))
    return math.exp(ways + size * zero + count * one)


@dataclass(frozen=True, slots=True, eq=False)
class _Margins:
    """What the lines and heads of a table hold, totals left out.

    A figure is expected to have the share of its line that the head has of all other lines: counts
    are Poisson, and the level of a line is only known from its other figures.
    """

    lines: Mapping[int, float]
    heads: Mapping[int, float]
    figures: Mapping[int, Mapping[int, float]]
    """By line and head."""
    whole: float

    def mean(self, cell: Cell, count: float) -> tuple[float, float]:
        """Give what is expected of a cell, and how much its line is seen to hold without it."""
        line = self.figures.get(cell.line, {})
        others = self.whole - self.lines.get(cell.line, 0.0)
        if len(self.lines) < 3 or len(line) < 2:  # noqa: PLR2004 - nothing to compare with
            return 0.0, 0.0
        counted = others + _START * len(self.heads)

        def share(head: int) -> float:
            return (self.heads.get(head, 0.0) - line.get(head, 0.0) + _START) / counted

        beside = sum(share(head) for head in line if head != cell.head)
        seen = self.lines.get(cell.line, 0.0) - (count if cell.head in line else 0.0)
        level = max(others / (len(self.lines) - 1), 1.0)
        return (_START + seen) * share(cell.head) / (_START / level + beside), seen


def _margins_of(cells: Iterable[tuple[Cell, float]]) -> _Margins:
    lines: dict[int, float] = {}
    heads: dict[int, float] = {}
    figures: dict[int, dict[int, float]] = {}
    for cell, count in cells:
        lines[cell.line] = lines.get(cell.line, 0.0) + count
        heads[cell.head] = heads.get(cell.head, 0.0) + count
        figures.setdefault(cell.line, {})[cell.head] = count
    return _Margins(lines, heads, figures, sum(lines.values()))


def prior_of(net: Net) -> Prior:
    """Make the prior of a system; what it expects of a table is reckoned when first asked."""
    stated = frozenset(one.stated for one in net.system.equations if one.stated is not None)
    return Prior(net, stated)
