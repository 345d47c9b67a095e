"""The submissions that the other acceptance tests hand in are what they say they are."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from html.parser import HTMLParser
from io import BytesIO, StringIO
from random import Random

import openpyxl
import pytest
import python_calamine
import xlrd

from statlint.values import CellRef
from submissions.catalogue import ALL_LAYOUTS
from submissions.changes import Change, changed
from submissions.layout import Layout
from submissions.layouts import LAYOUTS
from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    MIXED,
    REVIEWS,
    STATISTICS,
    STATISTICS_2014,
    Place,
    Report,
    Slot,
    Submission,
)
from submissions.official import all_slots
from submissions.random_reports import SIZES, random_report
from submissions.real_reports import real_report, real_reports
from submissions.sheet_2014 import sheet_lines, statistics_slots

Read = Callable[[Place], object]
FORMS = (ANNUAL_2019, ANNUAL_2021, STATISTICS_2014)
SAMPLES = [random_report(form, SIZES[1], 7) for form in FORMS]
CASES = [
    pytest.param(layout, report, id=f"{layout.name}, {report.form}")
    for layout in ALL_LAYOUTS
    for report in SAMPLES
    if layout.suits(report)
]


def read_xlsx(data: bytes) -> Read:
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    return lambda place: book[place.sheet or ""].cell(place.cell.row, place.cell.column).value


def read_xls(data: bytes) -> Read:
    book = xlrd.open_workbook(file_contents=data)
    return lambda place: book.sheet_by_name(place.sheet or "").cell_value(
        place.cell.row - 1, place.cell.column - 1
    )


def read_ods(data: bytes) -> Read:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))

    def read(place: Place) -> object:
        rows = book.get_sheet_by_name(place.sheet or "").to_python(skip_empty_area=False)
        return rows[place.cell.row - 1][place.cell.column - 1]

    return read


class Page(HTMLParser):
    """Read the cells of a page's table, those that a merge covers left out."""

    def __init__(self) -> None:
        """Begin with no cells."""
        super().__init__()
        self.taken: set[tuple[int, int]] = set()
        self.cells: dict[tuple[int, int], str] = {}
        self.at = (0, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go to the next row, or to the next free cell of it."""
        if tag == "tr":
            self.at = (self.at[0] + 1, 0)
        if tag == "td":
            row, column = self.at[0], self.at[1] + 1
            while (row, column) in self.taken:
                column += 1
            self.at = (row, column)
            spans = {name: int(value or 1) for name, value in attrs}
            self.taken |= {
                (row + down, column + right)
                for down in range(spans.get("rowspan", 1))
                for right in range(spans.get("colspan", 1))
            }

    def handle_data(self, data: str) -> None:
        """Add a text to the cell."""
        self.cells[self.at] = self.cells.get(self.at, "") + data


def read_page(data: bytes) -> Read:
    page = Page()
    page.feed(decoded(data)[0])
    return lambda place: page.cells.get((place.cell.row, place.cell.column))


def read_text(data: bytes) -> Read:
    text = next(text for text in decoded(data) if "统计" in text or "信息" in text)
    separator = max(",;\t，", key=lambda sign: text.count(sign * 2))
    lines = StringIO(text, newline=None)
    reader = csv.reader(lines, delimiter=separator)
    rows: dict[int, list[str]] = {}
    while True:
        start = reader.line_num + 1
        row = next(reader, None)
        if row is None:
            return lambda place: rows[place.cell.row][place.cell.column - 1]
        rows[start] = row


def decoded(data: bytes) -> list[str]:
    found = []
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            found.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return found


READERS = {"xlsx": read_xlsx, "xls": read_xls, "ods": read_ods, "html": read_page}


def plain(value: object) -> Decimal:
    """Read what a layout made of a figure as the figure it was."""
    if value in {None, "", "—", "/"}:
        return Decimal(0)
    text = str(value).strip().replace(",", "").removesuffix("件")
    return Decimal("".join(chr(ord(sign) - 0xFEE0) if sign > "！" else sign for sign in text))


def wrong_places(report: Report, made: Submission) -> list[tuple[Slot, object]]:
    ending = "html" if made.data.startswith(b"<html") else made.name.rpartition(".")[2]
    read = READERS.get(ending, read_text)(made.data)
    return [
        (slot, read(made.places[slot]))
        for slot, figure in report.figures.items()
        if plain(read(made.places[slot])) != plain(figure)
    ]


@pytest.mark.parametrize(("layout", "report"), CASES)
def test_each_figure_stands_where_the_map_says(layout: Layout, report: Report) -> None:
    made = layout.make(report)

    assert set(made.places) == set(report.figures)
    assert wrong_places(report, made) == []


def test_layouts_have_names_of_their_own() -> None:
    names = [layout.name for layout in ALL_LAYOUTS]

    assert len(set(names)) == len(names) >= 50


def test_the_official_print_has_as_many_slots_as_the_notices_ask_for() -> None:
    counts = {form: len(all_slots(form)) for form in (ANNUAL_2019, ANNUAL_2021, MIXED)}

    assert counts == {
        ANNUAL_2019: 22 + 161 + 15,
        ANNUAL_2021: 10 + 175 + 15,
        MIXED: 10 + 175 + 15,
    }
    assert (len(sheet_lines()), len(statistics_slots())) == (65, 58)


def test_real_reports_are_complete_where_they_say_so() -> None:
    complete = {report.id for report in real_reports() if report.complete}

    assert complete == {"yaohai-2019", "suqian-2023", "suqian-2024"}
    assert {
        report_id
        for report_id in complete
        if set(real_report(report_id).figures) != set(all_slots(real_report(report_id).form))
    } == set()


def figure(report: Report, table: str, line: str, head: str) -> int:
    value = report.figures[Slot(table, line, head)]
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("form", [ANNUAL_2019, ANNUAL_2021])
def test_random_tables_balance(form: str, size: object) -> None:
    for seed in range(20):
        report = random_report(form, next(each for each in SIZES if each == size), seed)
        lines = list(
            dict.fromkeys(slot.line for slot in report.figures if slot.table == APPLICATIONS)
        )
        heads = ("nat", "biz", "sci", "soc", "law", "oth")

        assert unbalanced(report, lines, heads) == []


def unbalanced(report: Report, lines: list[str], heads: tuple[str, ...]) -> list[str]:
    found = []
    for head in (*heads, "tot"):
        column = {line: figure(report, APPLICATIONS, line, head) for line in lines}
        results = sum(column[line] for line in lines[2:-2])
        if not column["new"] + column["carry"] - column["next"] == column["total"] == results:
            found.append(head)
    for line in lines:
        parts = [figure(report, APPLICATIONS, line, head) for head in heads]
        if sum(parts) != figure(report, APPLICATIONS, line, "tot"):
            found.append(line)
    for case in ("rec", "dir", "aft"):
        parts = [figure(report, REVIEWS, case, head) for head in ("up", "fix", "oth", "pend")]
        if sum(parts) != figure(report, REVIEWS, case, "tot"):
            found.append(case)
    return found


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        pytest.param("3_1", "3_1_1 3_1_2 3_1_3 3_1_4", id="Y1"),
        pytest.param("3_2", "3_2_1 3_2_2", id="Y2"),
        pytest.param("3_3", " ".join(f"3_3_{at}" for at in range(1, 9)), id="Y3"),
        pytest.param("3_3_4", " ".join(f"3_3_4{sign}" for sign in "abcdef"), id="Y4"),
        pytest.param("4", "4_1 4_2 4_3", id="Y5, reviews"),
        pytest.param("5", "5_1 5_2 5_3", id="Y5, lawsuits"),
        pytest.param("8_3", "8_3_1 8_3_2", id="Y6"),
    ],
)
def test_random_sheets_balance(total: str, parts: str) -> None:
    for size in SIZES:
        for seed in range(20):
            report = random_report(STATISTICS_2014, size, seed)
            values = [figure(report, STATISTICS, f"r{part}", "value") for part in parts.split()]

            assert figure(report, STATISTICS, f"r{total}", "value") == sum(values)


@pytest.mark.parametrize("change", Change)
def test_a_change_changes(change: Change) -> None:
    rng = Random(1)  # noqa: S311 - figures to change, not secrets
    made = [changed(change, value, rng) for value in (0, 7, 10, 121, 3525) for _ in range(20)]

    assert {str(value) for value in made} - {"0", "7", "10", "121", "3525"}


def test_the_same_seed_gives_the_same_report() -> None:
    first, second = (random_report(ANNUAL_2021, SIZES[0], 3) for _ in range(2))

    assert first == second


def test_a_cell_of_a_text_file_counts_the_lines_of_the_file() -> None:
    made = LAYOUTS[4].make(real_report("suqian-2024"))
    text = made.data.decode("gbk").splitlines()
    place = made.places[Slot(APPLICATIONS, "total", "nat")]

    assert place == Place(None, CellRef(42, 4))
    assert text[place.cell.row - 1].split(",")[3] == "3440"
