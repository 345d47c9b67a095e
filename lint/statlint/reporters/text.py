"""The report for people: what was checked, and each finding with the part of the table round it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from statlint import __version__
from statlint.finding import FileReport, FileStatus, Finding, NotChecked, Report
from statlint.reporters.file_part import elsewhere_part, file_part
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.overview import overviews_part
from statlint.reporters.ruler import Ruler
from statlint.reporters.summary import clean_files_part, crash_part, statistics_part, summary_part

_MOST_FILES_IN_FULL = 20

_Placed = TypeVar("_Placed", Finding, NotChecked)


def write_text(report: Report, look: Look) -> str:
    """Write the report for a terminal, in colour where `look` says so."""
    page = Page(report.language, look, Ruler(wide_signs=look.wide_signs))
    lines = list(_lines(report, page))
    if look.colour and report.findings:
        return painted(lines)
    return "".join(f"{plain_text(line)}\n" for line in lines)


def _lines(report: Report, page: Page) -> Iterator[Line]:
    quiet = page.look.quiet
    if not quiet:
        yield from _opening(report, page)
    findings = _by_path(report.findings)
    open_checks = _by_path(report.not_checked)
    causes = {cause.id: cause for cause in report.diagnoses}
    brief = _brief(report)
    for file in report.files:
        found = findings.get(file.path, [])
        if file not in brief and (found or not quiet):
            yield from file_part(file, found, open_checks.get(file.path, []), causes, page)
            yield EMPTY
    if brief and not quiet:
        unsettled = [check for file in brief for check in open_checks.get(file.path, [])]
        yield from clean_files_part(brief, unsettled, page)
        yield EMPTY
    files = {file.path for file in report.files}
    for path in sorted(findings.keys() - files):
        yield from elsewhere_part(path, findings[path], causes, page)
        yield EMPTY
    for crash in report.crashes:
        yield from crash_part(crash, page)
        yield EMPTY
    if not quiet:
        yield from overviews_part(report, page)
        yield from summary_part(report, page)
    if page.look.statistics:
        yield from statistics_part(report, page)


def _brief(report: Report) -> list[FileReport]:
    """Choose the files that get one line: those without a finding, in a run over many."""
    if len(report.files) <= _MOST_FILES_IN_FULL:
        return []
    spoken = {finding.path for finding in report.findings}
    spoken |= {crash.path for crash in report.crashes}
    checked = (file for file in report.files if file.status is FileStatus.CHECKED)
    return [file for file in checked if file.path not in spoken]


def _opening(report: Report, page: Page) -> Iterator[Line]:
    rules = page.say("rules", count=len(report.rules))
    yield (Span(f"statlint {__version__}", Style.STRONG), Span(f"{INDENT}{rules}", Style.FAINT))


def _by_path(said: Sequence[_Placed]) -> dict[str, list[_Placed]]:
    placed: dict[str, list[_Placed]] = {}
    for one in said:
        placed.setdefault(one.path, []).append(one)
    return placed


def painted(lines: Sequence[Line]) -> str:
    """Paint lines with rich; the layout is settled, so rich neither wraps nor reads markup."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written, force_terminal=True, color_system="standard", legacy_windows=False
    )
    for line in lines:
        text = Text.assemble(*((span.text, str(span.style)) for span in line))
        text.rstrip()
        console.print(text, soft_wrap=True)
    return written.getvalue()
