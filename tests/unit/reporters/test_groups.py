"""Findings that share a cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.finding import Finding, Severity
from statlint.reporters.groups import Group, group_findings
from unit.reporters.samples import grand_total_differs, leading_zero, total_differs

FIRST = total_differs("en")
SECOND = grand_total_differs("en")
NOTE = leading_zero("en", "F12")


def alone(finding: Finding) -> Finding:
    """Take the finding out of its diagnosis."""
    return replace(finding, diagnosis=None)


@pytest.mark.parametrize(
    ("findings", "groups"),
    [
        pytest.param([], [], id="none"),
        pytest.param([FIRST, SECOND], [Group(FIRST, (SECOND,))], id="one diagnosis"),
        pytest.param(
            [NOTE, FIRST, NOTE, SECOND],
            [Group(NOTE), Group(FIRST, (SECOND,)), Group(NOTE)],
            id="others in between",
        ),
        pytest.param(
            [alone(FIRST), alone(SECOND)],
            [Group(alone(FIRST)), Group(alone(SECOND))],
            id="one edit by the same difference, without a diagnosis",
        ),
        pytest.param(
            [FIRST, replace(SECOND, path="b.csv")],
            [Group(FIRST), Group(replace(SECOND, path="b.csv"))],
            id="another file with a diagnosis of the same name",
        ),
    ],
)
def test_findings_are_joined(findings: list[Finding], groups: list[Group]) -> None:
    assert group_findings(findings) == groups


def test_the_worst_is_shown_in_full() -> None:
    warning = replace(FIRST, severity=Severity.WARNING)

    groups = group_findings([warning, SECOND])

    assert groups == [Group(SECOND, (warning,))]
    assert groups[0].severity is Severity.ERROR
