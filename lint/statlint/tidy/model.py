"""What is odd in a long list: one figure a row, told by its keys and its period."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.formula import Spot
from statlint.values import CellRange, Reading


@dataclass(frozen=True, slots=True)
class Repeat:
    """Keys and a period that stand there twice; `alike` says that the figures are so, too."""

    at: Spot
    first: Spot
    alike: bool


@dataclass(frozen=True, slots=True)
class Lapse:
    """A period that a series, or all series of a key, does not have, though those beside it do.

    `after` is the cell of the period before (or of the second, for the first); `count` are the
    series that lack it, of a whole key.
    """

    after: Spot
    series: str
    period: str
    count: int = 1
    last: bool = False
    """Whether it is the latest period of all."""
    first: bool = False
    is_asked: bool = False
    """Whether a form asks for the period."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Keys that never come together, where nearly all others do: a unit without an indicator."""

    at: Spot
    code: str
    missing: str
    share: int
    """How many of a hundred combinations are there."""


@dataclass(frozen=True, slots=True)
class OtherWord:
    """A label (or unit of measure) of a code that nearly everywhere else has another one."""

    at: Spot
    code: str
    usual: str
    count: int
    """Rows that say so."""
    others: int
    """Rows of the code that say the usual."""


@dataclass(frozen=True, slots=True)
class OddText:
    """A text among figures or periods; `reading` says what is wrong with it as a figure."""

    at: Spot
    reading: Reading | None
    others: int


class OddKind(StrEnum):
    """In which way a figure is unlike all others of its column, or of its indicator."""

    NEGATIVE = "negative"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class OddFigure:
    """A figure unlike all others of its column, or of its indicator."""

    at: Spot
    kind: OddKind
    what: str
    others: int


@dataclass(frozen=True, slots=True)
class OddJump:
    """A figure far from those beside it in its series, and about what they are.

    `power` is the power of ten by which it is that; 0 where it is by none.
    """

    at: Spot
    beside: tuple[Spot, ...]
    usual: float
    power: int


@dataclass(frozen=True, slots=True)
class OddCode:
    """A code unlike the others of its code list, in few rows; `usual` is one that it resembles."""

    at: Spot
    usual: str
    alike: bool
    """Whether it is that code, written otherwise."""
    count: int
    fills: bool = False
    """Whether its rows are just those that the usual one lacks."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A code or period that the form of the list does not know; `count` rows have it."""

    at: Spot
    count: int


@dataclass(frozen=True, slots=True)
class Absent:
    """A code or period of which the form asks for rows, and there is none; `head` is its column."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that an earlier list gives otherwise for the same keys and period."""

    at: Spot
    then: Spot


@dataclass(frozen=True, slots=True)
class Gone:
    """Keys that an earlier list has and this one has not, and where they stood last.

    `count` are the series; `period` is set where only that is lacking. `new` is the one code that
    is new, where one is lost, and `first` where it stands first.
    """

    at: Spot
    name: str
    count: int = 1
    period: str = ""
    new: str = ""
    first: Spot | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A long list beside earlier ones: what was revised and what is gone.

    Where much was revised, or is gone, only the first is given; the counts are of all: of figures
    that both have, and of series that are to go on.
    """

    revised: tuple[Revision, ...] = ()
    revisions: int = 0
    compared: int = 0
    gone: tuple[Gone, ...] = ()
    lost: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class TidyTable:
    """A long list with all that is odd in it, but for sums: those are edits."""

    sheet: str | None
    range: CellRange
    rows: int
    repeats: tuple[Repeat, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    holes: tuple[Hole, ...] = ()
    labels: tuple[OtherWord, ...] = ()
    units: tuple[OtherWord, ...] = ()
    texts: tuple[OddText, ...] = ()
    undated: tuple[OddText, ...] = ()
    figures: tuple[OddFigure, ...] = ()
    codes: tuple[OddCode, ...] = ()
    jumps: tuple[OddJump, ...] = ()
    beside: Beside = Beside()
    unlisted: tuple[Unlisted, ...] = ()
    absent: tuple[Absent, ...] = ()
