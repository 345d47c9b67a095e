"""Annotations of GitHub: how many, of what, and that no text breaks out of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.finding import Crash, Finding, Grounds, Justification, Report, Severity
from statlint.reporters import REPORTERS, Look
from statlint.reporters.github_summary import write_summary
from statlint.values import CellRef
from statlint.values.region import Region
from unit.reporters import samples
from unit.reporters.program_samples import for_programs

FOUND = replace(samples.total_differs("en"), diagnosis=None, advice="")


def many(severity: Severity, count: int) -> list[Finding]:
    return [replace(FOUND, severity=severity, fingerprint=f"{severity}{at}") for at in range(count)]


def report_of(*findings: Finding, crashes: int = 0) -> Report:
    crash = Crash("B101", "a.csv", "ValueError: 1", "")
    return Report("en", (), findings, crashes=(crash,) * crashes)


def written(report: Report) -> list[str]:
    return REPORTERS["github"](report, Look()).splitlines()


def kinds(report: Report) -> list[str]:
    """Give the commands, each without what follows its name."""
    return [line.split()[0].lstrip(":") for line in written(report)[:-1]]


@pytest.mark.parametrize(
    ("report", "told"),
    [
        pytest.param(report_of(), [], id="nothing"),
        pytest.param(
            report_of(*many(Severity.WARNING, 9), *many(Severity.ERROR, 3)),
            ["error"] * 3 + ["warning"] * 7 + ["notice"],
            id="the worst, and one more for the count",
        ),
        pytest.param(
            report_of(*many(Severity.INFORMATION, 12)),
            ["notice"] * 9 + ["notice"],
            id="notices, of which the count is one",
        ),
        pytest.param(
            report_of(*many(Severity.INFORMATION, 10)), ["notice"] * 10, id="as many as are shown"
        ),
        pytest.param(
            report_of(*many(Severity.WARNING, 9), crashes=3),
            ["error"] * 3 + ["warning"] * 7 + ["notice"],
            id="crashes come first",
        ),
        pytest.param(
            report_of(*many(Severity.ERROR, 2), crashes=12),
            ["error"] * 10 + ["notice"],
            id="crashes alone",
        ),
    ],
)
def test_no_more_is_written_than_is_shown(report: Report, told: list[str]) -> None:
    assert kinds(report) == told


def test_the_count_says_how_bad_the_others_are() -> None:
    report = report_of(*many(Severity.ERROR, 11), *many(Severity.WARNING, 2))

    assert written(report)[-2:] == [
        (
            "::notice title=statlint::3 more are not annotated (error 1, warning 2); "
            "the summary of this step lists them"
        ),
        "statlint: 0 files, error 11, warning 2, information 0",
    ]


def test_what_was_accepted_is_left_out_and_counted() -> None:
    grounds = (Grounds.BASELINE, Grounds.SIDECAR, Grounds.WORKBOOK)
    accepted = [replace(FOUND, justified=Justification(one, "why")) for one in grounds]
    report = report_of(*accepted)

    assert written(report) == [
        "statlint: 0 files, error 0, warning 0, information 0, accepted 2, known 1"
    ]
    assert summary(report, 9999).count("| error |") == 2


def test_without_a_reason_the_summary_says_where_it_is_accepted() -> None:
    accepted = replace(FOUND, justified=Justification(Grounds.WORKBOOK))

    assert "| Excel was told to ignore it |" in summary(report_of(accepted), 9999)


def test_a_text_cannot_end_its_command() -> None:
    odd = replace(
        FOUND, path="a,b:c%\n::error::.csv", message="100%\r\n::set-output name=x::1", cell=None
    )
    (line, _) = written(report_of(odd))

    assert line == (
        "::error file=a%2Cb%3Ac%25?%3A%3Aerror%3A%3A.csv,title=B101 unbalanced-total"
        "::表三: 100%25 ::set-output name=x::1"
    )


class OverLines:
    """Finds every cell on two lines."""

    def of(self, _finding: Finding) -> Region | None:
        """Find a finding."""
        return Region(3, 4, 5, 6)

    def at(self, path: str, cell: CellRef) -> Region | None:
        """Find a cell."""
        return self.line_of(path, cell)

    def line_of(self, _path: str, _cell: CellRef) -> Region | None:
        """Give the line of a cell."""
        return None


def test_columns_are_told_on_one_line_only() -> None:
    report = replace(report_of(FOUND), regions=OverLines())

    assert "line=3,endLine=4,title=" in written(report)[0]


def summary(report: Report, room: int) -> str:
    return "".join(write_summary(report, Look(), room))


@pytest.mark.parametrize("room", [0, 1000, 2500, 3000, 5000, 20_000, 1 << 20])
def test_the_summary_keeps_within_its_room(room: int) -> None:
    accepted = [
        replace(one, justified=Justification(Grounds.SIDECAR, "因机构改革" * 9, "王某某"))
        for one in many(Severity.WARNING, 300)
    ]
    text = summary(report_of(*many(Severity.ERROR, 300), *accepted, crashes=2), room)
    rows = text.count("| error |") + text.count("| warning |")

    assert len(text.encode()) <= room
    assert (rows == 600, "for lack of room" in text) in {(True, False), (False, bool(text))}


def test_a_table_cannot_break_out_of_its_cell() -> None:
    odd = replace(FOUND, message="a | b <img src=x> `c` @someone [d](e)\n# f", cell=None)

    assert "| a \\| b &lt;img src=x> \\`c\\` &#64;someone \\[d\\](e) \\# f |" in summary(
        report_of(odd), 9999
    )


def test_a_run_without_findings_has_a_line() -> None:
    assert summary(samples.clean("zh"), 9999) == (
        "## statlint\n\n共 1 个文件、错误 0、警告 0、提示 0\n\n"
    )


def test_crashed_rules_are_named() -> None:
    text = summary(for_programs("en"), 1 << 20)

    assert "- rule R101 crashed: 宿迁2024.csv: ZeroDivisionError: division by zero\n" in text
