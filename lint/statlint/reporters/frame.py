"""The code frame of a table: rows with their numbers, heads above, the marked cell pointed at.

What may be wrong has question marks under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from statlint.finding import Frame, FrameRow
from statlint.reporters.lines import INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line
from statlint.values import CellRef, column_letters

_BAR = " │ "
_LEFT_OUT = "…"
_WIDEST_HEAD = 14
_WIDEST_CELL = 20
_WIDEST_TEXT = 28
_NARROWEST_LABEL = 20
_POINTED, _SUSPECTED = "^", "?"


class _Column(NamedTuple):
    place: int
    number: int
    head: tuple[str, ...]
    room: int


def draw_frame(frame: Frame, page: Page, style: Style) -> Iterator[Line]:
    """Draw a frame: column letters, heads, the rows, ^^^ or ??? under each marked cell."""
    digits = len(str(max((row.number for row in frame.rows), default=0)))
    drawing = _Drawing(frame, page, style, digits)
    yield from drawing.boxhead()
    skips = _skips([row.number for row in frame.rows])
    for row in frame.rows:
        if row.number in skips:
            yield drawing.gap()
        yield from drawing.row(row)


def _skips(numbers: Sequence[int]) -> set[int]:
    """Give the rows or columns before which some of the table are left out."""
    steps = [(after - before, after) for before, after in pairwise(numbers)]
    usual = min((step for step, _ in steps), default=0)
    return {number for step, number in steps if step > usual}


class _Drawing:
    """One frame on its way to the page: which columns fit, and how wide each is."""

    def __init__(self, frame: Frame, page: Page, style: Style, digits: int) -> None:
        self._signs = {
            **dict.fromkeys(frame.suspected, _SUSPECTED),
            **dict.fromkeys(frame.marked, _POINTED),
        }
        self._page = page
        self._ruler = page.ruler
        self._style = style
        self._digits = digits
        self._labels = any(row.label.strip() for row in frame.rows)
        self._heads = any(head.strip() for head in frame.heads)
        room = page.width - len(INDENT) * 2 - digits - self._ruler.width(_BAR)
        self._widest = self._widest_cell(frame, room)
        columns = [self._column(frame, index) for index in range(len(frame.columns))]
        wanted = max((self._ruler.width(one_line(row.label)) for row in frame.rows), default=0)
        least = min(wanted, max(_NARROWEST_LABEL, room * 2 // 5))
        self._columns = self._fitting(columns, room - least)
        self._skips = _skips([column.number for column in self._columns])
        taken = sum(column.room + 2 for column in self._columns)
        taken += len(self._skips) * (len(INDENT) + self._ruler.width(_LEFT_OUT))
        self._label = max(0, min(wanted, room - taken))

    def _widest_cell(self, frame: Frame, room: int) -> int:
        """Give figures little room; texts without a line and a head may fill the page."""
        if self._labels or self._heads:
            return _WIDEST_CELL
        texts = zip(*(row.cells for row in frame.rows), strict=True)
        widths = [max(self._ruler.width(one_line(text)) for text in column) for column in texts]
        room -= len(INDENT) * len(widths)
        caps = range(room, _WIDEST_TEXT, -1)
        fitting = (cap for cap in caps if sum(min(width, cap) for width in widths) <= room)
        return next(fitting, _WIDEST_TEXT)

    def _column(self, frame: Frame, index: int) -> _Column:
        head = self._broken_head(frame.heads[index])
        texts = [one_line(row.cells[index]) for row in frame.rows]
        number = frame.columns[index]
        room = max(
            len(column_letters(number)),
            *(self._ruler.width(text) for text in head),
            *(min(self._widest, self._ruler.width(text)) for text in texts),
        )
        return _Column(index, number, head, room)

    def _broken_head(self, head: str) -> tuple[str, ...]:
        """Break a head into two lines where one is too long."""
        lines = self._ruler.wrap(one_line(head), _WIDEST_HEAD)
        if len(lines) > 1:
            return lines[0], self._ruler.cut("".join(lines[1:]), _WIDEST_HEAD)
        return tuple(line for line in lines if line)

    def _fitting(self, columns: list[_Column], room: int) -> list[_Column]:
        """Leave out the columns farthest from the marked ones until the others fit."""
        marked = {ref.column for ref in self._signs} or {columns[0].number}
        while len(columns) > 1 and sum(column.room + 2 for column in columns) > room:
            columns.remove(
                max(columns, key=lambda one: min(abs(one.number - mark) for mark in marked))
            )
        return columns

    def boxhead(self) -> Iterator[Line]:
        """Write the column letters and under them the heads, their last lines side by side."""
        margin = " " * (len(INDENT) * 2 + self._digits)
        letters = [column_letters(column.number) for column in self._columns]
        yield self._across(margin, letters, Style.FAINT, skip=_LEFT_OUT)
        height = max(len(column.head) for column in self._columns)
        for level in range(height, 0, -1):
            heads = [
                column.head[-level] if len(column.head) >= level else "" for column in self._columns
            ]
            yield self._across(margin, heads, Style.PLAIN)

    def _across(self, margin: str, texts: Sequence[str], style: Style, *, skip: str = "") -> Line:
        pairs = zip(texts, self._columns, strict=True)
        cells = "".join(self._cell(text, column, skip=skip) for text, column in pairs)
        return (
            Span(margin),
            Span(_BAR, Style.FAINT),
            Span(" " * self._label),
            Span(cells.rstrip(), style),
        )

    def _cell(self, text: str, column: _Column, *, skip: str = "") -> str:
        right = self._labels or self._heads
        cut = self._ruler.cut(text, column.room)
        written = INDENT + self._ruler.pad(cut, column.room, right=right)
        if column.number not in self._skips:
            return written
        return INDENT + self._ruler.pad(skip, self._ruler.width(_LEFT_OUT)) + written

    def gap(self) -> Line:
        """Show that rows are left out."""
        dots = self._ruler.pad(_LEFT_OUT, self._digits, right=True)
        return (Span(INDENT * 2 + dots, Style.FAINT), Span(_BAR.rstrip(), Style.FAINT))

    def row(self, row: FrameRow) -> Iterator[Line]:
        """Write a row, and under it the signs that point at its marked cells."""
        signs = {
            column: self._signs[ref]
            for column in self._columns
            if (ref := CellRef(row.number, column.number)) in self._signs
        }
        pointed = _POINTED in signs.values()
        label = self._ruler.pad(self._ruler.cut(one_line(row.label), self._label), self._label)
        yield (
            Span(INDENT),
            Span("> ", self._style) if pointed else Span("  "),
            Span(f"{row.number:>{self._digits}}{_BAR}", Style.FAINT),
            Span(label, Style.STRONG if signs else Style.PLAIN),
            *(
                Span(
                    self._cell(one_line(row.cells[column.place]), column),
                    self._style if column in signs else Style.PLAIN,
                )
                for column in self._columns
            ),
        )
        if signs:
            yield self._pointers(row, signs)

    def _pointers(self, row: FrameRow, signs: Mapping[_Column, str]) -> Line:
        margin = " " * (len(INDENT) * 2 + self._digits)
        pointers = ""
        for column in self._columns:
            size = min(column.room, self._ruler.width(one_line(row.cells[column.place])) or 3)
            pointers += self._cell(signs.get(column, "") * size, column)
        return (
            Span(margin),
            Span(_BAR, Style.FAINT),
            Span(" " * self._label),
            Span(pointers.rstrip(), self._style),
        )
