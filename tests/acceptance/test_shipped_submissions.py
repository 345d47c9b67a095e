"""The files of fixtures/submissions: what a first look at the tool shows."""

from __future__ import annotations

from datetime import date

import pytest

from make_submissions import files
from statlint.config import Settings
from statlint.finding import FileStatus, Report
from statlint.run import check_paths
from submissions.real_reports import FIXTURES

TODAY = date(2026, 11, 21)
YAOHAI = "瑶海区2019年政府信息公开年报.xlsx"
SHEET_2017 = "安平县2017年政府信息公开情况统计表.xlsx"


def checked(name: str) -> Report:
    return check_paths([FIXTURES / name], Settings(), today=TODAY)


def serious(report: Report) -> list[tuple[str, str | None, str]]:
    """Give code, edit and cell of every error and warning."""
    return [
        (found.code, found.edit.id if found.edit else None, str(found.cell))
        for found in report.findings
        if found.severity.value != "information"
    ]


def test_yaohai_breaks_a2_for_applicants_and_total_and_nothing_else() -> None:
    report = checked(YAOHAI)

    told = [
        (found.edit and found.edit.id, str(found.cell), found.left, found.right, found.difference)
        for found in report.findings
        if found.severity.value != "information"
    ]
    assert told == [("A2", "I48", "127", "124", "3"), ("A2", "O48", "127", "124", "3")]


def test_yaohai_has_two_figures_with_a_leading_zero() -> None:
    report = checked(YAOHAI)

    noticed = [
        (str(found.cell), found.severity.value) for found in report.findings if found.code == "D105"
    ]
    assert noticed == [("K35", "information"), ("K39", "information")]


@pytest.mark.parametrize("name", ["suqian-2023.xlsx", "suqian-2024.xlsx", "suqian-2024-gbk.csv"])
def test_suqian_is_clean(name: str) -> None:
    report = checked(name)

    assert [file.status for file in report.files] == [FileStatus.CHECKED]
    assert {table.id for table in report.files[0].tables} == {
        "disclosure",
        "applications",
        "reviews",
    }
    assert serious(report) == []


def test_the_sheet_of_2017_lacks_two_signatures() -> None:
    report = checked(SHEET_2017)

    assert [code for code, _, _ in serious(report)] == ["S011", "S011"]


def test_the_files_are_what_the_script_makes() -> None:
    made = files()

    assert {name for name, data in made.items() if (FIXTURES / name).read_bytes() != data} == set()
