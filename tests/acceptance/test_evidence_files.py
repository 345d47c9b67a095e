"""A score sheet and its list of evidence in two files of a folder: held against one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from companions.evidence import broken_evidence
from companions.judge import TODAY, compared
from companions.layouts import LAYOUTS, Layout
from companions.model import Broken, Companion
from companions.scores import PLANS, random_scores
from statlint.config import Settings
from statlint.finding import Report, Severity
from statlint.run import check_paths
from submissions.model import Submission

MADE = [random_scores(name, 43) for name in PLANS]
BROKEN = list(broken_evidence(MADE[0]))
PRINTED = [LAYOUTS[0], LAYOUTS[13]]


def halves(companion: Companion, layout: Layout) -> Iterator[Submission]:
    """Hand in each table as a file of its own."""
    for page in companion.pages:
        yield layout.make(replace(companion, pages=(page,), name=page.title))


def check(companion: Companion, layout: Layout, folder: str) -> tuple[list[Submission], Report]:
    files = list(halves(companion, layout))
    sources = [(f"{folder}/{file.name}", file.data) for file in files]
    return files, check_paths(sources, Settings(), today=TODAY)


def wrong(broken: Broken, layout: Layout) -> list[str]:
    """Tell how what is found in two files differs from what must be."""
    files, report = check(broken.companion, layout, "a")
    told = []
    for file in files:
        found = [one for one in report.findings if one.path == f"a/{file.name}"]
        here = {slot.table for slot in file.places}
        expected = [one for one in broken.expected if one.slot and one.slot.table in here]
        told += [f"{file.name}: {line}" for line in compared(expected, found, file.places)]
    return told


@pytest.mark.parametrize("layout", PRINTED, ids=lambda layout: layout.name)
@pytest.mark.parametrize("made", MADE, ids=list(PLANS))
def test_two_files_that_agree_are_clean(made: Companion, layout: Layout) -> None:
    _, report = check(made, layout, "a")

    assert [one for one in report.findings if one.severity is not Severity.INFORMATION] == []
    assert [one for one in report.not_checked if one.edit == "X101"] == []


@pytest.mark.parametrize("layout", PRINTED, ids=lambda layout: layout.name)
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.relation)
def test_what_is_wrong_is_told_in_the_file_where_it_stands(broken: Broken, layout: Layout) -> None:
    assert wrong(broken, layout) == []


def test_files_in_two_folders_have_nothing_to_do_with_one_another() -> None:
    one, other = halves(MADE[0], PRINTED[0])
    sources = [(f"a/{one.name}", one.data), (f"b/{other.name}", other.data)]

    report = check_paths(sources, Settings(), today=TODAY)

    apart = [
        (each.path[0], each.reason.value) for each in report.not_checked if each.edit == "X101"
    ]
    assert apart == [("a", "no-counterpart"), ("b", "no-counterpart")]
