"""A line that is the total of all others: its figures beside their exact sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from math import sqrt

from statlint.bulk.excerpt import Total
from statlint.bulk.look import Looked
from statlint.dataclass import dataclass
from statlint.values import Figure, Number, exact, read_styled

_HALF = 2
_SIGMAS = 6
_NEAR = 0.01


@dataclass(frozen=True, slots=True)
class Added:
    """What a total states under one head, and what the other lines add up to."""

    head: str
    stated: Number
    sum: Number
    parts: int
    unit: Number
    """One unit of the last digit that is written."""

    @property
    def holds(self) -> bool:
        """Whether they are the same."""
        return self.gap == 0

    @property
    def gap(self) -> Number:
        """By how much they differ."""
        difference = exact.subtract(self.stated, self.sum)
        return difference if difference > 0 else exact.subtract(0, difference)

    @property
    def is_near(self) -> bool:
        """Whether they are nearly the same, and honest rounding does not explain the rest."""
        rounded = _SIGMAS * sqrt(self.parts / 12) * float(self.unit)
        return rounded < self.gap <= _NEAR * abs(float(self.stated))


@dataclass(frozen=True, slots=True)
class Sums:
    """A total and its sums by the keys of heads; `is_meant` says whether most of them hold."""

    row: int
    first: int
    last: int
    """The rows of the first and of the last of the others."""
    added: tuple[Added, ...]

    @property
    def held(self) -> int:
        """Under how many heads it is the sum."""
        return sum(one.holds for one in self.added)

    @property
    def fails(self) -> bool:
        """Whether it is meant to be the sum, and is not under some head."""
        return self.is_meant and self.held < len(self.added)

    @property
    def is_meant(self) -> bool:
        """Whether it is the sum of the other lines, under most heads or nearly under all.

        A line that is lost, or there twice, makes it differ under all.
        """
        if self.held:
            return self.held * _HALF >= len(self.added)
        return bool(self.added) and all(one.is_near for one in self.added)


def sums_of(looked: Looked) -> Iterator[Sums]:
    """Add up the other lines for each total; of several totals each leaves out all of them."""
    totals = looked.excerpt.totals
    for total in totals:
        added = []
        for key, column in looked.columns.items():
            there = [_figure(one, column.place, looked) for one in totals]
            stated = _figure(total, column.place, looked)
            if stated is not None and column.count > len(totals):
                rest: Number = column.total
                for one in there:
                    rest = exact.subtract(rest, one or 0)
                unit = Decimal(1).scaleb(-max(column.sums))
                added.append(Added(key, stated, rest, column.count - len(totals), unit))
        others = {one.row(looked.last) for one in totals}
        first = next(row for row in count(looked.excerpt.top + 1) if row not in others)
        last = next(row for row in count(looked.last, -1) if row not in others)
        yield Sums(total.row(looked.last), first, last, tuple(added))


def _figure(total: Total, place: int, looked: Looked) -> Number | None:
    if place >= len(total.texts):
        return None
    reading = read_styled(total.texts[place], looked.excerpt.layout.style)
    return reading.value if isinstance(reading, Figure) else None
