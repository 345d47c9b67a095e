"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from statlint.finding import Report


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
