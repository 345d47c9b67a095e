"""From printed sheets to the bytes of other formats: xls, ods and web pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import xlwt

from submissions.model import Figure, Submission
from submissions.rectangle import Position, Span
from submissions.writing import Sheet, Writer, places

_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in (("office", "office"), ("table", "table"), ("text", "text"))
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_xls(name: str, sheets: Sequence[Sheet]) -> Submission:
    """Write an Excel 97 workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in sheets:
        target = book.add_sheet(sheet.name)
        cells = sheet.written()
        spans = {(span.top, span.left): span for span in sheet.rectangle.spans}
        for position in sorted({*cells, *spans}):
            span = spans.get(position, Span(*position, *position))
            target.write_merge(span.top, span.bottom, span.left, span.right, cells.get(position))
    stream = BytesIO()
    book.save(stream)
    return Submission(f"{name}.xls", stream.getvalue(), places(sheets))


def write_ods(name: str, sheets: Sequence[Sheet]) -> Submission:
    """Write an OpenDocument spreadsheet."""
    body = "".join(_ods_table(sheet) for sheet in sheets)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content {_ODS_NAMES} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", _ODS_TYPE, compress_type=ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
    return Submission(f"{name}.ods", stream.getvalue(), places(sheets))


def _ods_table(sheet: Sheet) -> str:
    cells = sheet.written()
    anchors = {(span.top, span.left): span for span in sheet.rectangle.spans}
    covered = {at for span in sheet.rectangle.spans for at in span.positions()} - set(anchors)
    lines = "".join(
        f"<table:table-row>{''.join(_ods_row(row, sheet, cells, anchors, covered))}"
        "</table:table-row>"
        for row in range(sheet.rectangle.height)
    )
    return f'<table:table table:name="{escape(sheet.name)}">{lines}</table:table>'


def _ods_row(
    row: int,
    sheet: Sheet,
    cells: dict[Position, Figure],
    anchors: dict[Position, Span],
    covered: set[Position],
) -> Iterator[str]:
    for column in range(sheet.rectangle.width):
        if (row, column) in covered:
            yield "<table:covered-table-cell/>"
        else:
            yield _ods_cell(cells.get((row, column)), anchors.get((row, column)))


def _ods_cell(figure: Figure, span: Span | None) -> str:
    spread = ""
    if span is not None:
        spread = (
            f' table:number-columns-spanned="{span.right - span.left + 1}"'
            f' table:number-rows-spanned="{span.bottom - span.top + 1}"'
        )
    if figure is None:
        return f"<table:table-cell{spread}/>"
    if isinstance(figure, int | Decimal):
        kind = f' office:value-type="float" office:value="{figure}"'
        return f"<table:table-cell{spread}{kind}><text:p>{figure}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in figure.split("\n"))
    return f'<table:table-cell{spread} office:value-type="string">{lines}</table:table-cell>'


def write_html(encoding: str, ending: str) -> Writer:
    """Make a writer of web pages with one table, as pages that publish a report have it."""

    def write(name: str, sheets: Sequence[Sheet]) -> Submission:
        (sheet,) = sheets
        head = f'<html><head><meta charset="{encoding}"></head><body><table>'
        page = f"{head}{''.join(_html_lines(sheet))}</table></body></html>"
        # A page under its own name is a document with a table, under another one a sheet.
        named = replace(sheet, name="table 1" if ending == "html" else "Sheet1")
        return Submission(f"{name}.{ending}", page.encode(encoding), places([named]))

    return write


def _html_lines(sheet: Sheet) -> Iterator[str]:
    cells = sheet.written()
    anchors = {(span.top, span.left): span for span in sheet.rectangle.spans}
    covered = {at for span in sheet.rectangle.spans for at in span.positions()} - set(anchors)
    for row in range(sheet.rectangle.height):
        shown = [(row, at) for at in range(sheet.rectangle.width) if (row, at) not in covered]
        line = "".join(_html_cell(cells.get(at), anchors.get(at)) for at in shown)
        yield f"<tr>{line}</tr>"


def _html_cell(figure: Figure, span: Span | None) -> str:
    spread = ""
    if span is not None:
        rowspan, colspan = span.bottom - span.top + 1, span.right - span.left + 1
        spread = f' rowspan="{rowspan}" colspan="{colspan}"'
    text = "&nbsp;" if figure is None else escape(str(figure)).replace("\n", "<br>")
    return f"<td{spread}>{text}</td>"
