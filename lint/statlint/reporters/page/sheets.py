"""The sheets of a file on the page: drawn, with a sign on every cell that something is said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.finding.drawn import DrawnCell, DrawnRow, DrawnSheet
from statlint.reporters.page.addresses import Addresses, home_of
from statlint.reporters.page.findings import LOCATED
from statlint.reporters.page.plots import digits
from statlint.reporters.places import one_line
from statlint.run.drawn import Wanted, sheets_of
from statlint.values import CellRef

if TYPE_CHECKING:
    from statlint.finding import Diagnosis, FileReport, Finding, Frame, TableNote
    from statlint.finding.drawn import Series
    from statlint.reporters.page.findings import PageFinding

_MOST_RELATED = 40
"""Cells of one finding that a large table is drawn around."""
_ON_ONE_LINE, _SHORT = 3, 8
"""Signs of a text that is not broken, and of one that is broken into short lines."""
_UNKNOWN = "…"
"""What stands in a cell that no finding shows."""


@dataclass(slots=True, eq=False)
class Mark:
    """What is said of a cell: its findings, the worst first, and a figure that is proposed."""

    findings: list[PageFinding] = field(default_factory=list)
    proposed: str = ""
    suspected: bool = False

    @property
    def level(self) -> str:
        """The level of the worst finding."""
        return self.findings[0].level


@dataclass(slots=True, eq=False)
class PageSheet:
    """A sheet on the page: drawn or not, what is said of its cells, and its findings."""

    name: str | None
    addresses: Addresses
    number: int
    drawn: DrawnSheet | None = None
    findings: list[PageFinding] = field(default_factory=list)
    marks: dict[CellRef, Mark] = field(default_factory=dict)
    series: dict[CellRef, Series] = field(default_factory=dict)
    related: frozenset[CellRef] = frozenset()
    """Cells that findings lead to, beside those that they stand in."""
    _given: set[CellRef] = field(default_factory=set)

    @property
    def address(self) -> str:
        """What the sheet is called on the page."""
        return f"{self.addresses.prefix}t{self.number}"

    @property
    def is_whole(self) -> bool:
        """Whether all of it is drawn."""
        drawn = self.drawn
        return drawn is not None and not (
            drawn.after or 0 in drawn.columns or any(row.skipped for row in drawn.rows)
        )

    def spot(self, cell: DrawnCell) -> str:
        """Name a cell once, where it is drawn first; no other place may have its name."""
        if cell.again or cell.ref in self._given:
            return ""
        self._given.add(cell.ref)
        return self.addresses.cell(self.name, cell.ref) or ""

    def figures(self, ref: CellRef) -> str:
        """Write the figures of a cell over the years, for what draws them when it is pointed at."""
        series = self.series.get(ref)
        if series is None:
            return ""
        return "|".join("" if one is None else digits(one) for one in series.figures)

    @property
    def periods(self) -> str:
        """Write the periods of these figures."""
        return "|".join(next(iter(self.series.values())).periods) if self.series else ""


def kind_of(cell: DrawnCell) -> str:
    """Say how a cell is set: figures at the right, short words on one line, merged ones centred."""
    if cell.is_figure:
        return "sl-n"
    if cell.across > 1:
        return "sl-c"
    if len(cell.text) <= _ON_ONE_LINE:
        return "sl-w"
    return "sl-m" if len(cell.text) <= _SHORT else "sl-l"


def wanted_of(
    tables: Sequence[TableNote],
    findings: Iterable[Finding],
    causes: Iterable[Diagnosis],
    most: int,
) -> dict[str | None, Wanted]:
    """Say which sheets of a file are to be drawn: those of tables and of its findings."""
    cells: dict[str | None, set[CellRef]] = {}
    for table in tables:
        cells.setdefault(table.sheet, set())
    for one in findings:
        if one.cell is not None:
            cells.setdefault(home_of(one), set()).add(one.cell)
        for other in one.related[:_MOST_RELATED]:
            if other.path is None and other.sheet in cells:
                cells[other.sheet].add(other.cell)
    for proposal in (one for cause in causes for way in cause.alternatives for one in way.cells):
        if proposal.path is None and proposal.sheet in cells:
            cells[proposal.sheet].add(proposal.cell)
    return {
        sheet: Wanted(
            frozenset(found),
            tuple(table.range for table in tables if table.sheet == sheet),
            most,
        )
        for sheet, found in cells.items()
    }


def drawn_of(
    file: FileReport,
    content: bytes | None,
    wanted: Mapping[str | None, Wanted],
    findings: Sequence[Finding],
) -> tuple[DrawnSheet, ...]:
    """Draw the sheets of a file; where it cannot be read once more, what findings show of it."""
    drawn = sheets_of(file.path, content, wanted, encoding=file.encoding) if content else ()
    there = {one.name for one in drawn}
    left = {home_of(one) for one in findings if one.frame is not None} - there
    return (*drawn, *(from_frames(sheet, findings) for sheet in sorted(left, key=str)))


def from_frames(sheet: str | None, findings: Iterable[Finding]) -> DrawnSheet:
    """Put a sheet together from what stands around its findings; labels stand at the left."""
    frames = [one.frame for one in findings if one.frame is not None and home_of(one) == sheet]
    texts = dict(chain.from_iterable(_texts(frame) for frame in frames))
    labels = {row.number: row.label for frame in frames for row in frame.rows}
    heads = {
        column: head
        for frame in frames
        for column, head in zip(frame.columns, frame.heads, strict=True)
    }
    columns = sorted(heads)
    rows = [_head_row(columns, heads)] if any(map(str.strip, heads.values())) else []
    before = 0
    for number in sorted(labels):
        label = DrawnCell(CellRef(number, 1), one_line(labels[number]), again=True)
        found = (
            DrawnCell(CellRef(number, column), texts[number, column], is_figure=True)
            if (number, column) in texts
            else DrawnCell(CellRef(number, column), _UNKNOWN, again=True)
            for column in columns
        )
        rows.append(DrawnRow(number, (label, *found), number - before - 1 if before else 0))
        before = number
    return DrawnSheet(sheet, (0, *columns), tuple(rows), before, len(columns), from_frames=True)


def _head_row(columns: Sequence[int], heads: Mapping[int, str]) -> DrawnRow:
    cells = (
        DrawnCell(CellRef(1, column), one_line(heads[column]), again=True) for column in columns
    )
    return DrawnRow(0, (DrawnCell(CellRef(1, 1), "", again=True), *cells))


def _texts(frame: Frame) -> Iterator[tuple[tuple[int, int], str]]:
    for row in frame.rows:
        for column, text in zip(frame.columns, row.cells, strict=True):
            yield (row.number, column), one_line(text)


def mark_cells(
    sheet: PageSheet, findings: Iterable[PageFinding], causes: Iterable[Diagnosis]
) -> None:
    """Mark the cells of a sheet that findings stand in, and those that may be what is wrong."""
    for one in sorted(findings, key=lambda each: each.rank):
        if one.finding.cell is not None:
            sheet.marks.setdefault(one.finding.cell, Mark()).findings.append(one)
    for cause in causes:
        for way in cause.alternatives:
            for proposal in way.cells:
                if proposal.path is None and proposal.sheet == sheet.name:
                    mark = sheet.marks.setdefault(proposal.cell, Mark())
                    mark.suspected = True
                    if cause.certainty in LOCATED and way is cause.alternatives[0]:
                        mark.proposed = proposal.proposed
