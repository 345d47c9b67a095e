"""The page that GitHub shows of a step: what was looked at and found, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from statlint.finding import Finding, Report
from statlint.reporters.accepted_part import is_listed
from statlint.reporters.addresses import path_in_repository
from statlint.reporters.github import counts_line, worst_of
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text, place_of
from statlint.reporters.ruler import Ruler
from statlint.reporters.words import GITHUB, WHY_ACCEPTED

_MOST_CRASHES = 20
_FOR_THE_REST = 1 << 10
"""Bytes that are kept for saying how many are not shown."""
_LEAST_ROW = 64
"""Bytes of a short row: more findings than there is room for need not be sorted."""
_SHARE_OF_OPEN = 0.8
"""Of the room, how much the findings may take that nobody accepted."""


def write_summary(report: Report, look: Look, room: int) -> Iterator[str]:
    """Write the worst findings first, then those that were accepted, in so many bytes."""
    page = Page(report.language, look, Ruler())
    opening = "".join(_opening(report, page))
    room -= len(opening.encode()) + 2 * _FOR_THE_REST
    if room <= 0:
        return
    yield opening
    for_open = int(room * _SHARE_OF_OPEN)
    worst = worst_of(report.findings, for_open // _LEAST_ROW)
    count = len(report.findings) - report.justified
    yield from _table("open", worst, count, page, for_open)
    # What a baseline knows is only counted: it may be very much, and nobody gave a reason.
    told = sum(one.justified is not None and is_listed(one) for one in report.findings)
    if told:
        accepted = (one for one in report.findings if one.justified and is_listed(one))
        title = page.of(GITHUB["accepted-title"]).format(count=told)
        yield f"<details><summary>{title}</summary>\n\n"
        yield from _table("accepted", accepted, told, page, room - for_open)
        yield "</details>\n"


def _opening(report: Report, page: Page) -> Iterator[str]:
    """Say how much was looked at and found, and which rules crashed."""
    yield f"## statlint\n\n{_escaped(counts_line(report, page).partition(': ')[2])}\n\n"
    for crash in report.crashes[:_MOST_CRASHES]:
        said = f"{page.say('crashed', code=crash.code)}: {path_text(crash.path)}: {crash.error}"
        yield f"- {_escaped(said)}\n"
    if report.crashes:
        yield "\n"


def _table(
    kind: str, findings: Iterable[Finding], count: int, page: Page, room: int
) -> Iterator[str]:
    """Write a table of as many findings as there is room for, of so many that there are."""
    if not count:
        return
    heads = page.of(GITHUB[f"{kind}-heads"]).split()
    yield f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}\n"
    for number, found in enumerate(findings):
        row = _row(_cells(kind, found, page))
        room -= len(row.encode())
        if room < 0:
            words = page.of(GITHUB["not-shown"]).format(count=count - number)
            yield f"\n{words}\n"
            break
        yield row
    yield "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |\n"


def _cells(kind: str, found: Finding, page: Page) -> Iterator[str]:
    yield page.of(found.severity.words)
    yield f"{found.code} {found.name}"
    yield path_text(path_in_repository(found.path, page.look))
    yield place_of(found, page.language)
    yield found.message
    if kind == "accepted" and found.justified is not None:
        yield found.justified.reason or page.of(WHY_ACCEPTED[found.justified.grounds])
        yield found.justified.by
        yield found.justified.until


def _escaped(text: str) -> str:
    """Let a text stand for itself in Markdown: no markup, no HTML, nobody called by name."""
    written = _markup().sub(r"\\\g<0>", one_line(text))
    return written.replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"[\\`*_{}\[\]#|~$]")
