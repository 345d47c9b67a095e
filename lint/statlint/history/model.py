"""The forms of other files beside one that is checked: earlier periods, and its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field
from statlint.facts import Fact, Facts, Filing
from statlint.finding import Reason
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.values import Period

if TYPE_CHECKING:
    from statlint.history.odd import Oddity

Places: TypeAlias = Mapping[tuple[str, str], Fact]
"""The cells of one table by line and head."""


class Relation(StrEnum):
    """What another form is to the one that is checked, as edits name it."""

    PREVIOUS = "previous"
    """The period of the same length before."""
    YEAR_BEFORE = "year_before"
    """The same part of the year before."""
    PARTS = "parts"
    """The reporting units that make up this one."""
    MONTHLY = "monthly"
    """The months of this period."""
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"


@dataclass(frozen=True, slots=True, eq=False)
class Neighbour:
    """A filled form of another file, its cells by the keys of the form that is checked.

    The facts of its `filing` are these cells, which carry the path of their file; they have the
    keys of its own form.
    """

    relation: Relation
    tables: Mapping[str, Places]
    filing: Filing

    @property
    def path(self) -> str:
        """The path of its file."""
        return self.filing.path

    @property
    def period(self) -> Period | None:
        """What period it is for, where that is known."""
        return self.filing.filled.period

    @property
    def unit_name(self) -> str:
        """The reporting unit it names; nothing where it names none."""
        return self.filing.filled.unit_name or ""

    def get(self, table: str, line: str, head: str) -> Fact | None:
        """Give one cell; None where the other form has no such table, line or head."""
        return self.tables.get(table, {}).get((line, head))


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that was named, or found by its path, and that the form cannot be held against.

    `reason` says why: another unit, another period, another form, no table, not readable. `line` is
    the label of a line that it has not, where the rest is of use.
    """

    path: str
    relation: Relation
    reason: Reason
    period: Period | None = None
    unit_name: str = ""
    line: str | None = None


def _none(_path: str) -> Neighbour | None:
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """All forms that one is held against, by what they are to it.

    A source is a relation (`previous`), or one of several of a kind (`parts.2`).
    """

    by_relation: Mapping[str, tuple[Neighbour, ...]] = field(default_factory=dict)
    before: Callable[[str], Neighbour | None] = field(default=_none, repr=False)
    """Finds the form of the period before of a part, by the path of the part's file."""
    lacking: tuple[PassedOver, ...] = ()
    """Parts that are there and give no figures: the others are not all of them."""

    def count(self, relation: str) -> int:
        """Count the neighbours of a kind."""
        return len(self.by_relation.get(relation, ()))

    def get(self, source: str, table: str, line: str, head: str) -> Fact | None:
        """Give one cell of one neighbour; None where there is none."""
        relation, _, number = source.partition(".")
        found = self.by_relation.get(relation, ())
        at = int(number or 0)
        return found[at].get(table, line, head) if at < len(found) else None


NOBODY = Neighbours()
"""What a form is held against that stands alone."""


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """A filled form with the earlier ones of the same unit, the oldest first; never none.

    `odd` is what is odd about it beside them, found once for all rules.
    """

    filled: FilledForm
    facts: tuple[Facts, ...]
    earlier: tuple[Neighbour, ...]
    odd: tuple[Oddity, ...] = ()

    @property
    def previous(self) -> Neighbour:
        """The latest of the earlier ones."""
        return self.earlier[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Vicinity:
    """A filled form with the files beside it: those it is held against, and those it is not.

    `earlier` are its earlier ones for a `History`, the oldest first.
    """

    filled: FilledForm
    neighbours: Neighbours = NOBODY
    earlier: tuple[Neighbour, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
