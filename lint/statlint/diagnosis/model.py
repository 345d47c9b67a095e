"""The figures and edits of a table as one system of equations, and what may be wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import Text

Values: TypeAlias = Mapping[int, int]
"""New figures of some cells, by the number of the cell, in units of the system."""


class Slip(StrEnum):
    """How a figure came to be wrong."""

    DIGIT = "digit"
    """One digit written for another."""
    TRANSPOSED = "transposed"
    """Two neighbouring digits exchanged."""
    DROPPED = "dropped"
    ADDED = "added"
    DOUBLED = "doubled"
    """A digit written twice."""
    SIGN = "sign"
    FACTOR = "factor"
    """A power of ten too large or too small: a point misplaced, 元 written for 万元."""
    SWAPPED = "swapped"
    """The figures of two neighbouring cells exchanged."""
    MISPLACED = "misplaced"
    """A figure written in another line or under another head, its own place left at 0 or blank."""
    STALE_TOTAL = "stale-total"
    """A part was changed and its total was not."""
    RECOMPUTED = "recomputed"
    """A part is wrong, and the totals along one way were reckoned with it."""
    OMITTED_PARTS = "omitted-parts"
    COUNTED_TWICE = "counted-twice"
    SUBTOTAL_ADDED = "subtotal-added"
    """A subtotal was added in beside its parts."""
    SHORT_RANGE = "short-range"
    """The range of a formula leaves out, or takes in, what it should not."""
    SHIFTED = "shifted"
    """The figures of a line or a block stand one place on."""
    EXCHANGED = "exchanged"
    """Two lines, or the figures under two heads, stand in each other's place."""
    OTHER_UNIT = "other-unit"
    """All figures of a line, a head or a block in another unit."""
    SIGNS = "signs"
    """All figures of a line or under a head with the wrong sign."""
    COPIED = "copied"
    """A block is that of last year, or of another table."""
    MISSING_PART = "missing-part"
    """A total over parts takes in one whose form is not there."""
    BLANK = "blank"
    """A figure left out."""
    UNREADABLE = "unreadable"
    """A text where a figure is due."""
    OTHER = "other"
    """Any other figure."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a system.

    `value` is in units of the system (0 where blank). `decimals` are those written. `table`, `line`
    and `head` are numbers: cells of a table whose heads differ by one are neighbours. `least` is
    the lowest figure there may be. `expected` is last year's figure. A cell with a formula is
    `derived`: never wrong by itself. A `fixed` one stays as it is: the system has not all of its
    edits. Of a text that is no figure, `value` is what it looks like (blank where like none), and
    `doubt` how likely another figure is meant. A total is `typed` where formulas give the others
    of its edit. `parts` is of how many other files it states the sum.
    """

    value: int
    decimals: int
    table: int
    line: int
    head: int
    blank: bool = False
    derived: bool = False
    least: int | None = 0
    expected: int | None = None
    fixed: bool = False
    doubt: float | None = None
    typed: bool = False
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Equation:
    """An edit that is a weighted sum of cells: |Σ weight · value + constant| ≤ slack.

    `stated` is the cell that the others add up to. `belief` is the probability that the edit is
    true of the table at all: 1 for what a form states. `edit` tells the same edit in other lines or
    under other heads.
    """

    terms: tuple[tuple[int, int], ...]
    constant: int = 0
    slack: int = 0
    stated: int | None = None
    belief: float = 1.0
    edit: int | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A weighted sum of cells that is not negative: Σ weight · value + constant ≥ 0."""

    terms: tuple[tuple[int, int], ...]
    constant: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """Any other edit over some cells: whether it would hold with other figures in some of them."""

    cells: tuple[int, ...]
    holds_with: Callable[[Values], bool]
    holds: bool = True
    proposals: tuple[tuple[int, int], ...] = ()
    """Figures that would mend it by themselves, where it tells any: the cell and its new figure."""
    belief: float = 1.0
    bounds: tuple[Bound, ...] = ()
    """What must be so for it to hold, where it compares sums; blanks are taken as 0."""


@dataclass(frozen=True, slots=True)
class Source:
    """Figures that may have been copied from a table beside; last year's are with the cells.

    `name` is the title of that table. `figures` are those that stand there in the place of a cell,
    by its number.
    """

    name: Text
    figures: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class System:
    """Cells with all edits over them; `scale` is how many units make 1 (a power of ten).

    `formulas` gives, for a derived cell, the cells that its formula reads with their weights.
    `groups` are parts that belong together (the lines of a group, the heads of a spanner), each
    with the cell of its subtotal, if it has one.
    """

    cells: tuple[Cell, ...]
    equations: tuple[Equation, ...]
    conditions: tuple[Condition, ...] = ()
    formulas: Mapping[int, tuple[tuple[int, int], ...]] | None = None
    groups: tuple[tuple[int | None, tuple[int, ...]], ...] = ()
    scale: int = 1
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One slip: what it did (the cells with the figures that they should have).

    `about` are the cells that tell more of it: the parts left out, the other line. `open` are
    cells that are wrong too, though nothing tells what they should be. `source` is the number of
    the source that was copied, None where it is last year's table.
    """

    slip: Slip
    changes: tuple[tuple[int, int], ...]
    about: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Slips that together mend failed edits; `mended` and `probability` are of its component."""

    events: tuple[Event, ...]
    probability: float
    mended: tuple[int, ...]
    """The failed edits that would hold, by number: equations first, conditions after them."""


class Certainty(StrEnum):
    """How much is known of what is wrong."""

    LOCATED = "located"
    ONE_OF = "one-of"
    LINE = "line"
    """Only that one of the cells of a failed edit is wrong."""
    BLOCK = "block"
    """The cells that are wrong, and how that came about, but not all of their figures."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong in one component of a system: failed edits that share cells.

    `failed` are their numbers, equations first and conditions after them. `explanations` come most
    likely first: one where it is located, two to five of `Certainty.ONE_OF`, none or some
    guesses where only the line is known.
    """

    certainty: Certainty
    failed: tuple[int, ...]
    explanations: tuple[Explanation, ...]
