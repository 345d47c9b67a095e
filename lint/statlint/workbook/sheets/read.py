"""From the bytes of a workbook of the xlsx family to what it holds, in this very process."""

from __future__ import annotations

from statlint.values.limits import USUAL, Limits
from statlint.workbook.engines.details import NO_WORKSHEET
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Container, Fault, Workbook
from statlint.workbook.outward import outward_in
from statlint.workbook.sheets.book import list_links, list_names, list_sheets, read_book
from statlint.workbook.sheets.package import Package
from statlint.workbook.sheets.parts import Parts
from statlint.workbook.sheets.sheet import read_sheet
from statlint.workbook.sheets.styles import read_styles
from statlint.workbook.sheets.texts import read_texts
from statlint.workbook.sheets.values import Values


def open_sheets(content: bytes, limits: Limits = USUAL) -> Parts | None:
    """Look into a zip file; None where it is no workbook of this family. Raises Refusal."""
    parts = Parts(Package(content, limits), limits)
    return parts if parts.container and parts.workbook else None


def read_sheets(parts: Parts) -> Workbook:
    """Read a workbook; raises Refusal where it cannot be read, or would cost too much."""
    part = parts.workbook
    book = read_book(parts, part)
    listed = list_sheets(book, parts, part)
    if not listed:
        raise Refusal(Fault.NO_SHEET, NO_WORKSHEET)
    texts = read_texts(parts, _related(parts, part, "sharedStrings"))
    styles = read_styles(parts, _related(parts, part, "styles"))
    values = Values(texts, date_1904=book.date_1904)
    workbook = Workbook(
        sheets=tuple(read_sheet(call, parts, values, styles) for call in listed),
        container=Container(parts.container),
        date_1904=book.date_1904,
        names=list_names(book),
        links=list_links(book, parts, part),
        as_displayed=book.as_displayed,
        outward=outward_in(parts.package.names()),
    )
    parts.package.check_unread(parts.limits)
    return workbook


def _related(parts: Parts, part: str, kind: str) -> str | None:
    """Find a part that belongs to the whole workbook."""
    related = (one.target for one in parts.relations(part).values() if one.kind == kind)
    found = next(filter(None, map(parts.package.find, related)), None)
    return found or parts.find_of_type(f"spreadsheetml.{kind.lower()}+xml")
