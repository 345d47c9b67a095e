"""More layouts that nobody listed: other heads, columns, lines, file endings and neighbours."""

from __future__ import annotations

from dataclasses import replace

from submissions import inks, labels, shapes
from submissions.fitted import fitted_page
from submissions.layout import Layout, laid_out
from submissions.model import APPLICATIONS, REVIEWS, Report, Submission
from submissions.other_formats import write_html
from submissions.page import Shape, across, file_name, one_sheet, page
from submissions.rectangle import (
    Content,
    Rectangle,
    moved,
    rows,
    stacked,
    turned,
    with_cells,
    with_columns,
    with_rows,
)
from submissions.writing import write_text, write_xlsx

_SIGN_OFF = "单位负责人:        审核人:        填报人:        联系电话:        填报日期:"
_NEIGHBOUR: list[list[Content]] = [
    ["公开渠道", "数量(条)", "占比(%)"],
    ["政府网站", 17783, 25],
    ["政务微博", 10950, 15],
    ["政务微信", 13200, 18],
]


def with_remarks(rectangle: Rectangle) -> Rectangle:
    """Add a column 备注 with a few words in it."""
    top, right = rectangle.first_slot_row(), rectangle.width
    lines = rectangle.rows_of(lambda _: True)
    words = {(lines[0], right): "含上年受理", (lines[-1], right): "见附件说明"}
    return with_cells(rectangle, {(top - 1, right): "备注", **words})


def with_column_numbers(rectangle: Rectangle) -> Rectangle:
    """Add a row of column numbers under the heads, as statistics forms have it: 甲 1 2 3."""
    top = rectangle.first_slot_row()
    order: list[int | None] = [*range(top), None, *range(top, rectangle.height)]
    numbers = rectangle.columns_of(lambda _: True)
    cells: dict[tuple[int, int], Content] = {
        (top, column): number for number, column in enumerate(numbers, 1)
    }
    return with_cells(with_rows(rectangle, order), {(top, 0): "甲", **cells})


def heads_folded(rectangle: Rectangle) -> Rectangle:
    """Fold the heads over each column into one: 申请人情况-法人或其他组织-商业企业."""
    top = rectangle.first_slot_row()
    spread = dict(rectangle.cells)
    for span in rectangle.spans:
        if span.bottom < top:
            text = rectangle.cells[span.top, span.left]
            spread |= {(span.top, at): text for at in range(span.left, span.right + 1)}
    cells = {
        (row - top + 1, column): content
        for (row, column), content in rectangle.cells.items()
        if row >= top
    }
    for column in rectangle.columns_of(lambda _: True):
        over = [str(spread[row, column]) for row in range(top) if (row, column) in spread]
        cells[0, column] = "-".join(over)
    spans = tuple(
        moved(Rectangle({}, (span,)), down=1 - top).spans[0]
        for span in rectangle.spans
        if span.top >= top
    )
    return Rectangle({(0, 0): "项目", **cells}, spans)


def double_spaced(rectangle: Rectangle) -> Rectangle:
    """Leave an empty row after each line."""
    order: list[int | None] = [*range(rectangle.first_slot_row())]
    for row in range(rectangle.first_slot_row(), rectangle.height):
        order += [row, None]
    return with_rows(rectangle, order)


def heads_over_two_rows(rectangle: Rectangle) -> Rectangle:
    """Write long heads of table 三 over two cells, one under another."""
    top = rectangle.first_slot_row()
    order: list[int | None] = [*range(top), None, *range(top, rectangle.height)]
    longer = with_rows(rectangle, order)
    cells: dict[tuple[int, int], Content] = {}
    for column in range(longer.width):
        head = longer.cells.get((top - 1, column))
        if isinstance(head, str) and len(head) == len("社会公益组织"):
            cells |= {(top - 1, column): head[:4], (top, column): head[4:]}
    return with_cells(longer, cells)


def with_empty_column(rectangle: Rectangle) -> Rectangle:
    """Leave an empty column between the stub and the figures."""
    at = rectangle.first_slot_column()
    order: list[int | None] = [*range(at), None, *range(at, rectangle.width)]
    return with_columns(rectangle, order)


def _neighbour(report: Report, shape: Shape) -> Rectangle:
    return stacked([page(report, shape), rows(_NEIGHBOUR)], gap=2)


