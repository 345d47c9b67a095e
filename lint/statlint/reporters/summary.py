"""The end of a report: crashed rules, counts over all files, how often each rule spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.finding import Crash, FileReport, FileStatus, NotChecked, Report
from statlint.reporters.file_part import counts, open_checks_part, severity_counts
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line, path_text
from statlint.reporters.words import STATUS


def crash_part(crash: Crash, page: Page) -> Iterator[Line]:
    """Say which rule crashed on which file."""
    title = page.say("crashed", code=crash.code)
    yield (Span(title, Style.ERROR), Span(INDENT + path_text(crash.path)))
    yield from page.wrapped(one_line(crash.error))
    yield from page.wrapped(page.say("crash-advice"))


def summary_part(report: Report, page: Page) -> Iterator[Line]:
    """Count files, findings and checks over the whole run."""
    yield page.rule()
    if not report.files:
        yield (Span(page.say("no-files")),)
        return
    yield from page.wrapped(_files(report, page), indent="")
    yield tuple(severity_counts(report.findings, page))
    if report.baseline and report.baseline.known:
        words = page.say("baseline", path=path_text(report.baseline.path))
        yield from page.wrapped(words, indent="")
    # Where nothing was recognised, "all passed" would read as a clean bill.
    if any(file.status is FileStatus.CHECKED for file in report.files):
        yield (Span(f"{page.say('checked')} {counts(report.outcomes, page)}"),)


def _files(report: Report, page: Page) -> str:
    count = len(report.files)
    words = page.say("one-file") if count == 1 else page.say("files", count=count)
    states = Counter(file.status for file in report.files)
    others = [
        f"{page.of(STATUS[status])} {states[status]}"
        for status in FileStatus
        if states[status] and status is not FileStatus.CHECKED
    ]
    return words + page.say("states", states=page.say("comma").join(others)) if others else words


def clean_files_part(
    files: Iterable[FileReport],
    count: int,
    open_checks: Sequence[NotChecked],
    page: Page,
    *,
    known: Mapping[str, int],
) -> Iterator[Line]:
    """List clean files in a line each, where there are too many to show what each was read as.

    `known` says of how many findings of each a baseline knows.
    """
    yield page.rule()
    yield (Span(page.say("clean-files", count=count), Style.PASSED),)
    for file in files:
        words = [path_text(file.path), *(table.form or "" for table in file.tables[:1])]
        words += [str(file.period)] if file.period else []
        words.append(page.say("passed", count=file.outcomes.passed))
        words += [page.say("known", count=known[file.path])] if file.path in known else []
        yield from page.wrapped(INDENT.join(words))
    if open_checks:
        yield EMPTY
        yield from open_checks_part(open_checks, page)
