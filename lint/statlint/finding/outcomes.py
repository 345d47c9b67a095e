"""Checks that could not be decided, and why; rules that crashed; how many did what."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import CellRef


class Reason(StrEnum):
    """Why a check could not be decided."""

    BLANK_PARTS = "blank-parts"
    UNREADABLE_PARTS = "unreadable-parts"
    MISSING_LINE = "missing-line"
    KIND_OF_UNIT = "kind-of-unit"
    NO_PERIOD = "no-period"
    UNPROVEN = "unproven"
    DIVISION_BY_ZERO = "division-by-zero"
    UNSEEN = "unseen"
    REQUIRED_RULE = "required-rule"
    NO_COUNTERPART = "no-counterpart"
    """The table that is referred to is not among the files."""
    SEVERAL_COUNTERPARTS = "several-counterparts"
    ABSENT_ELSEWHERE = "absent-elsewhere"
    """Last year's table, or that of a part, has no such figure."""
    NOT_READ_ELSEWHERE = "not-read-elsewhere"
    """The file of last year, or of a part, cannot be read."""
    NO_TABLE_ELSEWHERE = "no-table-elsewhere"
    OWN_OUTPUT = "own-output"
    """The file named as last year's, or as a part, is one that statlint wrote."""
    LIST_ELSEWHERE = "list-elsewhere"
    """The file of last year, or of a part, is a long list, and the table that is checked is not."""
    OTHER_LIST = "other-list"
    """The long list of last year has other columns, or hardly any of the same keys."""
    LIST_OF_PARTS = "list-of-parts"
    """Long lists are not held against the sums of their parts."""
    OTHER_FORM = "other-form"
    """The table of last year, or of a part, follows another form."""
    OTHER_UNIT = "other-unit"
    SEVERAL_WHOLES = "several-wholes"
    """The parts of several units lie together, and do not say whose they are."""
    UNIT_MISSING = "unit-missing"
    """A unit on the list of those due has handed in no part."""
    OTHER_PERIOD = "other-period"
    SEVERAL_ALIKE = "several-alike"
    """Several files may be the one that is meant."""
    ITSELF = "itself"
    """The file that was named as last year's, or as a part, is the one that is checked."""
    TWICE = "twice"
    """The same figures of a part are there a second time."""
    NO_NUMBERS = "no-numbers"
    """The lines of the table that is referred to have no numbers."""
    TOO_MANY = "too-many"
    """A long list has more places where the edit may fail than are looked at."""
    MANY_LINES = "many-lines"
    """A table has so many lines that they are not held against one another."""
    LEFT_ALONE = "left-alone"
    """Formulas with functions that are not reckoned here."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A check that could not be decided, and why.

    `diagnosis` is the cause for which it could not, where one was told; `other` is the file that
    it would need.
    """

    path: str
    sheet: str | None
    cell: CellRef | None
    edit: str
    reason: Reason
    line: str | None = None
    head: str | None = None
    diagnosis: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that crashed on one file; the traceback is for its author."""

    code: str
    path: str
    error: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many checks passed, failed, stayed open, crashed: edits one by one, and rules."""

    passed: int = 0
    failed: int = 0
    not_checked: int = 0
    crashed: int = 0

    def __add__(self, other: Outcomes) -> Outcomes:
        """Add up two counts."""
        return Outcomes(
            self.passed + other.passed,
            self.failed + other.failed,
            self.not_checked + other.not_checked,
            self.crashed + other.crashed,
        )

    @property
    def checked(self) -> int:
        """How many checks were decided."""
        return self.passed + self.failed
