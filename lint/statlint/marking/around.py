"""What stands around the rows of a sheet, taken apart: views, columns, merged cells, drawings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from statlint.dataclass import dataclass
from statlint.marking.outline import Outline
from statlint.marking.tags import ASIDE, ATTRIBUTES, attribute_at, whole_number, without_attribute
from statlint.values import CellRef
from statlint.workbook.engines.ranges import read_range

_ANY = re.compile(rb"(?s:" + ASIDE + rb")|<(/?)([^\s/>!?]+)" + ATTRIBUTES)
_BEHIND_NOTES = frozenset(
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
    " AlternateContent".split()
)
"""What follows the drawing of notes by the schema; what has a choice of two holds controls."""
_WIDEST = 255
"""Signs that a column has room for."""
_SELECTED = re.compile(rb"""tabSelected\s*=\s*["'](?:1|true)["']""")
_TRUE = frozenset({"1", "true"})
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that look alike: first, last, format, and width in signs (None: as all others)."""

    first: int
    last: int
    style: int
    width: float | None


def columns_of(outline: Outline) -> list[Columns]:
    """Give the columns that are not as all others, from left to right."""
    found = (_columns(tag) for _, tag in _tags(outline, "col"))
    return sorted((one for one in found if one.first), key=lambda one: one.first)


def at_column(columns: Sequence[Columns], number: int) -> Columns | None:
    """Give what is said of a column; None where it is as all others."""
    at = bisect_right(columns, number, key=lambda one: one.first) - 1
    return columns[at] if at >= 0 and number <= columns[at].last else None


def usual_width(outline: Outline) -> float | None:
    """Give the width of all other columns in signs, where the sheet states it."""
    found = (_decimal(tag, "defaultColWidth") for _, tag in _tags(outline, "sheetFormatPr"))
    return next(found, None)


def _columns(tag: bytes) -> Columns:
    width = 0.0 if text_in(tag, "hidden") in _TRUE else _decimal(tag, "width")
    return Columns(number_in(tag, "min"), number_in(tag, "max"), number_in(tag, "style"), width)


def number_in(tag: bytes, key: str, otherwise: int = 0) -> int:
    """Read an attribute that is a whole number."""
    return whole_number(text_in(tag, key), otherwise)


def text_in(tag: bytes, key: str) -> str:
    """Read an attribute; empty where it is not stated."""
    found = attribute_at(tag, key)
    return unescape(tag[slice(*found)].decode("utf-8", "replace")) if found else ""


def _decimal(tag: bytes, key: str) -> float | None:
    try:
        width = float(text_in(tag, key))
    except ValueError:
        return None
    return width if 0 <= width <= _WIDEST else None


def is_selected(head: bytes) -> bool:
    """Tell whether a sheet may be one of those that are selected."""
    return _SELECTED.search(head) is not None


def deselected(head: bytes) -> bytes:
    """Give a head without the mark that its sheet is selected.

    Where two sheets are, what is typed into one is written into the other as well.
    """
    if not is_selected(head):
        return head
    pieces, at = list[bytes](), 0
    for tag in _ANY.finditer(head):
        if tag[2] and tag[2].rpartition(b":")[2] == b"sheetView" and not tag[1]:
            pieces += (head[at : tag.start()], without_attribute(tag[0], "tabSelected"))
            at = tag.end()
    return b"".join((*pieces, head[at:]))


def _tags(outline: Outline, name: str) -> Iterator[tuple[int, bytes]]:
    wanted = outline.prefix + name.encode()
    for tag in _ANY.finditer(outline.head):
        if tag[2] == wanted and not tag[1]:
            yield tag.start(), tag[0]


def _behind(outline: Outline) -> Iterator[tuple[int, str, bytes, int]]:
    """Give what follows the rows: where each begins, its name, its first tag, how deep it is."""
    depth = 0
    for tag in _ANY.finditer(outline.tail):
        if tag[2] is None:
            continue
        if tag[1]:
            depth -= 1
            if depth < 0:
                yield tag.start(), "", tag[0], depth
            continue
        yield tag.start(), tag[2].rpartition(b":")[2].decode("utf-8", "replace"), tag[0], depth
        depth += not tag[3].endswith(b"/")


def seen_at(outline: Outline, cells: Iterable[CellRef]) -> dict[CellRef, CellRef]:
    """Give the cells that are seen where some cells stand: the first of those merged with them."""
    wanted = sorted(set(cells))
    seen = {cell: cell for cell in wanted}
    for _, name, tag, _ in _behind(outline):
        written = read_range(text_in(tag, "ref")) if name == "mergeCell" else None
        if written is None:
            continue
        top, left, bottom, right = written
        begin = bisect_left(wanted, CellRef(top, left))
        for cell in wanted[begin : bisect_right(wanted, CellRef(bottom, right))]:
            if left <= cell.column <= right:
                seen[cell] = CellRef(top, left)
    return seen


def drawing_of_notes(outline: Outline) -> str | None:
    """Give the key of the drawing that holds the notes' boxes; None where there is none."""
    for _, name, tag, depth in _behind(outline):
        if name == "legacyDrawing" and depth == 0:
            keys = re.findall(rb"""[\s:]id\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
            return next(
                (unescape((one or other).decode("utf-8", "replace")) for one, other in keys), None
            )
    return None


def with_drawing(outline: Outline, key: str, *, strict: bool) -> bytes:
    """Give what follows the rows with a drawing for notes where it belongs."""
    space = _STRICT if strict else _OFFICE
    tag = f'legacyDrawing xmlns:r="{space}" r:id="{key}"/>'
    places = (at for at, name, _, depth in _behind(outline) if _is_later(name, depth))
    at = next(places, len(outline.tail))
    written = b"<" + outline.prefix + tag.encode()
    return outline.tail[:at] + written + outline.tail[at:]


def _is_later(name: str, depth: int) -> bool:
    return depth < 0 or (depth == 0 and name in _BEHIND_NOTES)
