"""Reports of which only so many findings are shown."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import BaselineNote, Grounds, Justification, Report
from statlint.reporters import REPORTERS, Look
from statlint.reporters.most import most_of
from unit.reporters import samples

FILE = "瑶海区2019.xlsx"
concise, text = REPORTERS["concise"], REPORTERS["text"]


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        pytest.param(None, ["F12", "F16", "D27", "J27"], id="all of them"),
        pytest.param(4, ["F12", "F16", "D27", "J27"], id="as many as there are"),
        pytest.param(3, ["F12", "D27", "J27"], id="the worst, in the order of the table"),
        pytest.param(1, ["D27"], id="one of a cause"),
        pytest.param(0, [], id="none"),
    ],
)
def test_the_worst_are_shown_in_their_order(most: int | None, shown: list[str]) -> None:
    report = samples.yaohai("en")

    assert [str(one.cell) for one in most_of(report.findings, most)] == shown


def test_a_cause_stays_whole_before_another_is_begun() -> None:
    first, second, *rest = samples.yaohai("en").findings
    joined = replace(first, diagnosis="d1")
    findings = (joined, second, *rest)

    assert [str(one.cell) for one in most_of(findings, 3)] == ["F12", "D27", "J27"]


def accepted_one(grounds: Grounds) -> Report:
    """Make a report of two notes, and an error that somebody accepted."""
    *notes, wrong, _ = samples.yaohai("en").findings
    accepted = replace(wrong, justified=Justification(grounds), diagnosis=None)
    known = BaselineNote("known.json", 1, 0, 0) if grounds is Grounds.BASELINE else None
    return Report("en", (), (*notes, accepted), baseline=known)


def test_what_was_accepted_is_shown_last() -> None:
    lines = text(accepted_one(Grounds.SIDECAR), Look(most=1)).splitlines()

    assert "findings not shown: 2 (information 1, accepted 1)" in lines


def test_what_a_format_never_lists_is_not_hidden() -> None:
    known = text(accepted_one(Grounds.BASELINE), Look(most=1)).splitlines()
    concisely = concise(accepted_one(Grounds.SIDECAR), Look(most=1)).splitlines()

    assert "findings not shown: 1 (information 1)" in known
    assert concisely == [
        f'{FILE}:表三!F12: D105 "00" is read as 0',
        "findings not shown: 1 (information 1)",
    ]


@given(st.integers(0, 9))
def test_what_is_shown_and_what_is_hidden_is_all(most: int) -> None:
    report = samples.whole_run("en")

    *lines, last = concise(report, Look(most=most)).splitlines()

    hidden = re.match(r"findings not shown: (\d+)", last)
    assert len(lines) + int(hidden[1] if hidden else 1) == len(report.findings)


@pytest.mark.parametrize(
    ("language", "here", "last"),
    [
        pytest.param(
            "zh",
            "另有 2 处未显示",
            "另有 5 处未显示（警告 1、提示 4）；其中 2 个文件全部未显示",
            id="Chinese",
        ),
        pytest.param(
            "en",
            "not shown: 2 more",
            "findings not shown: 5 (warning 1, information 4); files of which none is shown: 2",
            id="English",
        ),
    ],
)
def test_the_text_says_what_it_hides(language: str, here: str, last: str) -> None:
    report = samples.whole_run("zh" if language == "zh" else "en")

    lines = text(report, Look(most=3)).splitlines()

    assert [line for line in lines if here in line and line != last] == [f"  {here}"]
    assert lines.count(last) == 1


def test_a_file_of_which_all_is_hidden_is_left_out() -> None:
    report = samples.yaohai("en")

    assert FILE not in text(report, Look(most=0))
    assert FILE in text(replace(report, findings=()), Look(most=0))


def test_programs_get_everything() -> None:
    report = samples.yaohai("en")

    written = json.loads(REPORTERS["json"](report, Look(most=0)))

    assert len(written["findings"]) == len(report.findings)


def test_in_short_a_file_of_which_all_was_accepted_is_not_spoken_of() -> None:
    found = accepted_one(Grounds.SIDECAR).findings
    whole = replace(samples.yaohai("en"), diagnoses=())

    assert text(replace(whole, findings=found[-1:]), Look(quiet=True)) == ""
    assert "accepted" not in text(replace(whole, findings=found), Look(quiet=True, most=1))
