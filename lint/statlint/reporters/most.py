"""Which findings a person is shown where only so many are wanted: the worst, cause by cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.finding import Finding, Severity
from statlint.reporters.lines import Page

_ACCEPTED = len(Severity)
"""How bad a finding is that somebody accepted: less than any other."""


def most_of(findings: Sequence[Finding], most: int | None) -> Sequence[Finding]:
    """Choose so many findings, in the order they are in; without a number, all of them."""
    if most is None or len(findings) <= most:
        return findings
    ranks = list(_ranks(findings))
    kept = frozenset(sorted(range(len(ranks)), key=ranks.__getitem__)[:most])
    return tuple(one for place, one in enumerate(findings) if place in kept)


def hidden_words(findings: Sequence[Finding], shown: Sequence[Finding], page: Page) -> str:
    """Say how many findings are not shown, how bad they are, and in how many files none is."""
    if len(shown) == len(findings):
        return ""
    left = Counter(map(_kind, findings))
    left.subtract(map(_kind, shown))
    kinds = [(severity, page.of(severity.words)) for severity in Severity]
    told = [f"{words} {left[kind]}" for kind, words in kinds if left[kind]]
    told += [page.say("accepted", count=left[None])] if left[None] else []
    words = page.say("hidden", count=left.total(), counts=page.say("comma").join(told))
    files = len({one.path for one in findings} - {one.path for one in shown})
    return words + (page.say("hidden-files", count=files) if files else "")


def _kind(finding: Finding) -> Severity | None:
    """Give how bad a finding is; None where somebody accepted it."""
    return finding.severity if finding.justified is None else None


def _ranks(findings: Sequence[Finding]) -> Iterator[tuple[int, int, int]]:
    """Give what findings are sorted by: as bad as the worst of their cause, which stays whole."""
    first: dict[tuple[str, str | int], int] = {}
    worst: dict[tuple[str, str | int], int] = {}
    causes = []
    for place, one in enumerate(findings):
        cause = (one.path, place if one.diagnosis is None else one.diagnosis)
        rank = one.severity.rank if one.justified is None else _ACCEPTED
        first.setdefault(cause, place)
        worst[cause] = min(rank, worst.get(cause, rank))
        causes.append(cause)
    for place, cause in enumerate(causes):
        yield worst[cause], first[cause], place
