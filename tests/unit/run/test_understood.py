"""Files without a form, checked by what their figures show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from small_books import Stated, sheet_with
from statlint.config import Settings
from statlint.finding import FileReport, FileStatus, Report, TableNote
from statlint.run import check_paths, prepare
from statlint.run.one import check_one
from statlint.values import CellRange, column_letters
from statlint.workbook import Container, Opening, Sheet, SheetState, Workbook
from tables import sheet_of

TABLE = """地区,男,女,合计
东镇,1123,2186,3309
西镇,1034,519,1553
南镇,407,498,905
北镇,4012,3055,7067
合计,6576,6258,{}
"""
PEOPLE = "姓名,电话\n李明,64120000\n王红,64120001\n张青,64120002\n"


def report_of(text: str, settings: Settings | None = None) -> Report:
    return check_paths([("a.csv", text.encode())], settings or Settings(), today=date(2026, 11, 22))


def told(report: Report) -> list[str]:
    return [f"{one.cell or '-'} {one.code} {one.severity}" for one in report.findings]


def file_of(report: Report) -> FileReport:
    (file,) = report.files
    return file


def test_a_table_that_adds_up_is_checked_and_clean() -> None:
    report = report_of(TABLE.format(12834))

    assert (told(report), file_of(report).status) == ([], FileStatus.CHECKED)
    (table,) = file_of(report).tables
    where = CellRange.parse("A1:D6")
    assert table == TableNote("table_1", "Table 1", None, where, None, inferred=True, ran=table.ran)
    assert file_of(report).forms == ()


def test_a_wrong_total_is_found_along_both_axes() -> None:
    report = report_of(TABLE.format(12384))

    assert told(report) == ["D6 B101 error", "D6 B101 error"]
    assert [one.message for one in report.findings] == [
        (
            "合计, 合计: stated as 12384, “男 + 女” gives 12834, difference 450 "
            "(it holds on the other 4 lines; its label says that it is a total; "
            "its line and its column are off by the same figure)"
        ),
        (
            "合计, 合计: stated as 12384, “the sum of the lines 东镇 … 北镇” gives 12834, "
            "difference 450 (it holds in the other 2 columns; its label says that it is a total; "
            "its line and its column are off by the same figure)"
        ),
    ]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(infer=False), id="switched off"),
        pytest.param(Settings(form="cn-disclosure-annual-2021"), id="a form is asked for"),
    ],
)
def test_nothing_is_inferred_where_that_is_not_wanted(settings: Settings) -> None:
    report = report_of(TABLE.format(12384), settings)

    assert [one.code for one in report.findings] == ["F010"]
    assert file_of(report).status is FileStatus.NO_TABLE


def test_a_list_without_relations_is_no_table() -> None:
    report = report_of(PEOPLE)

    assert (told(report), file_of(report).status) == (
        ["- F010 information"],
        FileStatus.NO_TABLE,
    )


def test_a_spoilt_figure_in_a_table_without_a_form_is_a_warning() -> None:
    report = report_of(TABLE.format(12834).replace("1034", "10..34"))

    assert told(report) == ["B3 D101 warning"]


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        pytest.param(SheetState.VISIBLE, ["B101", "B101"], id="seen"),
        pytest.param(SheetState.HIDDEN, ["F010"], id="hidden"),
    ],
)
def test_a_sheet_that_cannot_be_seen_is_left_alone(state: SheetState, codes: list[str]) -> None:
    sheet = replace(sheet_of(TABLE.format(12384), name="Sheet1"), state=state)

    assert codes_in(sheet) == codes


def test_a_total_by_formula_is_left_to_the_rules_on_formulas() -> None:
    rows = [line.split(",") for line in TABLE.format(12384).splitlines()]
    cells: dict[str, Stated] = {
        f"{column_letters(column)}{row}": int(text) if text.isdecimal() else text
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    }
    cells["D6"] = ("B6+C6", 12384)

    assert codes_in(sheet_with(cells)) == ["W107"]


def test_a_part_that_a_formula_reckons_from_the_whole_is_as_the_formula_says() -> None:
    figures = [(5312, 4120), (3008, 2190), (8813, 7202), (6219, 5003), (7411, 9512), (4120, 3008)]
    cells: dict[str, Stated] = {"A1": "单位", "B1": "目标", "C1": "完成", "D1": "差额"}
    for row, (due, done) in enumerate(figures, 2):
        cells |= {f"A{row}": f"单位{row}", f"B{row}": due, f"C{row}": done}
        cells[f"D{row}"] = (f"MAX(0,$B{row}-C{row})", max(0, due - done))

    assert codes_in(sheet_with(cells)) == []


def codes_in(sheet: Sheet) -> list[str]:
    workbook = Workbook((sheet,), Container.XLSX)
    opening = Opening("a.xlsx", "xlsx", Container.XLSX, workbook)
    work = prepare(Settings(), today=date(2026, 11, 22))
    return [found.code for found in check_one(opening, work).findings]
