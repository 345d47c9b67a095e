"""The sheets of a marked copy: the marks of each, and what becomes of its part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from statlint.dataclass import dataclass, field
from statlint.finding import Severity
from statlint.marking.around import (
    columns_of,
    deselected,
    drawing_of_notes,
    is_selected,
    seen_at,
    usual_width,
    with_drawing,
)
from statlint.marking.boxes import with_boxes, with_room
from statlint.marking.encoded import encoding_of
from statlint.marking.model import MOST_NOTES, Mark
from statlint.marking.notes import Notes
from statlint.marking.outline import Outline, head_of, read_outline
from statlint.marking.parcel import Parcel
from statlint.marking.rows import RowTinter
from statlint.values import CellRef

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The marks of one sheet: cells to tint, and notes."""

    tints: dict[CellRef, Severity] = field(default_factory=dict)
    notes: dict[CellRef, str] = field(default_factory=dict)


def chosen(marks: Iterable[Mark], most: int = MOST_NOTES) -> tuple[dict[str, SheetMarks], int]:
    """Sort marks by their sheets; give with them how many cells beyond so many get no note."""
    sheets: dict[str, SheetMarks] = {}
    noted = unnoted = 0
    for one in marks:
        sheet = sheets.setdefault(one.sheet, SheetMarks())
        sheet.tints[one.cell] = _worse(sheet.tints.get(one.cell), one.severity)
        if one.cell in sheet.notes:
            sheet.notes[one.cell] += _BETWEEN + one.note
        elif noted < most:
            sheet.notes[one.cell] = one.note
            noted += 1
        else:
            unnoted += 1
    return sheets, unnoted


def _worse(one: Severity | None, other: Severity) -> Severity:
    return other if one is None else min(one, other, key=lambda severity: severity.rank)


def without_selection(parcel: Parcel, part: str) -> None:
    """Let a sheet no longer be selected; most were not, and stay byte for byte."""
    head = head_of(parcel.open(part))
    if head is None or is_selected(head):
        _write(parcel, part, read_outline(parcel.open(part)), {}, None)


def mark_sheet(parcel: Parcel, part: str, marks: SheetMarks) -> None:
    """Tint the cells of a sheet, and put its notes in."""
    outline = read_outline(parcel.open(part))
    if not outline.opens:
        without_selection(parcel, part)
        return
    seen = seen_at(outline, marks.tints)
    tints: dict[CellRef, Severity] = {}
    notes: dict[CellRef, str] = {}
    for cell, severity in marks.tints.items():
        tints[seen[cell]] = _worse(tints.get(seen[cell]), severity)
    for cell, note in marks.notes.items():
        there = notes.get(seen[cell])
        notes[seen[cell]] = note if there is None else there + _BETWEEN + note
    key = _put_notes(parcel, part, outline, notes)
    _write(parcel, part, outline, tints, key)


def _put_notes(
    parcel: Parcel, part: str, outline: Outline, notes: Mapping[CellRef, str]
) -> str | None:
    """Put notes into a sheet; give the key of the drawing of their boxes, where that is new."""
    if not notes:
        return None
    relations = parcel.parts.relations(part)
    there = (one.target for one in relations.values() if one.kind == "comments")
    found = next(filter(None, map(parcel.find, there)), None)
    made = Notes(parcel.read(found), parcel.book.space)
    boxed = made.put(notes)
    parcel.threads += made.threads
    if found is None:
        found = parcel.free_name("comments_statlint.xml")
        parcel.types.name(found, _NOTES_TYPE)
        parcel.refer(part, "comments", found)
    parcel.put(found, made.written())
    relation = relations.get(drawing_of_notes(outline) or "")
    drawing = parcel.find(relation.target) if relation else None
    raw = parcel.read(drawing)
    encoding = encoding_of(raw or b"")
    text = encoding.read(raw) if raw else None
    widths = columns_of(outline), usual_width(outline)
    if text is not None:
        text = with_room(text, {cell: notes[cell] for cell in notes if cell not in boxed}, *widths)
    if boxed:
        due = {cell: notes[cell] for cell in boxed}
        text = with_boxes(text, due, next(parcel.blocks), *widths)
    if text is None:
        return None
    name = drawing or parcel.free_name("drawings/vmlDrawing_statlint.vml")
    parcel.put(name, encoding.written(text))
    if drawing is not None:
        return None
    parcel.types.end(name, _BOXES_TYPE)
    return parcel.refer(part, "vmlDrawing", name)


def _write(
    parcel: Parcel,
    part: str,
    outline: Outline,
    tints: Mapping[CellRef, Severity],
    key: str | None,
) -> None:
    """Write a sheet; `key` is that of a new drawing for its notes."""
    pieces = _pieces(parcel, outline, tints, key)
    if not outline.encoding.is_utf8:
        pieces = iter((outline.encoding.written(b"".join(pieces)),))
    parcel.stream(part, pieces, outline.size)


def _pieces(
    parcel: Parcel, outline: Outline, tints: Mapping[CellRef, Severity], key: str | None
) -> Iterator[bytes]:
    yield deselected(outline.head)
    rows = outline.rows()
    if tints:
        tinted = {cell: partial(parcel.styles.tinted, severity=one) for cell, one in tints.items()}
        rows = RowTinter(outline.prefix, tinted, columns_of(outline)).tinted(rows)
    if tints and outline.opens.endswith(b"/>"):
        yield outline.opens[:-2].rstrip() + b">"
        yield from rows
        yield b"</" + outline.prefix + b"sheetData>"
    else:
        yield outline.opens
        yield from rows
        yield outline.closes
    yield with_drawing(outline, key, strict=parcel.book.strict) if key else outline.tail
