"""Relations between the lines or heads of a table, as inference finds them."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, replace
from statlint.table import Layout, Strip
from statlint.values import Number


class Operator(StrEnum):
    """How an aggregate follows from its parts."""

    SUM = "sum"
    AVERAGE = "average"
    DIVISION = "division"
    """Parts: numerator, denominator."""
    RELATIVE_CHANGE = "relative-change"
    """Parts: new, old."""
    PRODUCT = "product"
    CUMULATIVE = "cumulative"
    """Parts: what was reached before, and what comes to it (or the latter alone, at the start)."""
    RANK = "rank"
    """Part: the figure that the place follows from."""
    EQUAL = "equal"
    """Part: the figure that is repeated here, mostly in another table."""


class Axis(StrEnum):
    """What the aggregate and its parts are."""

    LINES = "lines"
    """Lines; the relation is stated under each of some heads."""
    HEADS = "heads"
    """Heads; the relation is stated on each of some lines."""

    @property
    def other(self) -> Axis:
        """What the positions are, where this is what the aggregate and its parts are."""
        return Axis.HEADS if self is Axis.LINES else Axis.LINES

    def strips(self, layout: Layout) -> tuple[Strip, ...]:
        """Give the lines of a layout, or its heads."""
        return layout.lines if self is Axis.LINES else layout.heads

    def cell(self, strip: int, position: int) -> tuple[int, int]:
        """Give the line and the head that cross where a strip and a position do."""
        return (strip, position) if self is Axis.LINES else (position, strip)


@dataclass(frozen=True, slots=True)
class Relation:
    """One aggregate line (or head) of a layout and the parts it follows from.

    `aggregate`, `parts` and `positions` are places in `layout.lines` and `layout.heads`: for
    Axis.LINES the first two are lines and the positions heads. `positions` are where the relation
    is stated, `missed` those of them where the figures break it. A difference a - b = c is the sum
    a = b + c. `factor` is what a division or a change is multiplied by (100 for per cent).
    `bits` is how strongly it is believed: log2 of the odds against chance. `exact` counts the
    positions where it holds to the last digit, `held` those where it holds at all.
    `others` are the layouts of the sheet (or book) that the parts are on, where it is not this one:
    one place in the list of all layouts for each part. `places` are where parts are read that do
    not stand at the positions themselves: for each part one place for each of `positions`.
    """

    operator: Operator
    axis: Axis
    aggregate: int
    parts: tuple[int, ...]
    positions: tuple[int, ...]
    bits: float
    factor: Number = 1
    missed: tuple[int, ...] = ()
    exact: int = 0
    held: int = 0
    named: bool = False
    """Whether the labels say so: 合计 over its block, % of a column beside it."""
    others: tuple[int, ...] = ()
    tables: int = 1
    """How many tables of one layout it was found in together."""
    places: tuple[tuple[int, ...], ...] = ()
    less: int = 0
    """How many of the parts, the last ones, are taken away: a closing balance and what went out."""
    lost: int = 0
    """At how many places of all its tables together the figures break it."""
    siblings: int = 0
    """For one with misses: the blocks of the same template that hold at the same positions."""
    weights: tuple[int, ...] = ()
    """How often each part counts, below 0 where it is taken away; none where each counts once."""
    below: int = 1
    """For a division: how many of its parts, the last ones, are added up to divide by."""
    trimmed: bool = False
    """For a mean: the highest and the lowest of its parts are left out of it."""

    @property
    def is_compound(self) -> bool:
        """Tell whether it is more than one part by another, or a plain sum or mean."""
        return bool(self.weights) or self.below > 1 or self.trimmed

    @property
    def weighing(self) -> tuple[int, ...]:
        """How often each part counts."""
        return self.weights or (1,) * (len(self.parts) - self.less) + (-1,) * self.less

    def read_at(self, index: int) -> tuple[int, ...]:
        """Give the place at which each part is read for one of the positions, by its index."""
        if not self.places:
            return (self.positions[index],) * len(self.parts)
        return tuple(places[index] for places in self.places)

    def within(self, start: int, width: int) -> Relation | None:
        """Give what it states in one of several pooled tables, positions counted from there.

        `start` is the first position of that table and `width` how many it has; None where nothing
        is stated there.
        """
        here = range(start, start + width)
        kept = [
            index
            for index, one in enumerate(self.positions)
            if one in here and all(own[index] in here for own in self.places)
        ]
        if not kept:
            return None
        return replace(
            self,
            positions=tuple(self.positions[index] - start for index in kept),
            missed=tuple(one - start for one in self.missed if one in here),
            places=tuple(tuple(own[index] - start for index in kept) for own in self.places),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """A table that no form describes, with all relations found in it."""

    layout: Layout
    relations: tuple[Relation, ...]
