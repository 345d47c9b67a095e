"""A long list as it was read: keys, periods and figures of its rows, and which rows are alike."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import add

from statlint.dataclass import dataclass
from statlint.tidy.columns import Coded, Figures, Lines
from statlint.tidy.periods import Moment
from statlint.tidy.shape import Shape
from statlint.values import CellRange, CellRef

NO_PERIOD = -1


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """A column that says more of the codes of a key column: labels, groups, units of measure.

    `key` is the place of the key column among the keys, None where all rows are to agree. `of` is
    what nearly all rows of each code say, by its number; `odd` are the first rows that say another
    thing of a code, with how many say it: by code and what is said.
    """

    column: Coded
    key: int | None
    of: Sequence[int]
    odd: dict[tuple[int, int], tuple[int, int]]
    is_unit: bool = False
    one_to_one: bool = False


@dataclass(frozen=True, eq=False)
class Listing:
    """A list whose rows each give one figure (or a few) for some keys and a period.

    `periods` has for each row the place of its period among the `moments`, -1 where it has none.
    """

    shape: Shape
    sheet: str | None
    lines: Lines
    keys: tuple[Coded, ...]
    attributes: tuple[Attribute, ...]
    moments: tuple[Moment, ...]
    periods: array[int]
    figures: tuple[Figures, ...]
    misfits: tuple[int, ...] = ()
    """Rows with more or fewer cells than there are heads."""
    undated: tuple[int, ...] = ()
    """Rows without a readable period."""
    constant: tuple[Coded, ...] = ()
    """Key columns in which all rows are alike, where there are others."""

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.periods)

    @property
    def range(self) -> CellRange:
        """Where the list stands on its sheet."""
        last = CellRef(self.lines.row(len(self) - 1), len(self.shape.heads))
        return CellRange(CellRef(self.shape.first, 1), last)

    def column(self, head: str) -> Coded | None:
        """Give the column of keys, or of what says more of them, with a head."""
        return next((one for one in self.columns if one.head == head), None)

    @property
    def columns(self) -> tuple[Coded, ...]:
        """The columns of keys, of what says more of them, and those in which all rows are alike."""
        others = (one.column for one in self.attributes if not one.is_unit)
        return (*self.keys, *others, *self.constant)

    @cached_property
    def strides(self) -> tuple[int, ...]:
        """By how much the number of a series grows with the code of each key column."""
        sizes = [len(key) for key in self.keys]
        found = [1]
        for size in reversed(sizes[1:]):
            found.append(found[-1] * size)
        return tuple(reversed(found))

    @cached_property
    def series(self) -> array[int]:
        """Number the keys of each row: rows with the same number differ in their period only."""
        first, *rest = self.keys
        numbers = array("q", first.codes)
        for key in rest:
            numbers = array("q", map(add, map(len(key).__mul__, numbers), key.codes))
        return numbers

    @cached_property
    def by_period(self) -> tuple[array[int], ...]:
        """Give the rows of each period."""
        found = tuple(array("i") for _ in self.moments)
        if len(found) == 1:
            found[0].extend(at for at, period in enumerate(self.periods) if period != NO_PERIOD)
            return found
        adders = [rows.append for rows in found]
        adders.append(array("i").append)
        for at, period in enumerate(self.periods):
            adders[period](at)
        return found

    def rows_at(self, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Find the rows of some series in some periods; of those told twice the first."""
        by_period: dict[int, set[int]] = {}
        for series, period in wanted:
            by_period.setdefault(period, set()).add(series)
        found: dict[tuple[int, int], int] = {}
        for period, several in by_period.items():
            for row in self.by_period[period]:
                if self.series[row] in several:
                    found.setdefault((self.series[row], period), row)
        return found

    def codes_of(self, series: int) -> tuple[int, ...]:
        """Give the codes of the keys of a series."""
        return tuple(
            series // stride % len(key) for stride, key in zip(self.strides, self.keys, strict=True)
        )

    def label(self, key: int, code: int) -> str:
        """Give what people call a code: its label where there is one."""
        for one in self.attributes:
            if one.key == key and one.one_to_one:
                return one.column.texts[one.of[code]] or self.keys[key].texts[code]
        return self.keys[key].texts[code]

    def name(self, series: int, *, without: Sequence[int] = ()) -> str:
        """Name a series by its keys: 成都市 · 男; some of them may be left out."""
        codes = self.codes_of(series)
        labels = [
            self.label(at, code)
            for at, code in enumerate(codes)
            if at not in without and len(self.keys[at]) > 1
        ]
        return " · ".join(labels or [self.label(0, codes[0])])
