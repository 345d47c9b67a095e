"""The findings of one file on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from statlint.finding import Diagnosis, Finding, Frame, Severity
from statlint.reporters.accepted_part import accepted_part, open_ones
from statlint.reporters.finding_part import full_part, short_part
from statlint.reporters.groups import Group, group_findings
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style

_MOST_FRAMES = 5


def findings_part(
    findings: Sequence[Finding], causes: Mapping[str, Diagnosis], page: Page, *, hidden: int
) -> Iterator[Line]:
    """Show findings: errors and warnings in full, the rest in short, and what was accepted."""
    groups = group_findings(open_ones(findings), causes)
    yield from _full(groups, page)
    told = [group for group in groups if group.severity is Severity.INFORMATION]
    if told:
        yield EMPTY
        yield from chain.from_iterable(short_part(group, page) for group in told)
    if not page.look.quiet:
        yield from accepted_part(findings, page)
    if hidden:
        yield EMPTY
        yield (Span(INDENT), Span(page.say("hidden-here", count=hidden), Style.STRONG))


def _full(groups: Sequence[Group], page: Page) -> Iterator[Line]:
    """Show errors and warnings; the same frame comes once, and few for each rule."""
    shown: dict[str, set[Frame | None]] = {}
    for group in groups:
        finding = group.first
        if group.severity is Severity.INFORMATION:
            continue
        before = shown.setdefault(finding.code, set())
        framed = len(before) < _MOST_FRAMES and finding.frame not in before
        before.add(finding.frame)
        yield EMPTY
        yield from full_part(group, page, framed=framed)
