"""Check tables as any file, and tell whether a wrong figure was found where it is."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from inference_tables.keys import Place
from statlint.config import Settings
from statlint.finding import Finding, Severity
from statlint.run import check_paths

TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said of one wrong figure.

    `found`: an error or warning that was not there before has the cell, or relates it to its own;
    `pinned`: it stands at the cell itself; `elsewhere` are those that have nothing to do with it.
    """

    found: bool
    pinned: bool
    elsewhere: tuple[Finding, ...]


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as a text file."""
    stream = StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def said_of(sources: Sequence[tuple[str, bytes]]) -> tuple[Finding, ...]:
    """Check some files together and give what is an error or a warning."""
    report = check_paths(sources, Settings(language="en"), today=TODAY)
    if report.crashes:
        raise AssertionError(report.crashes[0].traceback)
    return tuple(one for one in report.findings if one.severity is not Severity.INFORMATION)


def verdict(before: Sequence[Finding], after: Sequence[Finding], cell: Place) -> Verdict:
    """Compare what is said of a table with what is said once one cell is wrong."""
    known = {_identity(one) for one in before}
    new = [one for one in after if _identity(one) not in known]
    here = [one for one in new if cell in places_of(one)]
    return Verdict(
        bool(here),
        any(one.cell is not None and (one.cell.row, one.cell.column) == cell for one in here),
        tuple(one for one in new if cell not in places_of(one)),
    )


def places_of(finding: Finding) -> set[Place]:
    """Give the cells that a finding is about."""
    cells = [finding.cell, *(one.cell for one in finding.related)]
    return {(cell.row, cell.column) for cell in cells if cell is not None}


def _identity(finding: Finding) -> tuple[object, ...]:
    return (finding.path, finding.code, finding.cell, finding.edit and finding.edit.id)


def written(finding: Finding) -> str:
    """Write a finding in one line."""
    edit = f" [{finding.edit.words or finding.edit.text}]" if finding.edit else ""
    return f"{finding.severity} {finding.code} {finding.cell}: {finding.message}{edit[:100]}"
