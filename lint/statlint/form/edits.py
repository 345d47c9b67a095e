"""Edits: restrictions on figures, as expression trees that nothing but the parser builds."""

from __future__ import annotations

from collections.abc import Collection

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.finding import Nature, Origin, Severity
from statlint.pattern import pattern_of
from statlint.typed import TypeAlias
from statlint.values import Number, Text

_PART = pattern_of(r"(.*[0-9])[a-z]")

ONE_SOURCE = ("previous", "year_before")
"""Words before a name for another form's figure; see `statlint.history.Relation`."""
IN_TIME = ("monthly", "quarterly", "half_yearly")
"""Words that stand for the shorter periods of one, in their order."""
EACH_SOURCE = ("parts", *IN_TIME)
"""Words that stand for several other forms: within a function they give the figure of each."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number written in an edit."""

    value: Number


@dataclass(frozen=True, slots=True)
class Name:
    """A figure: a line or a head (one part), line.head (two), table.line.head (three).

    `source` says whose figure it is where it is not of the form itself: of the `previous` period,
    of one of its `parts`.
    """

    parts: tuple[str, ...]
    source: str = ""

    def __str__(self) -> str:
        """Write the name as in the form."""
        return ".".join((self.source, *self.parts) if self.source else self.parts)


@dataclass(frozen=True, slots=True)
class Span:
    """All lines (or heads) from one to another in the form's order, headings left out: r1:o3.

    With both ends alike, the figure of each of several forms: sum(parts.total).
    """

    first: Name
    last: Name

    @property
    def is_each(self) -> bool:
        """Whether it is one figure of each of several forms (parts.total), not a range."""
        return self.first == self.last and self.first.source in EACH_SOURCE


@dataclass(frozen=True, slots=True)
class Words:
    """A text written in an edit, in quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function of figures: sum, mean, min, max, abs, decimals, remainder, steps, place and so on.

    `last(quarterly.staff)` is the figure of the latest of several periods.

    `steps(criterion)` is the step in which a rule text takes points off (每缺1项扣0.5分: 0.5);
    `place(x, a, b …)` is the place of x among the others, the highest first, ties as in 1, 2, 2, 4;
    `dense` has ties as in 1, 2, 2, 3; `place_low` and `dense_low` count from the lowest.
    """

    function: str
    arguments: tuple[Operand | Span, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of several conditions hold: count(a > 0, b > 0)."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands joined by + - * /."""

    sign: str
    left: Operand
    right: Operand


Operand: TypeAlias = Constant | Name | Call | Tally | Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands compared by = != <= >= < >."""

    sign: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class Junction:
    """Conditions joined by `and` or by `or`."""

    word: str
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """A condition that must not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Implication:
    """If the condition holds, the consequence must."""

    condition: Condition
    consequence: Condition


@dataclass(frozen=True, slots=True)
class Equivalence:
    """Both conditions hold, or neither: a = 0 iff b = 0."""

    left: Condition
    right: Condition


@dataclass(frozen=True, slots=True)
class Test:
    """A test of cells: filled(reason), mentions(criterion, "倒扣"), rises(m1:m12).

    `filled`: the cell holds words or a figure; `mentions`: its words hold one of the texts;
    `rises`: the figures never fall in the order given, blanks and marks left out.
    """

    function: str
    arguments: tuple[Operand | Span | Words, ...]


Condition: TypeAlias = Comparison | Junction | Negation | Implication | Equivalence | Test


class EditKind(StrEnum):
    """What an edit restricts (UNECE); which rule speaks when it fails depends on it."""

    BALANCE = "balance"
    """An equation with a single figure on one side: a total and its parts."""
    FLOW = "flow"
    """An equation with more than one figure on both sides."""
    PART = "part"
    """An inequality between figures: a part is at most its whole."""
    RANGE = "range"
    """One figure against constants."""
    CONDITION = "condition"
    """If … then …, iff, and anything joined by and, or, not, count."""
    RATIO = "ratio"
    """An equation with a division: a share, a rate, a mean per head."""
    SHARES = "shares"
    """Shares that add up to a constant."""
    SCALE = "scale"
    """A figure that looks as if written in another unit; the form says so, never the shape."""
    RANK = "rank"
    """A place in a ranking against the figure it follows from."""


class Scope(StrEnum):
    """What an edit is repeated over."""

    HEAD = "head"
    """Once under each head; names are lines."""
    LINE = "line"
    """Once on each line; names are heads."""
    ONCE = "once"
    """Once; names are line.head or table.line.head."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One restriction stated by a form, or found or set otherwise.

    `lines` and `heads` narrow the scope (empty: all). `kinds_of_unit` are the kinds of reporting
    unit it is for (empty: all); where the unit's kind is not known it is not checked.
    `implied_by` names edits that say the same more exactly: where one of them failed under the same
    head or on the same line, this one stays silent. `severity` overrides what `nature` gives.

    `within` repeats it for each line of that key, over the lines under it; `under` is the line of
    the table that a copy is for, which tells it from other copies with the same id. Of edits with
    the same `rival` the one that holds most often in a table counts, of equals the first. A
    `proven` edit counts where it holds at least once and in half of the places it is stated for.
    `kinds` limits it to cells of some kinds, `flows_only` to those that are no stocks, `periods` to
    parts of the year (M01, Q1, H1). `basis` says why an inferred edit is believed. `across` says
    which other forms it reaches to (previous, parts); nothing for an edit within one.
    """

    id: str
    text: str
    condition: Condition
    kind: EditKind
    name: Text
    scope: Scope = Scope.ONCE
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    nature: Nature = Nature.MANDATORY
    severity: Severity | None = None
    origin: Origin = Origin.FORM
    message: Text | None = None
    advice: Text | None = None
    active: bool = True
    kinds_of_unit: tuple[str, ...] = ()
    implied_by: tuple[str, ...] = ()
    within: str | None = None
    rival: str | None = None
    proven: bool = False
    kinds: tuple[str, ...] = ()
    flows_only: bool = False
    periods: tuple[str, ...] = ()
    under: str | None = None
    basis: Text | None = None
    across: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids it goes by: its own, and that of the whole it is one part of (Y5 for Y5a)."""
        part = _PART.fullmatch(self.id)
        return (self.id, part[1]) if part else (self.id,)

    def is_among(self, words: Collection[str]) -> bool:
        """Tell whether any of these words names it."""
        return any(word in words for word in self.ids)
