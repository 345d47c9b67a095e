"""The report of one run, and what it says of each file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field
from statlint.finding.kinds import Severity
from statlint.finding.outcomes import Crash, NotChecked, Outcomes
from statlint.typed import Protocol
from statlint.values import CellRange, CellRef, Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding.drawn import Series
    from statlint.finding.finding import Diagnosis, Finding
    from statlint.finding.originals import GivesOriginals
    from statlint.values import Period
    from statlint.values.overview import Overview
    from statlint.values.region import Region


@dataclass(frozen=True, slots=True)
class TableNote:
    """One table that was found: where it stands and which form it follows."""

    id: str
    title: str
    sheet: str | None
    range: CellRange
    form: str | None
    inferred: bool = False
    ran: tuple[str, ...] = ()
    """The codes of the rules that looked at it, in their order."""


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
    outcomes: Outcomes = field(default_factory=Outcomes)
    neighbours: tuple[NeighbourNote, ...] = ()
    paragraphs: int | None = None
    """How many paragraphs a document has; None for a workbook."""
    printed_tables: int = 0
    """How many tables a document has, known or not."""
    converted_by: str | None = None
    """The program with its version that made a .docx of the file first; None for most files."""
    ran: tuple[str, ...] = ()
    """The codes of the rules that looked at it or at one of its tables, in their order."""
    series: tuple[Series, ...] = ()
    """Its figures with those of earlier periods; only where a report that draws them asked."""


@dataclass(frozen=True, slots=True)
class BaselineNote:
    """The list of what was known before: its path, and what became of it in this run.

    `known` findings are in it, `new` ones are not and nobody accepted them; of what it holds, so
    many are `gone`.
    """

    path: str
    known: int
    new: int
    gone: int


class FindsRegions(Protocol):
    """Finds where things stand in text files, which have lines and columns of their own."""

    def of(self, finding: Finding) -> Region | None:
        """Find the cell of a finding, or the sentence it quotes; None where it is in no text."""

    def at(self, path: str, cell: CellRef) -> Region | None:
        """Find a cell of a text file that is one table; None for any other file."""

    def line_of(self, path: str, cell: CellRef) -> Region | None:
        """Give the line that the row of a cell begins on, without reading the file."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run has to say; findings come by path, sheet, row, column, code.

    What is said of the baseline comes last. What thousands of files have to say is packed until it
    is asked for.
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
    across: Outcomes = field(default_factory=Outcomes)
    """The counts of checks that are of no single file."""
    packs: tuple[str, ...] = ("statlint_rules",)
    """The packages that the rules came from."""
    regions: FindsRegions | None = field(default=None, compare=False, repr=False)
    """Finds the places of findings in text files; the files are read anew when it is asked."""
    baseline: BaselineNote | None = None
    """The list of what was known before, if there is one."""
    originals: GivesOriginals | None = field(default=None, compare=False, repr=False)
    """Gives the files again; set where a report shows or copies them."""
    retold: Callable[[], Report] | None = field(default=None, compare=False, repr=False)
    """Tells the same run in the other language; set where a report speaks both."""

    @property
    def outcomes(self) -> Outcomes:
        """The counts of all files together."""
        return sum((file.outcomes for file in self.files), self.across)

    @property
    def justified(self) -> int:
        """How many findings somebody accepted."""
        return sum(found.justified is not None for found in self.findings)

    def count(self, severity: Severity, path: str | None = None) -> int:
        """Count the findings of one severity that nobody accepted, in one file or in all."""
        return sum(
            found.severity is severity and path in {None, found.path}
            for found in self.findings
            if found.justified is None
        )

    def fails(self, level: Severity) -> bool:
        """Tell whether any finding that nobody accepted is at or above a level."""
        return any(
            found.severity.rank <= level.rank for found in self.findings if found.justified is None
        )
