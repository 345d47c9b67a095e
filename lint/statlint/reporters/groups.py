"""Findings that share a cause, joined: one cause is not reported five times."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from statlint.dataclass import dataclass
from statlint.finding import Diagnosis, Finding, Severity


@dataclass(frozen=True, slots=True)
class Group:
    """A finding that is shown in full, the others that have the same cause, and that cause."""

    first: Finding
    others: tuple[Finding, ...] = ()
    cause: Diagnosis | None = None

    @property
    def severity(self) -> Severity:
        """The severity of the finding shown in full, the worst of the group."""
        return self.first.severity


def group_findings(
    findings: Iterable[Finding], causes: Mapping[str, Diagnosis] | None = None
) -> list[Group]:
    """Join the findings of one diagnosis; two that only look alike have not one cause.

    `causes` are the diagnoses by their ids.
    """
    joined: dict[Hashable, list[Finding]] = {}
    for position, finding in enumerate(findings):
        cause = _cause(finding)
        joined.setdefault(position if cause is None else cause, []).append(finding)
    return [_group(found, causes or {}) for found in joined.values()]


def _cause(finding: Finding) -> Hashable | None:
    return None if finding.diagnosis is None else (finding.path, finding.diagnosis)


def _group(found: list[Finding], causes: Mapping[str, Diagnosis]) -> Group:
    first = min(found, key=lambda finding: finding.severity.rank)
    others = tuple(finding for finding in found if finding is not first)
    return Group(first, others, causes.get(first.diagnosis or ""))
