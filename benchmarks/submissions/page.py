"""From a report to the pages of its submission: title, tables, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from submissions.model import STATISTICS, Report
from submissions.official import HEADINGS, printed
from submissions.rectangle import Rectangle, Span, rows, stacked
from submissions.sheet_2014 import TITLE, statistics_sheet
from submissions.writing import Sheet

Shape: TypeAlias = Callable[[str, Rectangle], Rectangle]
"""What a layout does to a table: its key and its official print to the print it gets."""

NOTES = (
    "注:1.本表由各单位政务公开工作机构填报。",
    "2.数据统计时间为本年度1月1日至12月31日。",
)


def as_printed(table: str, rectangle: Rectangle) -> Rectangle:
    """Leave a table as the form prints it."""
    del table
    return rectangle


def title(report: Report) -> str:
    """Give the title of a report."""
    if STATISTICS in report.tables:
        return TITLE
    year = f"{report.year}年" if report.year else ""
    return f"{report.unit_name}{year}政府信息公开工作年度报告"


def file_name(report: Report) -> str:
    """Give the name of a report's file, without ending."""
    if STATISTICS in report.tables:
        return f"{report.unit_name}{TITLE}({report.year}年度)"
    return title(report)


def across(texts: Sequence[str], width: int) -> Rectangle:
    """Print texts in rows that reach over the whole page."""
    return rows(
        [[text] for text in texts], [Span(row, 0, row, width - 1) for row in range(len(texts))]
    )


def tables(report: Report, shape: Shape = as_printed) -> dict[str, Rectangle]:
    """Print each table of an annual report."""
    return {table: shape(table, printed(report, table)) for table in report.tables}


def page(
    report: Report,
    shape: Shape = as_printed,
    *,
    above: Sequence[str] = (),
    between: Sequence[str] = (),
    below: Sequence[str] = (),
    order: Callable[[list[str]], list[str]] = list,
) -> Rectangle:
    """Print all of a report on one page: title, section headings and tables."""
    if STATISTICS in report.tables:
        sheet = shape(STATISTICS, statistics_sheet(report))
        return stacked([across(above, 3), sheet, across(below, 3)])
    made = tables(report, shape)
    width = max(rectangle.width for rectangle in made.values())
    parts = [across([title(report), *above], width)]
    for at, table in enumerate(order(list(made))):
        if at and between:
            parts.append(across(between, width))
        parts.append(across([HEADINGS[table]], width))
        parts.append(made[table])
    return stacked([*parts, across(below, width)])


def bare_page(report: Report, shape: Shape = as_printed) -> Rectangle:
    """Print nothing but the tables, one under another with an empty row between."""
    if STATISTICS in report.tables:
        return shape(STATISTICS, statistics_sheet(report))
    return stacked(tables(report, shape).values(), gap=1)


def one_sheet(report: Report, rectangle: Rectangle, name: str = "Sheet1") -> list[Sheet]:
    """Put one page on one sheet."""
    return [Sheet(name, rectangle, report.figures)]
