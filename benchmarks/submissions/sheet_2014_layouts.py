"""Layouts of the statistics sheet of 2014: numbers, codes, panels, sign-off in cells."""

from __future__ import annotations

from collections.abc import Callable

from submissions.layout import Layout, Make
from submissions.model import STATISTICS, Report, Submission
from submissions.page import file_name, one_sheet
from submissions.rectangle import (
    Content,
    Rectangle,
    moved,
    relabelled,
    rows,
    stacked,
    with_cells,
    with_columns,
    with_rows,
    without_columns,
)
from submissions.sheet_2014 import (
    NOTE,
    SIGN_OFF,
    around,
    lines_above,
    sheet_lines,
    statistics,
)
from submissions.writing import Writer, write_text, write_xlsx

_DASH = "——"
_MIDDLE = 34
"""The first row on the second page."""


def _of_table(change: Callable[[Rectangle], Rectangle], write: Writer = write_xlsx) -> Make:
    """Make a layout of what happens to the table alone."""

    def make(report: Report) -> Submission:
        return write(file_name(report), one_sheet(report, around(report, change(statistics()))))

    return make


def numbered(table: Rectangle) -> Rectangle:
    """Put a column 序号 before the labels, with every row numbered."""
    cells: dict[tuple[int, int], Content] = {(row, 0): row for row in range(1, table.height)}
    return with_cells(moved(table, right=1), {(0, 0): "序号", **cells})


def coded(table: Rectangle) -> Rectangle:
    """Put a column 代码 after the unit, as in forms with codes."""
    wider = with_columns(table, [0, 1, None, 2])
    cells = {(row, 2): f"{row:02d}" for row in range(1, table.height)}
    return with_cells(wider, {(0, 2): "代码", **cells})


def indented(table: Rectangle) -> Rectangle:
    """Indent the labels by depth."""
    cells: dict[tuple[int, int], Content] = {}
    for row, (key, label, _) in enumerate(sheet_lines(), 1):
        cells[row, 0] = "　" * key.count("_") + label
    return with_cells(table, cells)


def without_units(table: Rectangle) -> Rectangle:
    """Leave out the column of units and name each unit behind its label."""
    cells: dict[tuple[int, int], Content] = {
        (row, 0): label if unit == _DASH else f"{label}（{unit}）"
        for row, (_, label, unit) in enumerate(sheet_lines(), 1)
    }
    return without_columns(with_cells(table, cells), [1])


def without_dashes(table: Rectangle) -> Rectangle:
    """Leave the units of the headings empty."""
    return relabelled(table, lambda label: "" if label == _DASH else label)


def with_dashes_for_figures(table: Rectangle) -> Rectangle:
    """Write a dash into the figure's cell of each heading too."""
    cells: dict[tuple[int, int], Content] = {
        (row, 2): _DASH for row, (_, _, unit) in enumerate(sheet_lines(), 1) if unit == _DASH
    }
    return with_cells(table, cells)


def in_two_panels(table: Rectangle) -> Rectangle:
    """Print the second half of the sheet beside the first, under heads of its own."""
    left = with_rows(table, list(range(_MIDDLE)))
    right = with_rows(table, [0, *range(_MIDDLE, table.height)])
    beside = moved(right, right=left.width)
    return Rectangle({**left.cells, **beside.cells}, (*left.spans, *beside.spans))


def on_two_pages(table: Rectangle) -> Rectangle:
    """Break the sheet over two pages, with the heads again on the second."""
    first = with_rows(table, list(range(_MIDDLE)))
    return stacked([first, with_rows(table, [0, *range(_MIDDLE, table.height)])], gap=1)


def with_remarks(table: Rectangle) -> Rectangle:
    """Add a column 备注 with a word in it."""
    return with_cells(table, {(0, 3): "备注", (2, 3): "含政务新媒体"})


def _signed_in_cells(report: Report) -> Submission:
    fields: list[Content] = []
    for field in SIGN_OFF:
        fields += [f"{field}:", report.sign_off.get(field, "")]
    return _with_foot(report, rows([[NOTE], fields]))


def _signed_on_lines(report: Report) -> Submission:
    lines: list[list[Content]] = [
        [f"{field}：{report.sign_off.get(field, '')}"] for field in SIGN_OFF
    ]
    return _with_foot(report, rows(lines))


def _signed_beside(report: Report) -> Submission:
    lines: list[list[Content]] = [[field, report.sign_off.get(field, "")] for field in SIGN_OFF]
    return _with_foot(report, rows(lines))


def _with_foot(report: Report, foot: Rectangle) -> Submission:
    head = rows([[text] for text in lines_above(report)])
    drawn = stacked([head, statistics(), foot])
    return write_xlsx(file_name(report), one_sheet(report, drawn))


def _layout(name: str, make: Make) -> Layout:
    return Layout(name, make, needs=STATISTICS)


SHEET_2014 = (
    _layout("sheet with a column of numbers", _of_table(numbered)),
    _layout("sheet with a column of codes", _of_table(coded)),
    _layout("sheet with indented labels", _of_table(indented)),
    Layout(
        "sheet without a column of units",
        _of_table(without_units),
        provokes=("S002",),
        needs=STATISTICS,
    ),
    _layout("sheet without dashes at headings", _of_table(without_dashes)),
    _layout("sheet with dashes for figures", _of_table(with_dashes_for_figures)),
    _layout("sheet in two panels", _of_table(in_two_panels)),
    _layout("sheet on two pages", _of_table(on_two_pages)),
    _layout("sheet with remarks", _of_table(with_remarks)),
    _layout("sheet in a csv with numbers", _of_table(numbered, write_text("gbk", ","))),
    _layout("sheet signed in cells", _signed_in_cells),
    _layout("sheet signed on lines", _signed_on_lines),
    _layout("sheet signed in two columns", _signed_beside),
)
