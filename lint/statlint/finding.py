"""What statlint says: findings, what was checked, and the report of one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from statlint.values import CellRange, CellRef, Language, Period, Text
from statlint.values.overview import Overview


class Severity(StrEnum):
    """How bad a finding is (ESS): not acceptable, acceptable once justified, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return list(Severity).index(self)

    @property
    def words(self) -> Text:
        """The severity in words."""
        return _SEVERITY_WORDS[self]


_SEVERITY_WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFORMATION: Text("提示", "information"),
}


class Nature(StrEnum):
    """What the form asks for: put right, or put right or explain."""

    MANDATORY = "强制性"
    QUERY = "核实性"


class Level(IntEnum):
    """How far a rule must look (ESS): the file itself, one dataset, earlier periods."""

    FILE = 0
    WITHIN_DATASET = 1
    SAME_SOURCE = 2


class Origin(StrEnum):
    """Where an edit comes from."""

    OFFICIAL = "official"
    FORM = "form"
    INFERRED = "inferred"
    PROSE = "prose"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class EditNote:
    """The edit behind a finding: its id in the form, its name, its text and where it comes from.

    `words` is the text with the form's labels in place of its keys; `across` says which other forms
    it reaches to, as in the form language: previous, parts.
    """

    id: str
    name: str
    text: str
    origin: Origin
    words: str = ""
    across: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another cell that matters for a finding, with the figure as written.

    `path` is set where it stands in another file; `label` says what a figure of a text counts.
    """

    sheet: str | None
    cell: CellRef
    value: str
    path: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: a sentence or a few, and from which sign to which they are marked."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One row of a code frame: its number on the sheet, its label and its cells as printed."""

    number: int
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The few lines and heads around a finding, as printed in the file.

    `columns` are column numbers on the sheet, `heads` the heads above them, both as long as every
    row's `cells`. `marked` are the cells to point at, `suspected` those that may be what is wrong.
    """

    columns: tuple[int, ...]
    heads: tuple[str, ...]
    rows: tuple[FrameRow, ...]
    marked: frozenset[CellRef]
    suspected: frozenset[CellRef] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where one file breaks one rule; figures are written as text."""

    code: str
    name: str
    severity: Severity
    nature: Nature
    level: int
    path: str
    sheet: str | None
    cell: CellRef | None
    message: str
    advice: str
    table: str | None = None
    line: str | None = None
    head: str | None = None
    place: str | None = None
    left: str | None = None
    right: str | None = None
    difference: str | None = None
    edit: EditNote | None = None
    related: tuple[Related, ...] = ()
    diagnosis: str | None = None
    justified: str | None = None
    value: str | None = None
    """The text of the cell as written."""
    fingerprint: str = ""
    frame: Frame | None = None
    quote: Quote | None = None
    """The sentence that a finding about a text is of, with its figures marked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell that may be wrong: what it holds as written, and the figure it may have to hold.

    `proposed` is empty where nothing tells that figure. `path` is set where it stands in another
    file.
    """

    sheet: str | None
    cell: CellRef
    value: str
    proposed: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing that may have gone wrong: the cells to change, how it came about, how likely.

    `reason` is the word for the slip (omitted-parts); `message` says all of it.
    """

    cells: tuple[Proposal, ...]
    reason: str
    probability: float
    message: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Findings that share a cause: their fingerprints, and what may have been meant.

    `alternatives` come most likely first; `certainty` says how much is known: `located`, `block`
    (located, some figures left open), `one-of` or `line`. `message` says it in words.
    """

    id: str
    path: str
    sheet: str | None
    findings: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    certainty: str = "line"
    message: str = ""


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


@dataclass(frozen=True, slots=True)
class TableNote:
    """One table that was found: where it stands and which form it follows."""

    id: str
    title: str
    sheet: str | None
    range: CellRange
    form: str | None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class NeighbourNote:
    """Another file that one was held against, or belongs to: its path, and what it is to it.

    `role` is previous, year_before, earlier, parts, monthly, quarterly, half_yearly, or `part_of`
    for the file that this one is a part of.
    """

    path: str
    role: str


class FileStatus(StrEnum):
    """What became of one file."""

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NO_TABLE = "no-table"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of the run: what it was read as, what was found in it, what was checked.

    `forms` are the titles of the forms its tables follow; `unseen` says what its format hides
    from the reader; `encoding` and `separator` are set for text files only; `neighbours` are the
    other files that it was held against.
    """

    path: str
    status: FileStatus
    container: str = ""
    period: Period | None = None
    unit_name: str | None = None
    forms: tuple[str, ...] = ()
    tables: tuple[TableNote, ...] = ()
    encoding: str | None = None
    separator: str | None = None
    unseen: tuple[str, ...] = ()
    outcomes: Outcomes = Outcomes()
    neighbours: tuple[NeighbourNote, ...] = ()
    paragraphs: int | None = None
    """How many paragraphs a document has; None for a workbook."""
    printed_tables: int = 0
    """How many tables a document has, known or not."""
    converted_by: str | None = None
    """The program with its version that made a .docx of the file first; None for most files."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run has to say; findings come by path, sheet, row, column, code.

    What thousands of files have to say is packed until it is asked for.
    """

    language: Language
    files: Sequence[FileReport]
    findings: Sequence[Finding]
    diagnoses: Sequence[Diagnosis] = ()
    not_checked: Sequence[NotChecked] = ()
    crashes: tuple[Crash, ...] = ()
    rules: tuple[str, ...] = ()
    overview: tuple[Overview, ...] = ()
    """Which unit reported for which period; empty for a run over a single file."""
    across: Outcomes = Outcomes()
    """The counts of checks that are of no single file."""

    @property
    def outcomes(self) -> Outcomes:
        """The counts of all files together."""
        return sum((file.outcomes for file in self.files), self.across)

    def count(self, severity: Severity, path: str | None = None) -> int:
        """Count the findings of one severity, in one file or in all."""
        return sum(
            found.severity is severity and path in {None, found.path} for found in self.findings
        )

    def fails(self, level: Severity) -> bool:
        """Tell whether any finding is at or above a level."""
        return any(found.severity.rank <= level.rank for found in self.findings)