def _signed(report: Report, shape: Shape) -> Rectangle:
    return stacked([page(report, shape), across([_SIGN_OFF], 10)], gap=1)


def _announced(report: Report) -> Submission:
    made = write_text("utf-8-sig", ",")(file_name(report), one_sheet(report, page(report)))
    text = made.data.decode("utf-8-sig")
    moved_places = {
        slot: place._replace(cell=replace(place.cell, row=place.cell.row + 1))
        for slot, place in made.places.items()
    }
    return Submission(made.name, f"sep=,\r\n{text}".encode("utf-8-sig"), moved_places)


def _counted(report: Report) -> Submission:
    counts = {
        slot: inks.counted(figure)
        for slot, figure in report.figures.items()
        if slot.table in {APPLICATIONS, REVIEWS}
    }
    written = report.with_figures(counts)
    return write_xlsx(file_name(report), one_sheet(written, page(written)))


def _old_endings(report: Report) -> Submission:
    made = write_text("gb18030", "\t", "txt")(file_name(report), one_sheet(report, page(report)))
    return replace(made, data=made.data.replace(b"\r\n", b"\r"))


_BOTH_TURNED = shapes.both(
    shapes.both(shapes.only(APPLICATIONS, turned), shapes.only(REVIEWS, turned)), shapes.plain
)
_BLOCKS = shapes.both(shapes.only(REVIEWS, shapes.reviews_in_blocks), shapes.plain)

MORE = (
    Layout(
        "a column of remarks",
        laid_out(shapes.only(APPLICATIONS, with_remarks)),
        needs=APPLICATIONS,
    ),
    Layout(
        "columns numbered under the heads",
        laid_out(shapes.only(APPLICATIONS, with_column_numbers)),
        needs=APPLICATIONS,
    ),
    Layout(
        "heads folded into one row",
        laid_out(shapes.only(APPLICATIONS, heads_folded)),
        needs=APPLICATIONS,
    ),
    Layout(
        "heads over two rows in a csv",
        laid_out(
            shapes.both(shapes.only(APPLICATIONS, heads_over_two_rows), shapes.plain),
            write=write_text("gbk", ","),
        ),
        needs=APPLICATIONS,
    ),
    Layout(
        "an empty row after each line",
        laid_out(shapes.only(APPLICATIONS, double_spaced)),
        needs=APPLICATIONS,
    ),
    Layout(
        "an empty column before the figures",
        laid_out(shapes.only(APPLICATIONS, with_empty_column)),
        needs=APPLICATIONS,
    ),
    Layout("units in the cells", _counted, needs=APPLICATIONS),
    Layout(
        "untidy labels in a csv",
        laid_out(shapes.worded(labels.untidy), write=write_text("utf-8-sig", ",")),
        sheet_2014=False,
    ),
    Layout(
        "folded labels in a csv",
        laid_out(shapes.both(labels.folded, shapes.plain), write=write_text("gbk", ",")),
        needs=APPLICATIONS,
    ),
    Layout(
        "group labels lost in a csv",
        laid_out(shapes.both(labels.groups_lost, shapes.plain), write=write_text("gbk", ",")),
        needs=APPLICATIONS,
    ),
    Layout(
        "turned tables in a csv",
        laid_out(_BOTH_TURNED, write=write_text("gbk", ",")),
        needs=APPLICATIONS,
    ),
    Layout(
        "table four in three blocks in a csv",
        laid_out(_BLOCKS, write=write_text("gbk", ",")),
        needs=REVIEWS,
    ),
    Layout("a web page", laid_out(write=write_html("utf-8", "html"))),
    Layout("a web page named xls", laid_out(write=write_html("gbk", "xls")), provokes=("F005",)),
    Layout(
        "another table below", laid_out(draw=_neighbour), sheet_2014=False, brings=("channels",)
    ),
    Layout("an empty sign-off line", laid_out(draw=_signed), sheet_2014=False),
    Layout("the separator announced", _announced),
    Layout("lines that end as on an old mac", _old_endings),
    Layout("utf-16 without a mark", laid_out(write=write_text("utf-16-le", "\t", "txt"))),
    Layout(
        "fitted to one width, merges lost",
        laid_out(shapes.plain, draw=fitted_page),
        sheet_2014=False,
    ),
)
