"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from statlint.finding import Report
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style
from statlint.typed import NamedTuple


class RuleCount(NamedTuple):
    """One rule and the number of its findings."""

    times: int
    code: str
    name: str


def count_rules(report: Report) -> list[RuleCount]:
    """Count the findings of each rule that nobody accepted, the most frequent first."""
    counter = Counter(
        (finding.code, finding.name) for finding in report.findings if finding.justified is None
    )
    counts = (RuleCount(times, code, name) for (code, name), times in counter.items())
    return sorted(counts, key=lambda one: (-one.times, one.code))


def statistics_part(report: Report, page: Page) -> Iterator[Line]:
    """Tell how often each rule spoke, the most frequent first."""
    rules = count_rules(report)
    if not rules:
        return
    yield EMPTY
    yield (Span(page.say("statistics"), Style.STRONG),)
    room = len(str(rules[0].times))
    for rule in rules:
        named = Span(f"{rule.code} {rule.name}", link=page.link(rule.code, rule.name))
        yield (Span(f"{INDENT}{rule.times:>{room}}  "), named)
