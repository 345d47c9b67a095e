"""The report for GitLab: what merge requests show as code quality."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding, Report, Severity
from statlint.reporters.addresses import path_in_repository
from statlint.reporters.json_pieces import Json, pieces_of
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, place_of
from statlint.reporters.steady import with_marks

_SEVERITY = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.INFORMATION: "info",
}


def write_gitlab(report: Report, look: Look) -> Iterator[str]:
    """Write a list of what was found and nobody accepted; GitLab knows no accepted findings."""
    marked = with_marks(report.findings, look)
    open_ones = ((found, mark) for found, mark in marked if found.justified is None)
    yield from pieces_of(_entry(found, mark, report, look) for found, mark in open_ones)
    yield "\n"


def _entry(found: Finding, mark: str, report: Report, look: Look) -> Json:
    where = place_of(found, report.language)
    told = f"{where}: {one_line(found.message)}" if where else one_line(found.message)
    return {
        "type": "issue",
        "check_name": f"{found.code} {found.name}",
        "description": told,
        "content": {"body": one_line(found.advice)},
        "categories": ["Bug Risk"],
        "severity": _SEVERITY[found.severity],
        "fingerprint": mark,
        "location": {"path": path_in_repository(found.path, look), "lines": _lines(found, report)},
    }


def _lines(found: Finding, report: Report) -> Json:
    """Say on which lines of the file it is; a workbook has none, and GitLab wants one."""
    region = report.regions.of(found) if report.regions else None
    return {"begin": region.line, "end": region.end_line} if region else {"begin": 1}
