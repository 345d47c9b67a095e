"""What the columns of a stretch of rows show, to tell tables side by side apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass, field
from statlint.table.layout_cells import NUMERIC, Kind, Scan
from statlint.values import plain

_MOST = 0.6
_FEWEST = 2
_WORDS = frozenset({Kind.TEXT, Kind.YEAR})


@dataclass(frozen=True, slots=True, eq=False)
class BandColumn:
    """What one column shows, by rows: texts and years as words, figures by themselves."""

    scan: Scan
    number: int
    figures: dict[int, Kind] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    years: dict[int, str] = field(default_factory=dict)

    @property
    def words(self) -> dict[int, str]:
        """What may label lines: texts and years."""
        return self.texts | self.years

    @property
    def has_figures(self) -> bool:
        """Whether it mostly shows figures."""
        return len(self.figures) >= max(_FEWEST, len(self.texts))

    @property
    def dates(self) -> bool:
        """Whether all its figures are years."""
        return 0 < len(self.figures) == len(self.years)

    @property
    def named(self) -> bool:
        """Whether it may label lines with texts or years."""
        if not self.figures or self.dates:
            return True
        beside = [row for row in self.texts if row > min(self.figures)]
        return len(beside) >= len(self.figures)

    @property
    def counts_up(self) -> bool:
        """Whether most of its figures go up by one."""
        values = [self.scan.whole(row, self.number) or 0 for row in self.figures]
        steps = [later == earlier + 1 for earlier, later in pairwise(values)]
        return sum(steps) >= _MOST * len(steps)

    @property
    def heads(self) -> dict[int, str]:
        """What stands over the figures: texts, or a year over figures that are none."""
        counts = [row for row in self.figures if row not in self.years]
        first = min(counts or self.figures, default=0)
        shown = self.words
        return {row: shown[row] for row in sorted(shown) if row < first}

    @property
    def head(self) -> str:
        """The nearest text over the figures."""
        return next(reversed(self.heads.values()), "")

    def headed(self, first: int) -> bool:
        """Tell whether a text stands over a row: a stubhead, where figures begin there."""
        return any(row < first for row in self.texts)


def band_columns(scan: Scan, rows: Sequence[int]) -> dict[int, BandColumn]:
    """Gather what each column shows in some rows."""
    columns: dict[int, BandColumn] = {}
    for row, column, kind in _shown(scan, rows):
        one = columns.get(column)
        if one is None:
            one = columns[column] = BandColumn(scan, column)
        if kind in NUMERIC:
            one.figures[row] = kind
        if kind is Kind.TEXT:
            one.texts[row] = _key(scan.text(row, column))
        elif kind is Kind.YEAR:
            one.years[row] = _key(scan.text(row, column))
    return columns


def likely_stubs(scan: Scan, rows: Sequence[int]) -> list[int]:
    """Give the columns of texts or years that stand right of figures: mostly there are none."""
    words: dict[int, int] = {}
    figures: dict[int, int] = {}
    for row in rows:
        for column, kind in scan.rows[row].items():
            if kind in _WORDS:
                words[column] = words.get(column, 0) + 1
            if kind in NUMERIC:
                figures[column] = figures.get(column, 0) + 1
    first = min((one for one, count in figures.items() if count >= _FEWEST), default=0)
    return [
        column
        for column, count in sorted(words.items())
        if column > first > 0 and count >= max(_FEWEST, figures.get(column, 0))
    ]


def _shown(scan: Scan, rows: Sequence[int]) -> Iterator[tuple[int, int, Kind]]:
    for row in rows:
        for column, kind in scan.rows[row].items():
            yield row, column, kind


def _key(text: str) -> str:
    return re.sub(r"\s+", "", plain(text)).casefold()
