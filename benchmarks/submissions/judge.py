"""Check made submissions, and say what was found by the keys of the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statlint.config import Settings
from statlint.finding import Finding, Report, Severity
from statlint.run import check_paths
from submissions.layout import Layout
from submissions.model import Place, Slot, Submission
from submissions.model import Report as Reported

TODAY = date(2026, 11, 21)
_SERIOUS = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Said:
    """A finding with the slot it stands at, None where it does not stand at a figure."""

    finding: Finding
    slot: Slot | None
    related: frozenset[Slot]

    def __str__(self) -> str:
        """Write what matters on one line."""
        found = self.finding
        edit = found.edit.id if found.edit else "-"
        at = ".".join(self.slot) if self.slot else f"{found.sheet}!{found.cell}"
        sides = f" {found.left} {found.right} {found.difference}" if found.left else ""
        return f"{found.code} {edit} {found.severity} {at}{sides}"


@dataclass(frozen=True, slots=True)
class Case:
    """One report in one layout."""

    report: Reported
    layout: Layout
    path: str
    submission: Submission


def case(report: Reported, layout: Layout) -> Case:
    """Lay out a report; the path names the report so that many can be checked at once."""
    made = layout.make(report)
    return Case(report, layout, f"{report.id}/{made.name}", made)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case: its errors and warnings, and the tables that were recognised."""

    said: list[Said]
    tables: frozenset[str]


def outcomes(cases: Sequence[Case], settings: Settings | None = None) -> dict[str, Outcome]:
    """Check cases and tell what became of each, by path; a crash is raised."""
    sources = [(each.path, each.submission.data) for each in cases]
    report = check_paths(sources, settings or Settings(), today=TODAY)
    if report.crashes:
        raise AssertionError(report.crashes[0].traceback)
    tables = {file.path: frozenset(note.id for note in file.tables) for file in report.files}
    return {each.path: Outcome(serious(report, each), tables[each.path]) for each in cases}


def check(cases: Sequence[Case], settings: Settings | None = None) -> dict[str, list[Said]]:
    """Check cases and give the errors and warnings by path."""
    return {path: outcome.said for path, outcome in outcomes(cases, settings).items()}


def serious(report: Report, of: Case) -> list[Said]:
    """Give the errors and warnings of one case."""
    found = [each for each in report.findings if each.path == of.path]
    return said([each for each in found if each.severity in _SERIOUS], of.submission.places)


def said(findings: Iterable[Finding], places: Mapping[Slot, Place]) -> list[Said]:
    """Put findings in the words of the form."""
    slots: dict[tuple[str | None, object], Slot] = {
        (place.sheet, place.cell): slot for slot, place in places.items()
    }
    told = []
    for found in findings:
        others = (slots.get((other.sheet, other.cell)) for other in found.related)
        related = frozenset(slot for slot in others if slot is not None)
        told.append(Said(found, slots.get((found.place or found.sheet, found.cell)), related))
    return told


def without(found: Sequence[Said], codes: Iterable[str]) -> list[Said]:
    """Leave out what some rules said."""
    gone = set(codes)
    return [each for each in found if each.finding.code not in gone]
