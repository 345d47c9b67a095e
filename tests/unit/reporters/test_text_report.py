"""The report for people, beyond what the expected files show."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import FileReport, FileStatus, Report
from statlint.reporters import REPORTERS, Look
from statlint.reporters.ruler import Ruler
from statlint.values import Language
from unit.reporters import samples

ANSI = re.compile(r"\x1b\[[0-9;]*m")
BOTH = pytest.mark.parametrize("language", ["zh", "en"])
text = REPORTERS["text"]


@given(st.sampled_from(["zh", "en"]), st.integers(60, 160))
def test_no_line_is_wider_than_the_page(language: Language, width: int) -> None:
    lines = text(samples.whole_run(language), Look(width=width)).splitlines()

    assert [line for line in lines if Ruler().width(line) > width] == []


@BOTH
def test_colour_changes_nothing_but_colour(language: Language) -> None:
    report = samples.whole_run(language)

    painted = text(report, Look(width=80, colour=True))

    assert "\x1b[" in painted
    assert ANSI.sub("", painted) == text(report, Look(width=80))


@BOTH
def test_a_clean_report_is_not_painted(language: Language) -> None:
    report = samples.clean(language)

    assert text(report, Look(colour=True)) == text(report, Look())


def test_texts_of_a_file_are_neither_markup_nor_orders_to_the_terminal() -> None:
    report = samples.yaohai("zh")
    nasty = replace(
        report.findings[2], message="[bold]a[/b]\x1b]0;title\x07", sheet="[red]", line="\u202e1"
    )

    nastier = replace(report.diagnoses[0], message="[bold]b[/b]\x1b]0;title\x07")
    shown = replace(report, findings=(nasty,), diagnoses=(nastier,))
    painted = text(shown, Look(width=80, colour=True))

    lines = ANSI.sub("", painted).splitlines()
    assert lines[11:13] == [
        "错误 B101 unbalanced-total [强制性]  [red]!D27  1 / 自然人",
        "  [bold]b[/b] ]0;title",
    ]
    assert "  [bold]a[/b] ]0;title" in lines


def test_a_path_is_shown_without_control_characters() -> None:
    file = FileReport("a\n\x1b[1mb  c.csv", FileStatus.NO_TABLE)

    lines = text(Report("en", (file,), ()), Look(width=40)).splitlines()

    assert lines[2] == "a??[1mb  c.csv"


@BOTH
def test_a_run_without_files_says_so(language: Language) -> None:
    said = {"zh": "没有可检查的文件", "en": "no file to check"}

    lines = text(Report(language, (), ()), Look(width=40)).splitlines()

    assert lines[1:] == ["─" * 40, said[language]]


def test_quiet_says_nothing_of_a_clean_file() -> None:
    assert text(samples.clean("zh"), Look(quiet=True)) == ""


def test_a_rule_across_the_page_fits_where_its_sign_is_wide() -> None:
    line = text(samples.clean("zh"), Look(width=81, wide_signs=True)).splitlines()[1]

    assert line == "─" * 40


def test_a_rule_that_speaks_often_shows_few_frames() -> None:
    report = samples.text_file("en")
    first = report.findings[0]
    assert first.frame is not None
    findings = tuple(
        replace(first, difference=str(number), frame=replace(first.frame, heads=("", str(number))))
        for number in range(7)
    )

    written = text(replace(report, findings=findings), Look())

    assert (written.count("\nwarning B103"), written.count("  > 21 │")) == (7, 5)


def test_the_same_frame_is_shown_once() -> None:
    report = samples.text_file("en")
    findings = tuple(replace(report.findings[0], difference=difference) for difference in "12")

    written = text(replace(report, findings=findings), Look())

    assert (written.count("\nwarning B103"), written.count("  > 21 │")) == (2, 1)


def test_more_of_the_same_cause_than_fit_are_named_by_place() -> None:
    report = samples.yaohai("en")
    first = report.findings[2]
    findings = (first, *[replace(report.findings[3], sheet=f"表{number}") for number in range(10)])

    lines = text(replace(report, findings=findings), Look(width=80)).splitlines()

    assert lines[lines.index("  the same cause, 10 more:") + 9] == "    表8!J27, 表9!J27"


@pytest.mark.parametrize(
    ("others", "ending"),
    [
        pytest.param(1, "read as 0 (likewise 表三!F12)", id="one"),
        pytest.param(3, "(likewise 表三!F12, 表三!F12, 表三!F12)", id="three"),
        pytest.param(4, "(and 4 more)", id="too many to name"),
    ],
)
def test_information_of_one_cause_takes_a_line(others: int, ending: str) -> None:
    report = samples.yaohai("en")
    findings = tuple(
        replace(report.findings[0], diagnosis="d9", fingerprint=str(number))
        for number in range(others + 1)
    )

    written = text(replace(report, findings=findings), Look(width=160))

    assert [line.endswith(ending) for line in written.splitlines() if "D105" in line] == [True]
