"""The marked copy of a workbook: a few parts are added, a few grow, all others are as they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.marking.book import Book
from statlint.marking.cover import lay_out
from statlint.marking.model import Cover, Mark, Told, WriteCover
from statlint.marking.packing import Packing, pack
from statlint.marking.parcel import Parcel
from statlint.marking.sheets import chosen, mark_sheet, without_selection
from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sheets.book import read_book
from statlint.workbook.sheets.parts import Parts
from statlint.workbook.sheets.read import open_sheets

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SHEETS = frozenset({"worksheet", "chartsheet", "dialogsheet"})
_SIGNED = "_xmlsignatures/"
_OUR_SHEET = "worksheets/statlint_review.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_SHEETS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
    ' Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"'
    f' ContentType="{_TYPE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<bookViews><workbookView/></bookViews><sheets/></workbook>",
}
_OTHER = Text("不是可以加标注的工作簿", "it is no workbook that marks can be put into")


def mark(
    content: bytes, marks: Sequence[Mark], write_cover: WriteCover, limits: Limits = USUAL
) -> bytes:
    """Give the marked copy of a workbook of the xlsx family; raises Refusal for any other file.

    The first sheet is written last, when it is known what became of the marks.
    """
    parts = open_sheets(content, limits)
    if parts is None:
        raise Refusal(Fault.UNSUPPORTED, _OTHER)
    parcel = Parcel(parts)
    unnoted = _mark_sheets(parcel, parts, marks)
    told = Told(
        unnoted=unnoted,
        threads=parcel.threads,
        signed=any(name.startswith(_SIGNED) for name in parts.package.names()),
        untinted=parcel.styles.is_full,
    )
    _put_cover(parcel, write_cover(told))
    return parcel.written()


def mark_nothing(cover: Cover) -> bytes:
    """Give a workbook that has our sheet alone."""
    return mark(_empty(), (), lambda _: cover)


def _mark_sheets(parcel: Parcel, parts: Parts, marks: Iterable[Mark]) -> int:
    """Put marks into the sheets; give how many cells got no note."""
    by_sheet, unnoted = chosen(marks)
    relations = parts.relations(parts.workbook)
    for name, _, key in read_book(parts, parts.workbook).sheets:
        relation = relations.get(key)
        if relation is None or relation.kind not in _SHEETS:
            continue
        part = parts.package.find(relation.target)
        if part is None:
            continue
        due = by_sheet.get(name)
        if due is not None and relation.kind == "worksheet":
            mark_sheet(parcel, part, due)
        else:
            without_selection(parcel, part)
    return unnoted


def _put_cover(parcel: Parcel, cover: Cover) -> None:
    book: Book = parcel.book
    laid = lay_out(cover, parcel.styles, book.space, book.views)
    part = parcel.free_name(_OUR_SHEET)
    parcel.put(part, laid.markup)
    parcel.types.name(part, _SHEET_TYPE)
    key = parcel.refer(parcel.workbook, "worksheet", part)
    book.put_first(book.free_name(cover.name), key, laid)


def _empty() -> bytes:
    """Give a workbook without any sheet."""
    packing = Packing()
    for name, written in _NO_SHEETS.items():
        packing.put(pack(name, (_DECLARED + written.encode(),)))
    return packing.finish()
