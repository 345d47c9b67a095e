"""The report for GitHub Actions: annotations beside the files of a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from statlint.finding import Crash, Finding, Grounds, Report, Severity
from statlint.reporters.addresses import path_in_repository
from statlint.reporters.by_path import Causes
from statlint.reporters.cause_part import cause_words
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text, place_of
from statlint.reporters.ruler import Ruler
from statlint.reporters.words import GITHUB
from statlint.values.region import Region

_COMMAND = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
}
_MOST = 10
"""Annotations of a kind that GitHub shows of a step."""
_TITLE = "statlint"


def write_github(report: Report, look: Look) -> Iterator[str]:
    """Write annotations: crashed rules, the ten worst findings, then how many there are more.

    What somebody accepted is not annotated. The last line is for the log.
    """
    page = Page(report.language, look, Ruler())
    for crash in report.crashes[:_MOST]:
        yield _crash(crash, page)
    kinds = Counter(one.severity for one in report.findings if one.justified is None)
    room = max(0, _MOST - len(report.crashes))
    if kinds.total() > room and not (kinds[Severity.ERROR] or kinds[Severity.WARNING]):
        # How many more there are is a notice as well, and would be one too many.
        room -= 1
    shown = worst_of(report.findings, room)
    causes = Causes(report.diagnoses)
    for found in shown:
        region = report.regions.of(found) if report.regions else None
        yield _annotation(found, region, causes, page)
    yield from _more(kinds, shown, page)
    yield f"{counts_line(report, page)}\n"


def worst_of(findings: Sequence[Finding], most: int) -> list[Finding]:
    """Give the worst findings that nobody accepted: by severity, then in their order."""
    ranked = (
        (found.severity.rank, place, found)
        for place, found in enumerate(findings)
        if found.justified is None
    )
    return [found for _, _, found in nsmallest(max(0, most), ranked)]


def counts_line(report: Report, page: Page) -> str:
    """Say in a line how much was looked at and found."""
    kinds = Counter(one.severity for one in report.findings if one.justified is None)
    told = [f"{page.of(severity.words)} {kinds[severity]}" for severity in Severity]
    grounds = Counter(one.justified.grounds for one in report.findings if one.justified)
    known = grounds.pop(Grounds.BASELINE, 0)
    for key, accepted in (("accepted", grounds.total()), ("known", known)):
        told += [page.say(key, count=accepted)] if accepted else []
    count = len(report.files)
    files = page.say("one-file") if count == 1 else page.say("files", count=count)
    return f"statlint: {page.say('comma').join([files, *told])}"


def _annotation(found: Finding, region: Region | None, causes: Causes, page: Page) -> str:
    where = place_of(found, page.language)
    cause = causes.of(found)
    said = (
        f"{where}: {one_line(found.message)}" if where else one_line(found.message),
        cause_words(cause, page) if cause else "",
        one_line(found.advice),
    )
    told = {"file": path_text(path_in_repository(found.path, page.look))}
    told |= _place(region)
    told["title"] = f"{found.code} {found.name}"
    return _command(_COMMAND[found.severity], told, "\n".join(filter(None, said)))


def _place(region: Region | None) -> dict[str, str]:
    """Say lines, and columns where they are of one line: GitHub takes no others."""
    if region is None:
        return {}
    told = {"line": region.line, "endLine": region.end_line}
    on_one_line = region.line == region.end_line
    if on_one_line and region.column is not None and region.end_column is not None:
        told |= {"col": region.column, "endColumn": max(region.column, region.end_column - 1)}
    return {name: str(number) for name, number in told.items()}


def _crash(crash: Crash, page: Page) -> str:
    told = {"file": path_text(path_in_repository(crash.path, page.look)), "title": _TITLE}
    return _command("error", told, f"{page.say('crashed', code=crash.code)}: {crash.error}")


def _more(kinds: Counter[Severity], shown: Sequence[Finding], page: Page) -> Iterator[str]:
    left = kinds.copy()
    left.subtract(one.severity for one in shown)
    if not left.total():
        return
    counts = [f"{page.of(kind.words)} {left[kind]}" for kind in Severity if left[kind]]
    words = page.of(GITHUB["more"]).format(
        count=left.total(), counts=page.say("comma").join(counts)
    )
    yield _command("notice", {"title": _TITLE}, words)


def _command(name: str, told: Mapping[str, str], message: str) -> str:
    parameters = ",".join(f"{key}={_in_parameter(value)}" for key, value in told.items())
    return f"::{name} {parameters}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    """Escape what would end a command, or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_parameter(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
