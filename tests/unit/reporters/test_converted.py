"""A file that was converted before it was read is said to be so."""

from __future__ import annotations

import json

import pytest

from statlint.finding import FileReport, FileStatus, Report
from statlint.reporters import REPORTERS, Look
from statlint.values import Language

PROGRAM = "LibreOffice 7.4.7.2"


def report_of(language: Language, program: str | None) -> Report:
    """Report on one old document."""
    file = FileReport("a.doc", FileStatus.CHECKED, "old word document", converted_by=program)
    return Report(language, (file,), ())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param("zh", f"  读取    由 {PROGRAM} 转换为 .docx 后读取", id="Chinese"),
        pytest.param("en", f"  read as   a .docx made by {PROGRAM}", id="English"),
    ],
)
def test_the_text_report_names_the_program(language: Language, line: str) -> None:
    shown = REPORTERS["text"](report_of(language, PROGRAM), Look(width=80))

    assert [one for one in shown.splitlines() if PROGRAM in one] == [line]


@pytest.mark.parametrize("program", [PROGRAM, None])
def test_the_json_report_names_the_program_where_there_is_one(program: str | None) -> None:
    shown = json.loads(REPORTERS["json"](report_of("en", program), Look()))

    assert shown["files"][0].get("converted_by") == program
    assert ("converted_by" in shown["files"][0]) is (program is not None)
