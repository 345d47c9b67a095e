"""PDF documents with a text layer: tables that are ruled throughout, and the text between them."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.pdf_joined import join_tables
from statlint.workbook.engines.pdf_page import read_page
from statlint.workbook.engines.pdf_reasons import NOT_INSTALLED, SCANNED, refused
from statlint.workbook.engines.pdf_tables import PdfTable
from statlint.workbook.engines.pdf_text import Paragraphs, check_layout, without_furniture
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdfplumber.pdf import PDF

    from statlint.workbook.engines.pdf_signs import Line
    from statlint.workbook.engines.pdf_text import Page
    from statlint.workbook.engines.stored import StoredBook


def read_pdf(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a PDF; raises Refusal for whatever would have to be guessed."""
    with _open(content, limits) as document:
        read = []
        for printed in document.pages:
            read.append(read_page(printed))
            printed.close()
    if not any(page.lines or tables for page, tables in read):
        raise refused(SCANNED)
    pages = without_furniture([page for page, _ in read])
    for page in pages:
        check_layout(page)
    tables = [found for _, found in read]
    blocks = Blocks(limits)
    text = Paragraphs(pages, blocks)
    for item in join_tables(_items(pages, tables)):
        if isinstance(item, PdfTable):
            text.end()
            _add_table(item, blocks)
        else:
            text.add(item)
    text.end()
    return blocks.book()


def _open(content: bytes, limits: Limits) -> PDF:
    """Open a PDF of a bounded number of pages."""
    try:
        import pdfplumber
    except ImportError:
        raise refused(NOT_INSTALLED) from None
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.utils.exceptions import PdfminerException

    from statlint.workbook.engines.pdf_whole import check_count, check_streams

    try:
        document = pdfplumber.open(BytesIO(content))
    except PdfminerException as error:
        if isinstance(error.args[0], PDFEncryptionError):
            raise Refusal(Fault.ENCRYPTED) from error
        raise
    pages = [*islice(PDFPage.create_pages(document.doc), limits.pages + 1)]
    if len(pages) > limits.pages:
        raise beyond(limits, "pages", len(pages))
    check_count(document.doc, len(pages))
    for number, page in enumerate(pages, 1):
        check_streams(page, number)
    return document


def _items(pages: Sequence[Page], tables: Sequence[list[PdfTable]]) -> Iterator[Line | PdfTable]:
    """Give the lines and tables in the order of reading."""
    for page, found in zip(pages, tables, strict=True):
        placed: list[Line | PdfTable] = [*page.lines, *found]
        yield from sorted(placed, key=_top)


def _top(item: Line | PdfTable) -> float:
    return item.box[1] if isinstance(item, PdfTable) else item.top


def _add_table(table: PdfTable, blocks: Blocks) -> None:
    blocks.add_table(
        [
            (cell.top, cell.left, "text", cell.text, None, None, None)
            for cell in sorted(table.cells, key=lambda cell: (cell.top, cell.left))
            if cell.text
        ],
        [
            (cell.top, cell.left, cell.bottom, cell.right)
            for cell in table.cells
            if (cell.top, cell.left) != (cell.bottom, cell.right)
        ],
    )
