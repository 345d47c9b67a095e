"""What a file brings that could run, or that leads out of it."""

from __future__ import annotations

import pytest

from statlint.workbook import Outward, open_workbook
from statlint.workbook.outward import outward_in
from unit.workbook.packages import excel_parts, make_zip, sheet_part
from unit.workbook.word_files import word_parts

ROW = '<row r="1"><c r="A1"><v>12</v></c></row>'
BODY = "<w:p><w:r><w:t>总计12件</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("xl/vbaProject.bin", Outward.MACROS),
        ("XL/VBAPROJECT.BIN", Outward.MACROS),
        ("xl/macrosheets/sheet1.xml", Outward.MACROS),
        ("_VBA_PROJECT_CUR", Outward.MACROS),
        ("Basic/script-lc.xml", Outward.MACROS),
        ("xl/connections.xml", Outward.CONNECTIONS),
        ("xl/queryTables/queryTable1.xml", Outward.CONNECTIONS),
        ("xl/externalLinks/externalLink1.xml", Outward.LINKS),
        ("xl/activeX/activeX1.xml", Outward.CONTROLS),
    ],
)
def test_tells_it_by_the_name_of_a_part(name: str, kind: Outward) -> None:
    assert outward_in(["xl/workbook.xml", name]) == {kind}


def test_a_plain_workbook_brings_nothing() -> None:
    workbook = open_workbook("a.xlsx", make_zip(excel_parts(sheet_part(ROW)))).workbook

    assert workbook is not None
    assert workbook.outward == frozenset()


def test_a_workbook_brings_macros() -> None:
    parts = {**excel_parts(sheet_part(ROW)), "xl/vbaProject.bin": b"x"}
    workbook = open_workbook("a.xlsm", make_zip(parts)).workbook

    assert workbook is not None
    assert workbook.outward == {Outward.MACROS}


def test_a_document_brings_macros() -> None:
    parts = {**word_parts(BODY), "word/vbaProject.bin": b"x"}
    workbook = open_workbook("a.docm", make_zip(parts)).workbook

    assert workbook is not None
    assert workbook.outward == {Outward.MACROS}
