"""The layouts that are often seen (forms.md of the domain: how real tables are messy)."""

from __future__ import annotations

from submissions import inks, labels, shapes
from submissions.layout import Layout, laid_out
from submissions.model import ANNUAL_2021, APPLICATIONS, DISCLOSURE, REVIEWS, Report, Submission
from submissions.other_formats import write_ods, write_xls
from submissions.page import NOTES, Shape, bare_page, file_name, page, tables
from submissions.rectangle import Rectangle, moved, repeated, stacked, turned
from submissions.writing import Sheet, write_text, write_xlsx


def _noted(report: Report, shape: Shape) -> Rectangle:
    return page(report, shape, above=(f"填报单位:{report.unit_name}    单位:件",), below=NOTES)


def _offset(report: Report, shape: Shape) -> Rectangle:
    return moved(page(report, shape), down=3, right=2)


def _sheet_per_table(report: Report) -> Submission:
    sheets = [
        Sheet(f"表{number}", rectangle, report.figures)
        for number, rectangle in zip("二三四", tables(report).values(), strict=False)
    ]
    return write_xlsx(file_name(report), sheets)


def _over_two_sheets(report: Report) -> Submission:
    made = tables(report)
    sheets = [
        Sheet(f"表三({number})", part, report.figures)
        for number, part in zip("一二", shapes.parts(made.pop(APPLICATIONS)), strict=False)
    ]
    if made:
        sheets.insert(0, Sheet("其他表", stacked(made.values(), gap=1), report.figures))
    return write_xlsx(file_name(report), sheets)


LAYOUTS = (
    Layout("official print", laid_out()),
    Layout("merges lost", laid_out(shapes.plain)),
    Layout("merged text in each cell", laid_out(shapes.every(repeated))),
    Layout("labels folded into one column", laid_out(labels.folded), needs=APPLICATIONS),
    Layout("bare csv in gbk", laid_out(shapes.plain, draw=bare_page, write=write_text("gbk", ","))),
    Layout(
        "csv with bom, title and notes", laid_out(draw=_noted, write=write_text("utf-8-sig", ","))
    ),
    Layout("utf-16 text with tabs", laid_out(write=write_text("utf-16", "\t", "txt"))),
    Layout("csv with semicolons", laid_out(write=write_text("utf-8", ";"))),
    Layout("text with full-width commas", laid_out(write=write_text("gb18030", "，", "txt"))),
    Layout("a sheet for each table", _sheet_per_table, sheet_2014=False),
    Layout("table three over two sheets", _over_two_sheets, needs=APPLICATIONS),
    Layout(
        "table three over two pages",
        laid_out(shapes.only(APPLICATIONS, shapes.on_two_pages)),
        needs=APPLICATIONS,
    ),
    Layout("empty rows and columns before the table", laid_out(draw=_offset)),
    Layout("table four turned", laid_out(shapes.only(REVIEWS, turned)), needs=REVIEWS),
    Layout(
        "table four in three blocks",
        laid_out(shapes.only(REVIEWS, shapes.reviews_in_blocks)),
        needs=REVIEWS,
    ),
    Layout(
        "table four with lines down",
        laid_out(shapes.only(REVIEWS, shapes.reviews_lines_down)),
        needs=REVIEWS,
    ),
    Layout("group labels lost", laid_out(labels.groups_lost), needs=APPLICATIONS),
    Layout("groups in rows of their own", laid_out(labels.group_rows), needs=APPLICATIONS),
    Layout("untidy labels", laid_out(shapes.worded(labels.untidy))),
    Layout("labels one sign a line", laid_out(shapes.worded(labels.vertical))),
    Layout("other signs in labels", laid_out(shapes.worded(labels.other_signs))),
    Layout("numbers as text", laid_out(ink=inks.as_text)),
    Layout("full-width digits", laid_out(ink=inks.full_width)),
    Layout(
        "a line of the province",
        laid_out(shapes.only(DISCLOSURE, shapes.with_local_line)),
        provokes=("S003",),
        needs=DISCLOSURE,
    ),
    Layout(
        "a column of subtotals",
        laid_out(draw=shapes.page_with_subtotals),
        provokes=("S004",),
        needs=APPLICATIONS,
    ),
    Layout("heads cut short", laid_out(shapes.worded(labels.cut)), needs=DISCLOSURE),
    Layout(
        "table three turned",
        laid_out(shapes.only(APPLICATIONS, turned)),
        needs=APPLICATIONS,
    ),
    Layout(
        "other results said shortly",
        laid_out(shapes.worded(labels.short)),
        needs=APPLICATIONS,
        form=ANNUAL_2021,
    ),
    Layout("old excel", laid_out(write=write_xls)),
    Layout("open document", laid_out(write=write_ods)),
)
