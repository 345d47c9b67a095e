"""The report for people: what was checked, and each finding with the part of the table round it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from statlint import __version__
from statlint.dataclass import dataclass
from statlint.finding import FileStatus, Finding, Report
from statlint.reporters.by_path import ByPath
from statlint.reporters.file_part import elsewhere_part, file_part
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.most import hidden_words, most_of
from statlint.reporters.ruler import Ruler
from statlint.reporters.summary import clean_files_part, crash_part, summary_part
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import Style as RichStyle

_MOST_FILES_IN_FULL = 20


def write_text(report: Report, look: Look) -> Iterator[str]:
    """Write the report for a terminal, in colour where `look` says so."""
    page = Page(report.language, look, Ruler(wide_signs=look.wide_signs))
    lines = _lines(report, page)
    if look.colour and report.findings:
        return painted(lines)
    return (f"{plain_text(line)}\n" for line in lines)


def _lines(report: Report, page: Page) -> Iterator[Line]:
    quiet = page.look.quiet
    if not quiet:
        yield from _opening(report, page)
    told = _listed(report, page)
    chosen = most_of(told, page.look.most)
    everything = ByPath(told)
    findings = _Told(everything, everything if chosen is told else ByPath(chosen))
    brief = _brief(report, findings.all)
    yield from _in_full(report, findings, brief, page)
    if brief and not quiet:
        files = (file for file in report.files if file.path in brief)
        unsettled = [check for check in report.not_checked if check.path in brief]
        yield from clean_files_part(files, len(brief), unsettled, page, known=_held(report))
        yield EMPTY
    yield from _elsewhere(report, findings, page)
    for crash in report.crashes:
        yield from crash_part(crash, page)
        yield EMPTY
    hidden = hidden_words(told, chosen, page)
    if hidden:
        yield from page.wrapped(hidden, indent="", style=Style.STRONG)
        yield EMPTY
    if not quiet:
        yield from _overviews(report, page)
        yield from summary_part(report, page)
    if page.look.statistics:
        from statlint.reporters.statistics import statistics_part

        yield from statistics_part(report, page)


# What most reports have no use for takes longer to import than to write the rest.


def _overviews(report: Report, page: Page) -> Iterator[Line]:
    if not report.overview:
        return iter(())
    from statlint.reporters.overview import overviews_part

    return overviews_part(report, page)


def _listed(report: Report, page: Page) -> Sequence[Finding]:
    """Leave out what a baseline knows: it is only counted; in short, all that was accepted."""
    found = report.findings
    if page.look.quiet and report.justified:
        return [one for one in found if one.justified is None]
    return found if report.baseline is None else _spoken_of(found)


def _held(report: Report) -> Counter[str]:
    """Count the findings that are in the baseline, by file."""
    if report.baseline is None:
        return Counter()
    everything = Counter(one.path for one in report.findings)
    return everything - Counter(one.path for one in _spoken_of(report.findings))


def _spoken_of(findings: Iterable[Finding]) -> list[Finding]:
    from statlint.reporters.accepted_part import is_listed

    return [one for one in findings if is_listed(one)]


def _in_full(
    report: Report, findings: _Told, brief: AbstractSet[str], page: Page
) -> Iterator[Line]:
    """Show each file that gets more than one line; none of which all is hidden."""
    open_checks, causes = ByPath(report.not_checked), ByPath(report.diagnoses)
    held = _held(report)
    for file in report.files:
        path = file.path
        is_told = path in findings.shown or (path not in findings.all and not page.look.quiet)
        if path not in brief and is_told:
            known = {cause.id: cause for cause in causes.of(path)}
            found, shown = findings.all.of(path), findings.shown.of(path)
            # What is hidden of the only file is said at the end.
            hidden = len(found) - len(shown) if len(report.files) > 1 else 0
            yield from file_part(
                file,
                found,
                open_checks.of(path),
                known,
                page,
                shown=shown,
                hidden=hidden,
                known=held[path],
            )
            yield EMPTY


def _elsewhere(report: Report, findings: _Told, page: Page) -> Iterator[Line]:
    """Show what is said of a file that was not checked: a list of units."""
    others = findings.shown.paths - {file.path for file in report.files}
    causes = ByPath(report.diagnoses)
    for path in sorted(others):
        known = {cause.id: cause for cause in causes.of(path)}
        hidden = len(findings.all.of(path)) - len(findings.shown.of(path))
        yield from elsewhere_part(path, findings.shown.of(path), known, page, hidden=hidden)
        yield EMPTY


def _brief(report: Report, findings: ByPath[Finding]) -> frozenset[str]:
    """Choose the files that get one line: those without a finding, in a run over many."""
    if len(report.files) <= _MOST_FILES_IN_FULL:
        return frozenset()
    crashed = {crash.path for crash in report.crashes}
    checked = (file.path for file in report.files if file.status is FileStatus.CHECKED)
    return frozenset(path for path in checked if path not in findings and path not in crashed)


def _opening(report: Report, page: Page) -> Iterator[Line]:
    rules = page.say("rules", count=len(report.rules))
    yield (Span(f"statlint {__version__}", Style.STRONG), Span(f"{INDENT}{rules}", Style.FAINT))


@dataclass(frozen=True, slots=True)
class _Told:
    """All findings of a run, and those of them that are shown."""

    all: ByPath[Finding]
    shown: ByPath[Finding]


def painted(lines: Iterable[Line]) -> Iterator[str]:
    """Paint lines with rich; the layout is settled, so rich neither wraps nor reads markup."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written, force_terminal=True, color_system="standard", legacy_windows=False
    )
    for line in lines:
        text = Text.assemble(*((span.text, _rich_style(span)) for span in line))
        text.rstrip()
        console.print(text, soft_wrap=True)
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def _rich_style(span: Span) -> str | RichStyle:
    if not span.link:
        return str(span.style)
    from rich.style import Style as RichStyle

    return RichStyle.parse(str(span.style)) + RichStyle(link=span.link)
