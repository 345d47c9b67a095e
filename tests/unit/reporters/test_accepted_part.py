"""What somebody accepted is listed with its reason, and counted apart."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from statlint.finding import (
    BaselineNote,
    FileReport,
    FileStatus,
    Finding,
    Grounds,
    Justification,
    Report,
    Severity,
)
from statlint.reporters import REPORTERS, Look
from statlint.values import CellRef, Language
from statlint.values.overview import Overview, OverviewLine, ReturnStatus
from unit.justification.found import FOUND

PATH = "a.csv"
GIVEN = Justification(Grounds.SIDECAR, "moved here in March", "Wang", "2026-11-22", "2026-12-31")
ONE = replace(FOUND, path=PATH, justified=GIVEN)
FILE = FileReport(PATH, FileStatus.CHECKED)


def shown(*findings: Finding, language: Language = "en", quiet: bool = False) -> list[str]:
    """Write the text report on some findings; gives its lines from the first finding on."""
    report = Report(language, (FILE,), findings, rules=("B101",))
    written = "".join(REPORTERS["text"](report, Look(width=80, quiet=quiet)))
    return written.split("\n")


def at(row: int, justified: Justification | None = GIVEN) -> Finding:
    return replace(ONE, cell=CellRef(row, 2), justified=justified)


def test_what_was_accepted_is_listed_with_its_reason() -> None:
    assert shown(ONE)[4:] == [
        "  result    no errors, no warnings  accepted 1",
        "",
        "  accepted: 1",
        "    B101 B4  Total differs",
        "      reason: moved here in March (Wang, 2026-11-22, until 2026-12-31)",
        "",
        "─" * 80,
        "1 file",
        "error 0  warning 0  information 0  accepted 1",
        "checks 0: 0 passed, 0 failed, 0 could not be checked",
        "",
    ]


def test_chinese_says_it_as_clerks_do() -> None:
    told = shown(ONE, language="zh")

    assert "  已说明 1 处" in told
    assert "      说明：moved here in March（Wang，2026-11-22，至 2026-12-31）" in told


def test_those_for_one_reason_stand_together() -> None:
    told = shown(*map(at, range(1, 9)))

    assert told[7:12] == [
        "    B101 B1  Total differs",
        "    B101 B2  Total differs",
        "    B101 B3  Total differs",
        "    5 more, for the same reason",
        "      reason: moved here in March (Wang, 2026-11-22, until 2026-12-31)",
    ]


def test_one_more_than_is_shown_is_shown() -> None:
    assert sum("B101" in line for line in shown(*map(at, range(1, 5)))) == 4


@pytest.mark.parametrize(
    ("justified", "words"),
    [
        pytest.param(Justification(Grounds.SIDECAR, "so it is"), "reason: so it is", id="bare"),
        pytest.param(
            Justification(Grounds.WORKBOOK), "Excel was told to ignore it", id="the workbook"
        ),
    ],
)
def test_only_what_is_known_is_said(justified: Justification, words: str) -> None:
    assert f"      {words}" in shown(replace(ONE, justified=justified))


def test_what_is_open_is_counted_without_them() -> None:
    told = shown(ONE, at(9, None))

    assert "  result    error 1  warning 0  information 0  accepted 1" in told
    assert told.index("  accepted: 1") > next(
        at for at, line in enumerate(told) if line.startswith("error B101")
    )


def test_nothing_of_it_is_said_quietly() -> None:
    assert not any("accepted" in line for line in shown(ONE, at(9, None), quiet=True))


def test_what_a_baseline_knows_is_not_listed() -> None:
    known = replace(ONE, justified=Justification(Grounds.BASELINE))
    note = BaselineNote("known.json", 1, 0, 0)
    report = Report("en", (FILE,), (known, ONE), baseline=note)

    written = "".join(REPORTERS["text"](report, Look(width=80)))

    assert (written.count("B101"), written.count("accepted 1")) == (1, 2)


def test_one_finding_a_line_leaves_them_out() -> None:
    report = Report("en", (FILE,), (ONE, at(9, None)))

    assert "".join(REPORTERS["concise"](report, Look())) == "a.csv:B9: B101 Total differs\n"


def test_statistics_count_what_is_open() -> None:
    report = Report("en", (FILE,), (ONE, at(9, None), replace(ONE, code="B102")))

    written = json.loads("".join(REPORTERS["json"](report, Look(statistics=True))))

    assert written["statistics"] == [{"code": "B101", "name": "unbalanced-total", "count": 1}]


def test_the_overview_has_a_column_where_anything_was_accepted() -> None:
    def overview(justified: int) -> list[str]:
        line = OverviewLine("town", ReturnStatus.HANDED_IN, PATH, justified=justified)
        report = Report("en", (FILE,), (), overview=(Overview("", None, None, (line,)),))
        return "".join(REPORTERS["overview"](report, Look())).split("\n")[1:3]

    assert overview(0) == [
        "  unit      status        errors  warnings  information  file",
        "  town      handed in          0         0            0  a.csv",
    ]
    assert overview(2) == [
        "  unit      status        errors  warnings  information  accepted  file",
        "  town      handed in          0         0            0         2  a.csv",
    ]


def test_information_that_is_accepted_is_no_longer_told_in_a_line() -> None:
    told = replace(ONE, severity=Severity.INFORMATION)

    assert sum("B101" in line for line in shown(told)) == 1
