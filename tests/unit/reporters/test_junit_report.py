"""Cases of JUnit: one for each rule and table, whatever came of it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from statlint.finding import (
    Crash,
    FileReport,
    FileStatus,
    Finding,
    Grounds,
    Justification,
    NotChecked,
    Reason,
    Report,
    Severity,
    TableNote,
)
from statlint.reporters import REPORTERS, Look
from statlint.values import CellRange, CellRef
from unit.reporters import samples
from unit.reporters.program_samples import for_programs

FOUND = replace(
    samples.total_differs("en"), path="a.xlsx", sheet="S1", table="t", diagnosis=None, advice=""
)
AREA = CellRange.parse("A1:C9")


def table(sheet: str | None, *ran: str) -> TableNote:
    return TableNote("t", "T", sheet, AREA, "form", ran=ran)


def file(*tables: TableNote, ran: tuple[str, ...] = ("B101",)) -> FileReport:
    return FileReport("a.xlsx", FileStatus.CHECKED, "xlsx", tables=tables, ran=ran)


def cases(report: Report, look: Look | None = None) -> list[str]:
    """Give each case of a run: its name, what came of it, and why."""
    suites = ET.fromstring(REPORTERS["junit"](report, look or Look()))  # noqa: S314 - our own
    told = []
    for case in suites.iter("testcase"):
        inside = [one for one in case if one.tag != "system-out"]
        why = inside[0].get("message", "") if inside else ""
        kind = inside[0].tag if inside else "passed"
        told.append(f"{case.get('name')} {kind} {why}".strip())
    return told


def report_of(one: FileReport, *findings: Finding, **others: object) -> Report:
    report = Report("en", (one,), findings, rules=("B101", "F002"))
    return replace(report, **others)  # type: ignore[arg-type]  # fields by name


def test_a_rule_has_a_case_for_each_table() -> None:
    report = report_of(file(table("S1", "B101"), table("S2", "B101"), ran=("B101", "F002")), FOUND)

    assert cases(report) == [
        f"B101 unbalanced-total [t S1!A1:C9] failure {FOUND.message}",
        "B101 unbalanced-total [t S2!A1:C9] passed",
        "F002 encrypted-file passed",
    ]


def test_a_finding_of_no_table_has_a_case_of_its_own() -> None:
    loose = replace(FOUND, table=None)

    assert cases(report_of(file(table("S1", "B101")), loose)) == [
        "B101 unbalanced-total [t S1!A1:C9] passed",
        f"B101 unbalanced-total failure {FOUND.message}",
    ]


def test_tables_of_one_name_on_one_sheet_have_names_of_their_own() -> None:
    assert cases(report_of(file(table(None, "B101"), table(None, "B101")))) == [
        "B101 unbalanced-total [t A1:C9] passed",
        "B101 unbalanced-total [t A1:C9] #2 passed",
    ]


@pytest.mark.parametrize(
    ("severity", "level", "kind"),
    [
        (Severity.ERROR, Severity.ERROR, "failure"),
        (Severity.WARNING, Severity.ERROR, "passed"),
        (Severity.WARNING, Severity.WARNING, "failure"),
        (Severity.INFORMATION, Severity.WARNING, "passed"),
        (Severity.INFORMATION, Severity.INFORMATION, "failure"),
    ],
)
def test_a_case_fails_where_the_run_does(severity: Severity, level: Severity, kind: str) -> None:
    report = report_of(file(), replace(FOUND, severity=severity))
    (told,) = cases(report, Look(fail_level=level))

    assert (told.split()[2], report.fails(level)) == (kind, kind == "failure")


def test_several_findings_are_one_failure_that_says_them_all() -> None:
    others = [replace(FOUND, cell=CellRef(at, 4)) for at in range(1, 121)]
    written = REPORTERS["junit"](report_of(file(), *others), Look())
    (failure,) = ET.fromstring(written).iter("failure")  # noqa: S314 - our own
    lines = (failure.text or "").splitlines()

    assert failure.get("message") == f"{FOUND.message} (and 119 more)"
    assert (len(lines), lines[0], lines[-1]) == (101, f"S1!D1: {FOUND.message}", "and 20 more")


ACCEPTED = replace(FOUND, justified=Justification(Grounds.SIDECAR, "merged", "Li", "2026-11-20"))


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        pytest.param((ACCEPTED,), "skipped reason: merged (Li, 2026-11-20)", id="accepted"),
        pytest.param(
            (replace(FOUND, justified=Justification(Grounds.BASELINE)),),
            "skipped known from the baseline",
            id="known from the baseline",
        ),
        pytest.param((ACCEPTED, FOUND), f"failure {FOUND.message}", id="one is left"),
        pytest.param(
            (ACCEPTED, replace(FOUND, severity=Severity.WARNING)),
            "passed",
            id="a lesser one is left",
        ),
    ],
)
def test_what_was_accepted_is_skipped(findings: tuple[Finding, ...], told: str) -> None:
    assert cases(report_of(file(), *findings)) == [f"B101 unbalanced-total {told}"]


def test_a_crash_is_an_error() -> None:
    crash = Crash("B101", "a.xlsx", "ValueError: 1", "Traceback\n  …")
    report = report_of(file(), FOUND, crashes=(crash,))

    assert cases(report) == ["B101 unbalanced-total error ValueError: 1"]


def test_what_could_not_be_decided_is_skipped_sheet_by_sheet() -> None:
    def left(edit: str, sheet: str | None, reason: Reason) -> NotChecked:
        return NotChecked("a.xlsx", sheet, None, edit, reason)

    report = report_of(
        file(ran=()),
        not_checked=(
            left("A2", "S1", Reason.BLANK_PARTS),
            left("A2", "S2", Reason.BLANK_PARTS),
            left("A2", "S1", Reason.BLANK_PARTS),
            left("formulas", None, Reason.UNSEEN),
            left("F002", None, Reason.REQUIRED_RULE),
        ),
    )

    assert cases(report) == [
        "F002 encrypted-file skipped a rule that must pass first did not, 1",
        "A2 [S1] (blank-parts) skipped cells it needs are blank, 2",
        "A2 [S2] (blank-parts) skipped cells it needs are blank, 1",
        "formulas (unseen) skipped the file format hides what it needs, 1",
    ]


def test_what_is_said_of_a_file_that_was_not_checked_has_a_suite() -> None:
    of_list = replace(FOUND, code="X101", path="units.csv", table=None)

    assert cases(report_of(file(ran=()), of_list)) == [f"X101 failure {FOUND.message}"]


def test_no_text_breaks_the_xml() -> None:
    odd = replace(FOUND, message='a < b & "c"\x00\x1b[1m ]]> \ud800', path='a<&".xlsx')
    (told,) = cases(report_of(file(ran=()), odd))

    assert told == 'B101 unbalanced-total failure a < b & "c" [1m ]]>'


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_counts_of_a_suite_are_those_of_its_cases(language: str) -> None:
    report = for_programs("zh" if language == "zh" else "en")
    suites = ET.fromstring(REPORTERS["junit"](report, Look()))  # noqa: S314 - our own

    for suite in suites:
        counts = [suite.get(name) for name in ("tests", "failures", "errors", "skipped")]
        found = [len(list(suite.iter(tag))) for tag in ("testcase", "failure", "error", "skipped")]
        names = [case.get("name") for case in suite.iter("testcase")]
        assert counts == [str(count) for count in found]
        assert len({*names}) == len(names)
