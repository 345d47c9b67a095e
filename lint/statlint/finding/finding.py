"""One place where a file breaks a rule, and what may have gone wrong there."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.finding.justification import Justification
from statlint.finding.kinds import Nature, Origin, Severity
from statlint.values import CellRef


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
    justified: Justification | None = None
    value: str | None = None
    """The text of the cell as written."""
    fingerprint: str = ""
    frame: Frame | None = None
    quote: Quote | None = None
    """The sentence that a finding about a text is of, with its figures marked."""
    about: str = ""
    """What its message says beyond all this, in no language, and without places that may move."""


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
