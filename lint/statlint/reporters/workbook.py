"""Marked copies: a tint and a note at each cell with a finding, and a first sheet with them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from statlint.dataclass import replace
from statlint.finding import Alternative, FileReport, FileStatus, Finding, Report, Severity
from statlint.marking import Mark, ReviewRow, mark, mark_nothing, read_review
from statlint.reporters.accepted_part import is_listed
from statlint.reporters.by_path import ByPath
from statlint.reporters.look import Look
from statlint.reporters.marked.cover import Listed, cover_of
from statlint.reporters.marked.names import WORKBOOKS, copy_names, names_in_folder
from statlint.reporters.marked.teller import Teller, by_weight, weight
from statlint.values import CellRef
from statlint.values.limits import USUAL
from statlint.workbook import open_workbook
from statlint.workbook.engines.stored import Refusal

_OWN_OUTPUT = "F014"
_READ_BEFORE = replace(
    USUAL,
    **dict.fromkeys(("file_size", "unpacked", "part_size", "memory"), 1 << 40),
    **dict.fromkeys(("parts", "ratio", "sheets", "cells", "texts", "styles", "merges"), 1 << 40),
    seconds=3_600.0,
)
"""The run has read the file within the limits of its settings."""


def write_workbooks(report: Report, look: Look) -> Iterator[tuple[str, bytes]]:
    """Write a marked copy of each file in which something was found.

    What is explained in an older copy of the same file is carried over.
    """
    own = own_outputs(report)
    found = {one.path for one in report.findings if is_listed(one)}
    files = [file for file in report.files if file.path in found - own.keys()]
    names = names_in_folder(files)
    copies = Copies(report)
    for file in files:
        name = names[file.path]
        yield name, copies.of(file, _earlier(file, name, look))


def own_outputs(report: Report) -> Mapping[str, Finding]:
    """Give the files that statlint itself wrote, with the finding that says so."""
    return {one.path: one for one in report.findings if one.code == _OWN_OUTPUT}


def marked_copy(
    report: Report, path: str, earlier: Iterable[ReviewRow] = ()
) -> tuple[str, bytes] | None:
    """Give the marked copy of one file of a report, and how it is called; None for another file.

    The report must have the originals. `earlier` are the rows of a copy that this one replaces.
    """
    file = next((one for one in report.files if one.path == path), None)
    return None if file is None else (next(copy_names(file)), Copies(report).of(file, earlier))


def _earlier(file: FileReport, name: str, look: Look) -> Sequence[ReviewRow]:
    """Give the rows of the older copy whose place a copy takes, where that is of the same file."""
    content = look.there(name) if look.there else None
    if content is None:
        return ()
    workbook = open_workbook(name, content).workbook
    review = read_review(workbook) if workbook else None
    own = PurePath(file.path).name
    return review.rows if review is not None and review.original == own else ()


class Copies:
    """Makes the marked copies of the files of a report, which must have the originals."""

    def __init__(self, report: Report) -> None:
        """Look once where what is said of each file stands."""
        self._report = report
        self._findings = ByPath(report.findings)
        self._causes = ByPath(report.diagnoses)
        self._teller = Teller(report.language, report.diagnoses)

    def of(self, file: FileReport, earlier: Iterable[ReviewRow] = ()) -> bytes:
        """Give the marked copy of a file; `earlier` are the rows of one that it replaces."""
        findings = self._findings.of(file.path)
        shown = by_weight([one for one in findings if is_listed(one)])
        rows = {row.fingerprint: row for row in earlier}
        listed = Listed(file, shown, known=len(findings) - len(shown), earlier=rows)
        content = _content(self._report, file)
        if content is not None:
            marks = [*_marks(shown, self._teller), *self._suspected(file.path, shown)]
            try:
                return mark(content, marks, partial(cover_of, listed, self._teller), _READ_BEFORE)
            except Refusal:
                # What is read by other means than ours may be put together in a way unknown to us.
                pass
        return mark_nothing(cover_of(listed, self._teller, None))

    def _suspected(self, path: str, shown: Sequence[Finding]) -> Iterator[Mark]:
        """Give a mark for each other cell that may be what is wrong, where that is still open."""
        marked = {(one.sheet, one.cell) for one in shown}
        due = {one.diagnosis for one in shown if one.justified is None}
        ways: dict[tuple[str, CellRef], list[Alternative]] = {}
        for cause in self._causes.of(path):
            for way in cause.alternatives if cause.id in due else ():
                for cell in way.cells:
                    place = (cell.sheet, cell.cell)
                    if cell.sheet is not None and cell.path is None and place not in marked:
                        ways.setdefault((cell.sheet, cell.cell), []).append(way)
        for (sheet, at), of in ways.items():
            yield Mark(sheet, at, Severity.INFORMATION, self._teller.suspicion(of))


def _content(report: Report, file: FileReport) -> bytes | None:
    """Give the bytes of a file that marks can be put into."""
    if file.container not in WORKBOOKS or file.status is FileStatus.UNREADABLE:
        return None
    return report.originals.content_of(file.path) if report.originals else None


def _marks(findings: Iterable[Finding], teller: Teller) -> Iterator[Mark]:
    """Give a mark for each cell with a finding, the worst first."""
    cells: dict[tuple[str, CellRef], list[Finding]] = {}
    for one in findings:
        if one.sheet is not None and one.cell is not None:
            cells.setdefault((one.sheet, one.cell), []).append(one)
    for (sheet, cell), found in cells.items():
        yield Mark(sheet, cell, weight(found[0]), teller.note(found))
