"""Which reporting unit handed in what, and how much was found in it."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values.period import Period


class ReturnStatus(StrEnum):
    """What became of what a reporting unit owes; the worst comes first."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NO_TABLE = "no-table"
    OTHER_PERIOD = "other-period"
    NOT_LISTED = "not-listed"
    WRONG = "wrong"
    REPEATED = "repeated"
    HANDED_IN = "handed-in"


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One file of one reporting unit, or a unit of which there is none (`path` is None)."""

    unit: str
    status: ReturnStatus
    path: str | None = None
    period: Period | None = None
    errors: int = 0
    warnings: int = 0
    information: int = 0
    justified: int = 0
    """Findings that somebody accepted; they are in no other count."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Who reported for one period: the lines of those due, those missing first.

    `dataset` is the name of the data set, empty for files of none; `due` is how many units are on
    the list, None where there is no list. `complete` is whether all files that are there were
    looked at: only then is anybody missing.
    """

    dataset: str
    period: Period | None
    due: int | None
    lines: tuple[OverviewLine, ...]
    complete: bool = True

    @property
    def handed_in(self) -> int:
        """How many units of the list, or by their names, handed something in."""
        return len(
            {
                line.unit
                for line in self.lines
                if line.path and line.status is not ReturnStatus.NOT_LISTED
            }
        )

    def count(self, status: ReturnStatus) -> int:
        """Count the units with a status."""
        return len({line.unit for line in self.lines if line.status is status})
