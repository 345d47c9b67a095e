"""The boxes that notes are shown in: drawings in VML, which is not always whole markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from statlint.marking.around import Columns, at_column
from statlint.marking.tags import whole_number
from statlint.values import CellRef, Text
from statlint.workbook.engines.limits import COLUMNS, ROWS
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

BLOCK = 1_024
"""Shapes that share one number in a drawing's list of numbers."""
_IN_USE = re.compile(rb"""<[^<>]{0,40}?idmap\b[^<>]{0,200}?\sdata\s*=\s*["']([0-9, ]*)["']""")
_SHAPE = re.compile(rb"_x0000_s(\d{1,9})")
_NUMBER = re.compile(rb"-?\d{1,9}")
_NOTE = re.compile(
    rb"""<(?:\w+:)?ClientData\b[^>]{0,200}?\bObjectType\s*=\s*["']Note["'][^>]{0,200}>.{0,2000}?</(?:\w+:)?ClientData>""",
    re.DOTALL,
)
_STATED = {
    key: re.compile(rb"<(?:\w+:)?" + key.encode() + rb"\s*>\s*([^<]*?)\s*<")
    for key in ("Row", "Column", "Anchor")
}
_CORNERS = 8
_END = re.compile(rb"</(?:[^\s<>/:]+:)?xml\s*>\s*\Z")
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_NEW = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{{block}}"/>'
    "</o:shapelayout></xml>"
)
_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_TYPE_SIGN = b'"_x0000_t202"'
_BOX = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:60pt;margin-top:2pt;width:{width}pt;height:{height}pt;z-index:{order};"
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_WIDTH, _LINE, _MARGIN = 340, 17, 12
"""Of a box, of a line in it and of what is left free around them, in pixels."""
_SIGNS = 50
"""Half-width signs in a line."""
_TALLEST = 480
_USUAL_WIDTH, _USUAL_HEIGHT = 8.43, 20
_PIXELS_OF_SIGN, _PIXELS_BESIDE = 7, 5
_POINTS = 0.75
"""Of a pixel."""
_WIDE_FROM = "\u2e80"
"""From here on signs are as wide as two others."""
_NO_END = Text("批注图形不完整", "the drawing of the notes is not complete")


