"""Findings that share a cause, joined: one cause is not reported five times."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from statlint.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Group:
    """A finding that is shown in full, and the others that have the same cause."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of the finding shown in full, the worst of the group."""
        return self.first.severity


def group_findings(findings: Iterable[Finding]) -> list[Group]:
    """Join the findings of one diagnosis, and those where one edit fails by the same difference."""
    joined: dict[Hashable, list[Finding]] = {}
    for position, finding in enumerate(findings):
        cause = _cause(finding)
        joined.setdefault(position if cause is None else cause, []).append(finding)
    return [_group(found) for found in joined.values()]


def _cause(finding: Finding) -> Hashable | None:
    if finding.diagnosis is not None:
        return finding.path, finding.diagnosis
    if finding.edit is not None and finding.difference is not None:
        place = (finding.path, finding.sheet, finding.table)
        return *place, finding.code, finding.edit.id, finding.difference
    return None


def _group(found: list[Finding]) -> Group:
    first = min(found, key=lambda finding: finding.severity.rank)
    return Group(first, tuple(finding for finding in found if finding is not first))
