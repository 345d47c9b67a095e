"""Write pages as files: text, or workbooks of figures or of texts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from inference_tables.made.page import Page


def file_of(name: str, pages: Sequence[Page], kind: str) -> tuple[str, bytes]:
    """Write pages as a file; a text file has one page only."""
    if kind == "csv":
        return f"{name}.csv", csv_of_page(pages[0])
    return f"{name}.xlsx", _workbook(pages, texts=kind == "texts")


def csv_of_page(page: Page) -> bytes:
    """Write a page as text."""
    stream = StringIO()
    writer = csv.writer(stream)
    columns = range(1, page.width + 1)
    for row in range(1, page.height + 1):
        cells = [page.cells.get((row, column)) for column in columns]
        writer.writerow([cell.text if cell else "" for cell in cells])
    return stream.getvalue().encode()


def _workbook(pages: Sequence[Page], *, texts: bool) -> bytes:
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    for page in pages:
        sheet = book.add_worksheet()
        covered = set()
        for first, last in page.merges:
            cell = page.cells.get(first)
            sheet.merge_range(first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, "")
            covered.add(first)
            sheet.write_string(first[0] - 1, first[1] - 1, cell.text if cell else "")
        formats = {
            shape: book.add_format({"num_format": shape})
            for shape in {cell.number_format for cell in page.cells.values()}
            if shape
        }
        for (row, column), cell in page.cells.items():
            if (row, column) in covered:
                continue
            if cell.value is None or not cell.number_format or texts:
                sheet.write_string(row - 1, column - 1, cell.text)
            elif cell.formula:
                shape = formats[cell.number_format]
                sheet.write_formula(row - 1, column - 1, cell.formula, shape, float(cell.value))
            else:
                shape = formats[cell.number_format]
                sheet.write_number(row - 1, column - 1, float(cell.value), shape)
    book.close()
    return stream.getvalue()
