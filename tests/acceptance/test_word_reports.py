"""A report as a Word document: its tables are checked as those of its workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from make_documents import documents
from statlint.config import Settings
from statlint.finding import Finding
from statlint.run import check_paths
from submissions.model import ANNUAL_2019, ANNUAL_2021, STATISTICS_2014
from submissions.page import page
from submissions.random_reports import SIZES, random_report
from submissions.real_reports import FIXTURES
from submissions.word_files import word_tables
from submissions.writing import Sheet, write_xlsx

DOCUMENTS = FIXTURES.parent / "documents"
TODAY = date(2026, 11, 21)
YAOHAI = "瑶海区2019年政府信息公开年报"

Told: TypeAlias = tuple[str, str, str | None, str | None, str | None, str | None]


def told(source: Path | tuple[str, bytes]) -> list[Told]:
    """Give what is found in the tables of a file, without where they stand in it."""
    report = check_paths([source], Settings(), today=TODAY)
    return [_told(found) for found in report.findings if _is_of_a_table(found)]


def _is_of_a_table(found: Finding) -> bool:
    told_of_text = found.code.startswith("T")
    return not told_of_text and (found.place is None or found.place.startswith("table "))


def _told(found: Finding) -> Told:
    severity = found.severity.value
    return found.code, severity, found.line, found.head, found.left, found.right


@pytest.mark.parametrize("name", [f"{YAOHAI}.docx", f"{YAOHAI}-LibreOffice.docx"])
def test_the_tables_of_a_document_say_what_those_of_its_workbook_say(name: str) -> None:
    workbook = told(FIXTURES / f"{YAOHAI}.xlsx")

    assert [one[0] for one in workbook].count("B101") == 2
    assert told(DOCUMENTS / name) == workbook


def test_the_documents_are_those_that_are_made() -> None:
    made = {one.name: one.data for one in documents()}

    assert {name: (DOCUMENTS / name).read_bytes() for name in made} == made


@pytest.mark.parametrize("form", [ANNUAL_2019, ANNUAL_2021, STATISTICS_2014])
def test_tables_with_mistakes_say_the_same_as_a_document_and_as_a_workbook(form: str) -> None:
    right = random_report(form, SIZES[1], seed=7)
    slots = [slot for slot, figure in right.figures.items() if isinstance(figure, int)]
    wrong = dict.fromkeys(slots[3::11], 3)
    report = replace(right, figures={**right.figures, **wrong})
    workbook = write_xlsx("x", [Sheet("x", page(report), report.figures)])
    document = word_tables(report, "x")

    expected = sorted(told((workbook.name, workbook.data)), key=str)

    assert {"B101", "P201"} & {one[0] for one in expected}
    assert sorted(told((document.name, document.data)), key=str) == expected
