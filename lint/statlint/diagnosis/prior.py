"""How probable a figure is in its place: by last year's, by its line and head, or by size alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from statlint.dataclass import dataclass, field
from statlint.diagnosis.margins import Expected, Figure, Margins, counts, margins_of
from statlint.diagnosis.model import Cell
from statlint.diagnosis.net import Net
from statlint.diagnosis.other_margins import with_counts

_SPREAD = math.log(10**6)
"""Makes 1 / (1 + v) a probability over the sizes that figures have."""
_FOLLOWS = 0.8
"""How often a figure follows what is expected of it; else it may have any size."""
_AGREE = 0.8
"""How often it follows both the table and last year, where both are there; else one of them."""
_IMPOSSIBLE = -14.0
"""ln P of a figure below the lowest there may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Prior:
    """Tell how probable figures are before their edits are looked at."""

    net: Net
    stated: frozenset[int]
    """Totals: their parts say what they are, so that they have no prior of their own."""
    _tables: dict[int, Margins] = field(default_factory=dict)

    def gain(self, cell: int, new: int) -> float:
        """Give ln of how much more probable the new figure of a cell is than the one it has."""
        return self._gain(cell, new, self._expected)

    def gains_of_lines(self, changes: Sequence[tuple[int, int]]) -> list[float]:
        """Give the same for each figure of the lines of cells that change, all of them changed.

        Where parts of lines have moved, those and what has stayed tell of each other alike. A blank
        is no figure that were improbable: it gains what it does where it is filled by itself.
        """
        new = dict(changes)
        counted = {at for at in new if self._tells(at)}
        tables = {self.net.cell(at).table for at in counted}
        other = {table: with_counts(self._of(table), self._counts(table, new)) for table in tables}
        lines = dict.fromkeys((one.table, one.line) for one in map(self.net.cell, sorted(counted)))
        cells = [at for place in lines for at in self.net.line(*place) if self._tells(at)]
        return [self._gain_amid(at, new, other[self.net.cell(at).table]) for at in cells]

    def _tells(self, at: int) -> bool:
        """Tell whether the margins of a table count a cell."""
        cell = self.net.cell(at)
        return at not in self.stated and not cell.derived and cell.value >= 0

    def _gain_amid(self, at: int, new: Mapping[int, int], margins: Margins) -> float:
        cell = self.net.cell(at)
        if cell.blank:
            return self.gain(at, new.get(at, cell.value))
        then = self._log(cell, new.get(at, cell.value), self._expected(cell, margins))
        return then - self._log(cell, cell.value, self._expected(cell))

    def _counts(self, table: int, new: Mapping[int, int]) -> dict[tuple[int, int], float]:
        """Give new figures of a table as counts, totals left out."""
        scale = self.net.system.scale
        return {
            (one.line, one.head): max(0.0, figure * 10**one.decimals / scale)
            for at, figure in new.items()
            for one in (self.net.cell(at),)
            if one.table == table and self._tells(at)
        }

    def gain_by_year(self, cell: int, new: int) -> float:
        """Give the same by last year's figure alone, 0 without one."""
        if self.net.cell(cell).expected is None:
            return 0.0
        return self._gain(cell, new, self._by_year)

    def _gain(
        self, cell: int, new: int, expect: Callable[[Cell], Sequence[tuple[float, Expected]]]
    ) -> float:
        one = self.net.cell(cell)
        if cell in self.stated or one.derived:
            return 0.0
        expected = expect(one)
        return self._log(one, new, expected) - self._log(one, one.value, expected)

    def _log(self, cell: Cell, value: int, expected: Sequence[tuple[float, Expected]]) -> float:
        if cell.least is not None and value < cell.least:
            return _IMPOSSIBLE
        count = value * 10**cell.decimals / self.net.system.scale
        loose = 1 / ((1 + abs(count)) * _SPREAD)
        if count < 0 or not expected:
            return math.log(loose)
        likely = sum(weight * _negative_binomial(count, one) for weight, one in expected)
        return math.log((1 - _FOLLOWS) * loose + _FOLLOWS * likely)

    def _by_year(self, cell: Cell) -> list[tuple[float, Expected]]:
        _, before = counts(cell, self.net.system.scale)
        year = None if before is None else self._of(cell.table).by_year(before)
        return [] if year is None else [(1.0, year)]

    def _expected(self, cell: Cell, margins: Margins | None = None) -> list[tuple[float, Expected]]:
        """Give what the table and last year let expect, apart and together."""
        margins = margins or self._of(cell.table)
        _, before = counts(cell, self.net.system.scale)
        table = margins.by_table(cell.line, cell.head)
        year = None if before is None else margins.by_year(before)
        if table is None or year is None:
            return [(1.0, one) for one in (table, year) if one is not None]
        apart = (1 - _AGREE) / 2
        return [(_AGREE, _together(table, year)), (apart, table), (apart, year)]

    def _of(self, table: int) -> Margins:
        margins = self._tables.get(table)
        if margins is None:
            margins = self._tables[table] = self._margins(table)
        return margins

    def _margins(self, table: int) -> Margins:
        scale = self.net.system.scale
        return margins_of(
            Figure(cell.line, cell.head, *counts(cell, scale))
            for at, cell in enumerate(self.net.system.cells)
            if cell.table == table and at not in self.stated and cell.value >= 0
        )


def _together(one: Expected, other: Expected) -> Expected:
    """Weigh two expectations of ln of a figure by how sure they are."""
    size = one.size + other.size
    mean = (one.size * math.log(one.mean) + other.size * math.log(other.mean)) / size
    return Expected(math.exp(mean), size)


def _negative_binomial(count: float, expected: Expected) -> float:
    mean, size = expected.mean, expected.size
    ways = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
    zero, one = math.log(size / (size + mean)), math.log(mean / (size + mean))
    return math.exp(ways + size * zero + count * one)


def prior_of(net: Net) -> Prior:
    """Make the prior of a system; what it expects of a table is reckoned when first asked."""
    stated = frozenset(one.stated for one in net.system.equations if one.stated is not None)
    return Prior(net, stated)
