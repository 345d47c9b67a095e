"""What is to be marked in a workbook, and what its first sheet is to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.finding import Severity
from statlint.values import CellRef

MOST_NOTES = 500
"""Notes in one workbook; what is found beyond them stands in its first sheet alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to tint, and the note that it gets; the first marks are the most important."""

    sheet: str
    cell: CellRef
    severity: Severity
    note: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of the first sheet leads: a cell of the same workbook."""

    sheet: str
    cell: CellRef


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One finding in the first sheet; `severity` is None for what needs nothing any more.

    `asked` is whether somebody is asked to explain it.
    """

    severity: Severity | None
    level: str
    rule: str
    finding: str
    place: str
    target: Target | None
    left: str
    right: str
    difference: str
    proposal: str
    explanation: str
    fingerprint: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first sheet: its name, what stands on top, the heads of its table, and the table.

    `facts` are labels and what is said beside them; `remarks` are sentences below them.
    `original` is the name of the file that was checked, `footer` what is printed below each page.
    """

    name: str
    title: str
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[CoverRow]
    original: str
    footer: str


@dataclass(frozen=True, slots=True)
class Told:
    """What became of the marks: how many cells got no note, and what else a reader should know.

    `threads` are cells with a note whose thread of comments Excel shows instead of it;
    `signed` is whether the workbook has a signature, which no copy can keep; `untinted` whether it
    has no room for more formats of cells.
    """

    unnoted: int = 0
    threads: int = 0
    signed: bool = False
    untinted: bool = False


WriteCover: TypeAlias = Callable[[Told], Cover]
