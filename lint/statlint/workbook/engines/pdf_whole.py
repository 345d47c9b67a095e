"""Whether all of a PDF is there: its reader passes over what is damaged without a word."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT

from statlint.values import Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage

_FLATE = (LIT("FlateDecode"), LIT("Fl"))


def check_count(document: PDFDocument, pages: int) -> None:
    """Refuse a file in which other than the announced number of pages is found."""
    about = resolve1(document.catalog.get("Pages"))
    announced = resolve1(about.get("Count")) if isinstance(about, dict) else None
    if announced != pages:
        words = Text(
            f"文件说有 {announced} 页，只找到 {pages} 页",
            f"it announces {announced} pages, of which {pages} are found",
        )
        raise Refusal(Fault.DAMAGED, words)


def check_streams(page: PDFPage, number: int) -> None:
    """Refuse a page whose text, or the meaning of whose signs, cannot be unpacked."""
    if not all(map(_is_whole, _streams(page))):
        words = Text(f"第 {number} 页的内容不完整", f"the content of page {number} is not whole")
        raise Refusal(Fault.DAMAGED, words)


def _streams(page: PDFPage) -> Iterator[object]:
    yield from map(resolve1, page.contents)
    fonts = resolve1((page.resources or {}).get("Font"))
    for font in fonts.values() if isinstance(fonts, dict) else ():
        about = resolve1(font)
        if isinstance(about, dict) and "ToUnicode" in about:
            meaning = resolve1(about["ToUnicode"])
            # It may be the name of a well-known one.
            yield from (meaning,) if meaning is None or isinstance(meaning, PDFStream) else ()


def _is_whole(stream: object) -> bool:
    if not isinstance(stream, PDFStream):
        return False
    filters = stream.get_filters()
    if stream.rawdata is None or stream.decipher or not filters or filters[0][0] not in _FLATE:
        return True
    try:
        # As much as is unpacked for the reading itself; the sum at its end is checked.
        zlib.decompress(stream.rawdata)
    except zlib.error:
        return False
    return True