def blocks_in(raw: bytes) -> frozenset[int]:
    """Give the blocks of numbers that a drawing has taken, by its list or by its shapes."""
    listed = {int(one) for found in _IN_USE.findall(raw) for one in _NUMBER.findall(found)}
    return frozenset(listed | {int(number) // BLOCK for number in _SHAPE.findall(raw)})


def free_blocks(taken: Iterable[int]) -> Iterator[int]:
    """Give blocks of numbers that no drawing of a workbook has taken."""
    gone = frozenset(taken)
    return (block for block in count(1) if block not in gone)


def with_boxes(
    raw: bytes | None,
    notes: Mapping[CellRef, str],
    block: int,
    columns: Sequence[Columns],
    usual: float | None,
) -> bytes:
    """Put boxes for notes into a drawing, which is made where there is none.

    `columns` and the `usual` width of all others say how far a box reaches.
    """
    text = _NEW.format(block=block).encode() if raw is None else _listing(raw, block)
    end = _END.search(text)
    if end is None:
        raise Refusal(Fault.DAMAGED, _NO_END)
    boxes = "".join(
        _box(cell, note, block * BLOCK + number, _Ruler(columns, usual))
        for number, (cell, note) in enumerate(notes.items(), 1)
    )
    kind = "" if _TYPE_SIGN in text else _TYPE
    added = _named(kind + boxes, text)
    return text[: end.start()] + added + text[end.start() :]


def with_room(
    raw: bytes,
    notes: Mapping[CellRef, str],
    columns: Sequence[Columns],
    usual: float | None,
) -> bytes:
    """Make the boxes of notes larger that got more to say; where they begin does not change."""
    ruler = _Ruler(columns, usual)

    def larger(box: re.Match[bytes]) -> bytes:
        stated = {key: found[1] for key in _STATED if (found := _STATED[key].search(box[0]))}
        place = [
            whole_number(stated.get(key, b"").decode("utf-8", "replace"), -1) + 1
            for key in ("Row", "Column")
        ]
        note = notes.get(CellRef(*place))
        anchor = _STATED["Anchor"].search(box[0])
        if note is None or anchor is None:
            return box[0]
        old = [int(one) for one in _NUMBER.findall(anchor[1])]
        if len(old) != _CORNERS:
            return box[0]
        grown = ", ".join(map(str, _grown(old, note, ruler))).encode()
        return box[0][: anchor.start(1)] + grown + box[0][anchor.end(1) :]

    return _NOTE.sub(larger, raw)


def _listing(raw: bytes, block: int) -> bytes:
    """Give a drawing whose list of numbers has one more block; one without a list needs none."""
    found = _IN_USE.search(raw)
    if found is None:
        return raw
    more = f",{block}" if found[1].strip() else str(block)
    return raw[: found.end(1)] + more.encode() + raw[found.end(1) :]


def _named(elements: str, drawing: bytes) -> bytes:
    """Declare what our elements begin with, unless the drawing declares it the same way."""
    if all(one.encode() in drawing for one in _SPACES.split(" ")):
        return elements.encode()
    return re.sub(r"<v:shape(?:type)?(?= )", rf"\g<0> {_SPACES}", elements).encode()


class _Ruler:
    """How wide the columns of a sheet are, in pixels."""

    def __init__(self, columns: Sequence[Columns], usual: float | None) -> None:
        self._columns = columns
        self._usual = usual or _USUAL_WIDTH

    def width(self, number: int) -> int:
        """Give the width of a column, counted from 1."""
        found = at_column(self._columns, number)
        signs = self._usual if found is None or found.width is None else found.width
        return int(signs * _PIXELS_OF_SIGN) + _PIXELS_BESIDE

    def reach(self, first: int, pixels: int) -> tuple[int, int]:
        """Give the column in which so many pixels from the edge of one end, and how far in it."""
        for number in range(first, COLUMNS + 1):
            width = self.width(number)
            if pixels <= width:
                return number, pixels
            pixels -= width
        return COLUMNS, 0


def _grown(old: Sequence[int], note: str, ruler: _Ruler) -> tuple[int, ...]:
    """Give the corners of a box that is wide and high enough for one more text."""
    left, beside, top, above, *ends, bottom, below = old
    column, inside = ruler.reach(left + 1, beside + _WIDTH)
    right = max(tuple(ends), (column - 1, inside))
    more = -(-_height(note) // _USUAL_HEIGHT)
    return (left, beside, top, above, *right, min(bottom + more, ROWS - 1), below)


def _height(note: str) -> int:
    """Give the height of a text in pixels."""
    return min(_TALLEST, _MARGIN + _LINE * sum(map(_lines, note.split("\n"))))


def _box(cell: CellRef, note: str, number: int, ruler: _Ruler) -> str:
    height = _height(note)
    left = min(cell.column + 1, COLUMNS)
    right, inside = ruler.reach(left, _WIDTH + _PIXELS_BESIDE)
    top = max(cell.row - 1, 1)
    rows, below = divmod(height, _USUAL_HEIGHT)
    bottom = min(top + rows, ROWS)
    anchor = (left - 1, _PIXELS_BESIDE, top - 1, 2, right - 1, inside, bottom - 1, below)
    return _BOX.format(
        number=number,
        width=_WIDTH * _POINTS,
        height=height * _POINTS,
        order=number % BLOCK,
        anchor=", ".join(map(str, anchor)),
        row=cell.row - 1,
        column=cell.column - 1,
    )


def _lines(line: str) -> int:
    """Count the lines that a line is broken into."""
    signs = sum(2 if sign >= _WIDE_FROM else 1 for sign in line)
    return max(1, -(-signs // _SIGNS))
