"""Marks stay where findings of other files come and go."""

from __future__ import annotations

from dataclasses import replace

from statlint.finding import Finding
from statlint.reporters import Look
from statlint.reporters.steady import with_marks
from unit.reporters import samples

FOUND = samples.total_differs("zh")


def marks(*findings: Finding, look: Look | None = None) -> list[str]:
    return [mark for _, mark in with_marks(findings, look or Look())]


def found(path: str, fingerprint: str) -> Finding:
    return replace(FOUND, path=path, fingerprint=fingerprint)


def test_a_finding_that_goes_leaves_the_marks_of_other_files() -> None:
    # Both files have one name, so the second finding is numbered behind the first.
    before = marks(found("x/a.csv", "f"), found("y/a.csv", "f-2"))
    after = marks(found("y/a.csv", "f"))

    assert before[1:] == after
    assert before[0] != before[1]


def test_equal_findings_of_a_file_have_marks_of_their_own() -> None:
    told = marks(found("a.csv", "f"), found("a.csv", "f-2"), found("a.csv", "g"))

    assert len({*told}) == 3


def test_the_working_folder_makes_no_difference() -> None:
    here = marks(found("a.csv", "f"), look=Look(root="/r", folder="data"))
    above = marks(found("data/a.csv", "f"), look=Look(root="/r", folder="."))

    assert here == above
