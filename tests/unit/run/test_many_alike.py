"""What is said where many files are alike: once, and of which files."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.finding import Report, Severity
from statlint.run.check import check_paths
from statlint.run.paths import expand_paths

HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
LETTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"
LINE = "一、本年新收政府信息公开申请数量"
FIGURES = (3511, 1096, 1191, 328, 427, 271)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)


def table(unit: str, first: int = FIGURES[0]) -> str:
    figures = (first, *FIGURES[1:])
    line = ",".join(map(str, (LINE, *figures, sum(figures))))
    return f"{unit}政府2024年政府信息公开工作年度报告\n{HEADS}\n{line}\n"


def checked(**files: str) -> Report:
    for name, text in files.items():
        Path(f"{name}.csv").write_text(text, encoding="utf-8")
    return check_paths(expand_paths(["."]), Settings(select=("X",), language="en"))


def test_many_copies_of_one_unit_are_told_of_once() -> None:
    report = checked(**{f"{at:02}": table("瑶海区") for at in range(len(LETTERS))})

    (found,) = report.findings
    assert (found.code, found.severity, found.path) == ("X203", Severity.INFORMATION, "00.csv")
    assert found.message == (
        "There are 21 files of “瑶海区政府” for the same period, with the same figures, told here "
        "once for all of them; among the others 01.csv, 02.csv, 03.csv"
    )
    assert [one.path for one in found.related] == [f"{at:02}.csv" for at in range(1, 21)]
    assert {line.status for line in report.overview[0].lines} == {"repeated"}


def test_of_many_files_of_one_unit_it_is_told_how_many_differ() -> None:
    files = {f"{at:02}": table("瑶海区", at % 3 + 1) for at in range(len(LETTERS))}

    (found,) = checked(**files).findings

    assert found.severity is Severity.WARNING
    assert found.message == (
        "There are 21 files of “瑶海区政府” for the same period with 3 different sets of figures, "
        "told here once for all of them; among the others 01.csv, 02.csv, 03.csv"
    )


def test_many_units_with_the_same_figures_are_told_of_once() -> None:
    files = {f"{at:02}": table(f"{letter}县") for at, letter in enumerate(LETTERS)}

    (found,) = checked(**files).findings

    assert (found.code, found.path, len(found.related)) == ("X206", "00.csv", 20)
    assert found.message.endswith(
        " are the same in 21 files (7 of them are not 0), told here once for all of them; "
        "among the others 01.csv, 02.csv, 03.csv"
    )
