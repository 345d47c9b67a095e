"""One page of a PDF: its tables, and the lines around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from unicodedata import normalize

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.pdf_reasons import BESIDE, NO_MAPPING, SCANNED_PAGE, TURNED, refused
from statlint.workbook.engines.pdf_signs import Sign, lines_of
from statlint.workbook.engines.pdf_tables import PdfTable, is_inside, read_table
from statlint.workbook.engines.pdf_text import Page
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pdfplumber.page

_RADICALS = "\u2e80", "\u2fdf"
_PRIVATE = "\ue000", "\uf8ff"
_COVERED = 0.7
"""Share of a page that a picture covers where the page was scanned."""
_LOST = 0.02
"""Share of signs without a meaning that may be bullets."""
_STRAIGHT = 0.01
_TOO_MANY = Text(
    f"一页上超过 {limits.PDF_OBJECTS // 10_000} 万个对象",
    f"more than {limits.PDF_OBJECTS:,} objects on a page",
)


def read_page(page: pdfplumber.page.Page) -> tuple[Page, list[PdfTable]]:
    """Read a page; raises Refusal where something on it would have to be guessed."""
    number = page.page_number
    if sum(map(len, page.objects.values())) > limits.PDF_OBJECTS:
        raise Refusal(Fault.TOO_LARGE, _TOO_MANY)
    _check_pictures(page)
    signs = list(_signs(page))
    tables = []
    for found in page.find_tables():
        inside = [sign for sign in signs if is_inside(sign, found.bbox)]
        table = read_table(found.cells, inside, number)
        if table is not None:
            tables.append(table)
            taken = {id(sign) for sign in inside}
            signs = [sign for sign in signs if id(sign) not in taken]
    lines = lines_of(signs)
    for table in tables:
        if any(table.box[1] < line.middle < table.box[3] for line in lines):
            raise refused(BESIDE, number)
    return Page(number, page.width, page.height, tuple(lines)), tables


def _check_pictures(page: pdfplumber.page.Page) -> None:
    """Refuse a page that is a picture, with or without the text that a program saw in it."""
    whole = page.width * page.height
    for image in page.images:
        width = min(image["x1"], page.width) - max(image["x0"], 0)
        height = min(image["bottom"], page.height) - max(image["top"], 0)
        if min(width, height) > 0 and width * height > _COVERED * whole:
            raise refused(SCANNED_PAGE, page.page_number)


def _signs(page: pdfplumber.page.Page) -> Iterator[Sign]:
    """Give the signs of a page that can be read; some programs print a bold sign twice."""
    number, lost, total = page.page_number, 0, 0
    for found in page.dedupe_chars().chars:
        sign = cast("Sign", found)
        text = sign["text"]
        total += 1
        if text.startswith("(cid:") or "\ufffd" in text:
            raise refused(NO_MAPPING, number)
        if any(_PRIVATE[0] <= one <= _PRIVATE[1] for one in text):
            lost += 1
        elif _is_straight(sign, number) and is_inside(sign, (0, 0, page.width, page.height)):
            if any(_RADICALS[0] <= one <= _RADICALS[1] for one in text):
                sign = Sign(**{**sign, "text": normalize("NFKC", text)})
            yield sign
    if lost > _LOST * total:
        raise refused(NO_MAPPING, number)


def _is_straight(sign: Sign, page: int) -> bool:
    """Tell whether a sign stands upright; a slanting one is part of a watermark."""
    a, b, c, d = (abs(one) for one in sign["matrix"][:4])
    if max(b, c) <= _STRAIGHT * max(a, d, _STRAIGHT):
        return True
    if max(a, d) <= _STRAIGHT * max(b, c) and sign["text"].strip():
        raise refused(TURNED, page)
    # Writing that leans, as Chinese italics do, turns one axis only.
    return b <= _STRAIGHT * a
