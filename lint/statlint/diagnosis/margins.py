"""What a table lets expect of one of its cells: by its line and head, and by last year."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.diagnosis.model import Cell

_START = 0.5
"""What a line or head is thought to hold before any figure of it is seen, as a count."""
_FEWEST_LINES = 3
_FEWEST = 8
"""Figures from which a spread is estimated."""
_MOST = 300
"""Figures that are looked at for it."""
_LARGE = 8
"""Counts from which on a quotient tells something."""
_TABLE_SPREAD = (0.15, 0.6, 1.5)
_YEAR_SPREAD = (0.1, 0.3, 0.8)
"""Standard deviations of ln of figures around what is expected: least, where unknown, most."""
_TO_DEVIATION = 1.4826
"""Makes a median absolute deviation a standard deviation."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that nothing else adds up to, this year and the year before, as counts."""

    line: int
    head: int
    count: float
    before: float | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A negative binomial: its mean and its size."""

    mean: float
    size: float


@dataclass(frozen=True, slots=True, eq=False)
class Margins:
    """What the lines and heads of a table hold, totals left out.

    A figure is expected to have the share of its line that the head has of all other lines: counts
    are Poisson, and the level of a line is only known from its other figures.
    """

    lines: Mapping[int, float]
    heads: Mapping[int, float]
    figures: Mapping[int, Mapping[int, float]]
    """By line and head."""
    beside: Mapping[int, float]
    """What the heads of each line hold in all lines."""
    whole: float
    spread: float = _TABLE_SPREAD[1]
    growth: float = 1.0
    year_spread: float = _YEAR_SPREAD[1]

    def by_table(self, line: int, head: int) -> Expected | None:
        """Give what the other figures of its line and head let expect of a cell."""
        mean = self.mean(line, head)
        if mean is None:
            return None
        others = self.lines[line] - self.figures[line].get(head, 0.0)
        # Beside a figure of 20 digits the others are lost in what a float rounds.
        seen = _START + max(0.0, others)
        return Expected(mean, 1 / (self.spread**2 + 1 / seen))

    def mean(self, line: int, head: int) -> float | None:
        """Give the mean of that."""
        its = self.figures.get(line, {})
        others = self.whole - self.lines.get(line, 0.0)
        if len(self.lines) < _FEWEST_LINES or len(its) < 2 or others <= 0:  # noqa: PLR2004
            return None
        own = its.get(head, 0.0)
        counted = others + _START * len(self.heads)
        share = (self.heads.get(head, 0.0) - own + _START) / counted
        rest = (self.beside[line] - self.lines[line] + _START * len(its)) / counted
        rest -= share if head in its else 0.0
        seen = _START + self.lines[line] - own
        level = max(others / (len(self.lines) - 1), 1.0)
        return seen * share / (_START / level + max(rest, 0.0))

    def by_year(self, before: float) -> Expected | None:
        """Give what last year's figure lets expect of a cell."""
        mean = self.growth * (before + _START)
        return Expected(mean, 1 / (self.year_spread**2 + 1 / (1 + before))) if mean > 0 else None


def margins_of(figures: Iterable[Figure]) -> Margins:
    """Add up the lines and heads of a table, and see how closely its figures follow them."""
    lines: dict[int, float] = {}
    heads: dict[int, float] = {}
    by_line: dict[int, dict[int, float]] = {}
    all_of_them = list(figures)
    for one in all_of_them:
        lines[one.line] = lines.get(one.line, 0.0) + one.count
        heads[one.head] = heads.get(one.head, 0.0) + one.count
        by_line.setdefault(one.line, {})[one.head] = one.count
    beside = {line: sum(heads[head] for head in its) for line, its in by_line.items()}
    margins = Margins(lines, heads, by_line, beside, sum(lines.values()))
    sample = all_of_them[:: 1 + len(all_of_them) // _MOST]
    middle, year_spread = _spread(_against_year(sample), _YEAR_SPREAD)
    _, spread = _spread(_against_table(margins, sample), _TABLE_SPREAD)
    growth = math.exp(middle)
    return Margins(lines, heads, by_line, beside, margins.whole, spread, growth, year_spread)


def _against_year(figures: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    """Give how far figures are from last year's, as ln, with the variance that counting makes."""
    for one in figures:
        if one.before is not None and one.before >= _LARGE and one.count > 0:
            yield math.log(one.count / one.before), 1 / one.count + 1 / one.before


def _against_table(margins: Margins, figures: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    for one in figures:
        mean = margins.mean(one.line, one.head) if one.count > 0 else None
        if mean is not None and mean >= _LARGE:
            seen = margins.lines[one.line] - one.count + _START
            yield math.log(one.count / mean), 1 / one.count + 1 / seen


def _spread(
    apart: Iterable[tuple[float, float]], known: tuple[float, float, float]
) -> tuple[float, float]:
    """Give the middle of differences, and their spread beyond what counting makes."""
    found = list(apart)
    least, unknown, most = known
    if len(found) < _FEWEST:
        return 0.0, unknown
    middle = _median([one for one, _ in found])
    deviation = _TO_DEVIATION * _median([abs(one - middle) for one, _ in found])
    by_counting = _median([variance for _, variance in found])
    beyond = max(deviation**2 - by_counting, 0.0)
    return middle, min(max(math.sqrt(beyond), least), most)


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def counts(cell: Cell, scale: int) -> tuple[float, float | None]:
    """Give the figure of a cell and last year's in the last place written."""
    unit = scale / 10**cell.decimals
    return cell.value / unit, None if cell.expected is None else cell.expected / unit
