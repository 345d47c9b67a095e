"""What is odd about a figure beside those of earlier periods."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.values import Number


class Odd(StrEnum):
    """In which way something is odd; each is the business of one rule."""

    FACTOR = "factor"
    """Changed by a power of ten."""
    CHANGE = "change"
    """Changed more than the table lets expect."""
    SERIES = "series"
    """Away from its four and more earlier figures."""
    UNITS = "units"
    """Changed otherwise than with most reporting units."""
    VANISHED = "vanished"
    """There in one period only."""
    SIGN = "sign"
    """Above 0 in one period, below 0 in the other."""
    RATE = "rate"
    """A printed growth rate that the two figures contradict."""
    SAME = "same"
    """A table that is the same as the one before."""


class Extent(StrEnum):
    """How much has one cause."""

    FIGURE = "figure"
    LINE = "line"
    HEAD = "head"
    TABLE = "table"


@dataclass(frozen=True, slots=True, eq=False)
class Oddity:
    """One odd figure, or several with one cause: the cell to look at first, and what is odd.

    `before` are the earlier figures of that cell, the oldest first; `others` the other cells of
    the same cause. `expected`, `least` and `most` say what would have been usual, in the figure's
    own unit and decimals; `power` is the power of ten of a factor, `score` how many of its usual
    deviations the figure is off. What is `mild` is worth knowing and no more.
    """

    kind: Odd
    at: Fact
    before: tuple[Fact, ...]
    extent: Extent = Extent.FIGURE
    others: tuple[Fact, ...] = ()
    power: int = 0
    expected: Number | None = None
    least: Number | None = None
    most: Number | None = None
    score: float = 0.0
    mild: bool = False

    @property
    def last(self) -> Fact:
        """The latest of the earlier figures."""
        return self.before[-1]
