"""From what an engine handed over to the model of a workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from statlint.values import CellRange, CellRef
from statlint.values.place import Place
from statlint.workbook.model import (
    Cell,
    CellKind,
    Container,
    DefinedName,
    Document,
    Outward,
    Paragraph,
    ParagraphKind,
    Sheet,
    SheetState,
    Silenced,
    Unseen,
    Workbook,
)

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import (
        StoredBlock,
        StoredBook,
        StoredCell,
        StoredRange,
        StoredSheet,
    )


def shape_workbook(book: StoredBook, container: Container) -> Workbook:
    """Build the workbook that a book describes."""
    blocks = book.get("document")
    return Workbook(
        sheets=tuple(_shape_sheet(sheet, in_text=blocks is not None) for sheet in book["sheets"]),
        container=container,
        unseen=frozenset(Unseen(word) for word in book["unseen"]),
        date_1904=book["date_1904"],
        names=tuple(DefinedName(*name) for name in book.get("names", ())),
        links=tuple(book.get("links", ())),
        as_displayed=book.get("as_displayed", False),
        outward=frozenset(map(Outward, book.get("outward", ()))),
        document=None if blocks is None else Document(tuple(map(_shape_block, blocks))),
    )


def _shape_block(block: StoredBlock) -> Paragraph | Place:
    if isinstance(block, str):
        return Place(block)
    place, text, kind, level, numbering, bold, centred = block
    return Paragraph(Place(place), text, ParagraphKind(kind), level, numbering, bold, centred)


def _shape_sheet(sheet: StoredSheet, *, in_text: bool) -> Sheet:
    kinds = {kind.value: kind for kind in CellKind}
    return Sheet(
        name=Place(sheet["name"]) if in_text else sheet["name"],
        cells=tuple(_shape_cell(cell, kinds) for cell in sheet["cells"]),
        merges=tuple(_shape_range(merge) for merge in sheet["merges"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        state=SheetState(sheet["state"]),
        silenced=tuple(
            Silenced(_shape_range(where), frozenset(kinds))
            for where, kinds in sheet.get("silenced", ())
        ),
        empty_texts=frozenset(sheet.get("empty_texts", ())),
        indents=tuple(sheet.get("indents", ())),
    )


def _shape_range(stored: StoredRange) -> CellRange:
    top, left, bottom, right = stored
    return CellRange(CellRef(top, left), CellRef(bottom, right))


def _shape_cell(cell: StoredCell, kinds: dict[str, CellKind]) -> Cell:
    row, column, kind, text, number, number_format, formula = cell
    exact = Decimal(number) if isinstance(number, str) else number
    return Cell(CellRef(row, column), kinds[kind], text, exact, number_format, formula)
