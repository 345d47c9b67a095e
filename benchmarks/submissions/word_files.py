"""A report as the Word document that is handed in: text with headings, tables as printed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from submissions.model import STATISTICS, Report, Submission
from submissions.official import HEADINGS, printed
from submissions.page import title
from submissions.repack import repacked
from submissions.report_text import Piece, pieces
from submissions.sheet_2014 import statistics_sheet
from submissions.writing import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as Opened
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_NARROW = 15
"""Columns of a table whose heads are set one sign under the other."""
_TEXT, _HEADS, _TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"


def word_report(report: Report, name: str) -> Submission:
    """Write a report whose prose is known."""
    return _written(pieces(report), name)


def word_tables(report: Report, name: str) -> Submission:
    """Write the tables of a report with their headings, and no prose."""
    return _written(_headed(report), name)


def _headed(report: Report) -> Iterator[Piece]:
    yield Piece(title(report), 1)
    if STATISTICS in report.tables:
        yield Piece(table=Sheet(STATISTICS, statistics_sheet(report), report.figures))
        return
    for table in report.tables:
        yield Piece(HEADINGS[table], 2)
        yield Piece(table=Sheet(table, printed(report, table), report.figures))


def _written(made: Iterable[Piece], name: str) -> Submission:
    """Write pages of A4, with a number at the foot of each."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    _number_pages(section.footer.paragraphs[0])
    for piece in made:
        if piece.table is not None:
            _add_table(document, piece.table)
        else:
            _add_text(document, piece)
    stream = BytesIO()
    document.save(stream)
    return Submission(f"{name}.docx", repacked(stream.getvalue()), {})


def _number_pages(paragraph: Paragraph) -> None:
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)  # noqa: SLF001 - the library has no fields
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_text(document: Opened, piece: Piece) -> None:
    """Add the title, a heading or a paragraph; its figures in runs of their own, as Word does."""
    if piece.level == 1:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif piece.level:
        paragraph = document.add_heading(level=piece.level - 1)
    else:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
    font, size = (_TITLE, 22) if piece.level == 1 else (_HEADS if piece.level else _TEXT, 16)
    for text in filter(None, re.split(r"(\d+)", piece.text)):
        _add_run(paragraph, text, font, size)


def _add_run(paragraph: Paragraph, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001


def _add_table(document: Opened, sheet: Sheet) -> None:
    """Add a table with its merged cells; the heads of a wide one are set downwards."""
    drawn = sheet.rectangle
    table = document.add_table(drawn.height, drawn.width, "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for span in drawn.spans:
        corner = table.cell(span.top, span.left)
        corner.merge(table.cell(span.bottom, span.right))
    first = drawn.first_slot_row()
    deep = {span[:2] for span in drawn.spans if span.bottom - span.top >= _NARROW}
    for (row, column), figure in sheet.written().items():
        cell, text = table.cell(row, column), str(figure)
        narrow = drawn.width >= _NARROW and 0 < row < first and _is_single(sheet, row, column)
        if (row, column) in deep:
            _turn(cell)
        _fill(cell, "\n".join(text) if narrow else text)
    for row in range(first):
        _repeat(table, row)
    document.add_paragraph()


def _is_single(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a cell is one column wide."""
    spans = {span[:2]: span for span in sheet.rectangle.spans}
    span = spans.get((row, column))
    return span is None or span.left == span.right


def _fill(cell: _Cell, text: str) -> None:
    """Write a text into a cell, a paragraph for each line of it."""
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_run(paragraph, line, "宋体", 10.5)


def _turn(cell: _Cell) -> None:
    """Let the text of a cell run downwards."""
    direction = OxmlElement("w:textDirection")
    direction.set(qn("w:val"), "tbRlV")
    cell._tc.get_or_add_tcPr().append(direction)  # noqa: SLF001 - the library has no such call


def _repeat(table: Table, row: int) -> None:
    """Let a row of heads be printed again on each page."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
