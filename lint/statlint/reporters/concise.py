"""The report for editors and scripts: one finding a line."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding, Report
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text, place_of
from statlint.reporters.statistics import count_rules


def write_concise(report: Report, look: Look) -> str:
    """Write `path:Sheet!Cell: CODE message` for each finding; without cell for a whole file."""
    return "".join(f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    for finding in report.findings:
        yield f"{_place(finding)}: {finding.code} {one_line(finding.message)}"
    if look.statistics:
        for rule in count_rules(report):
            yield f"{rule.times} {rule.code} {rule.name}"


def _place(finding: Finding) -> str:
    where = place_of(finding)
    path = path_text(finding.path)
    return f"{path}:{where}" if where else path
