"""A table drawn as it was understood: heads, lines, figures, and marks of the relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from statlint.inference import Axis, Understood
from statlint.reporters.infer_fit import Column, fitting, head_lines, shown_lines
from statlint.reporters.infer_marks import Lettered, legend, mark_on, rails
from statlint.reporters.infer_words import SAID
from statlint.reporters.lines import INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line
from statlint.table import Layout
from statlint.values import CellRef, column_letters

_MOST_RAILS, _ROOM_FOR_A_RAIL = 5, 16
_MOST_ROWS_OF_MARKS = 4
_WIDEST_CELL = 12
_WIDEST_LABEL = 26
_NARROWEST_LABEL, _HARDLY_A_LABEL = 10, 6
_BAR = "│"
_LEFT_OUT = "…"


def draw_table(understood: Understood, relations: Sequence[Lettered], page: Page) -> Iterator[Line]:
    """Draw a table; what does not fit is left out, and how much is said."""
    drawing = _Drawing(understood, relations, page)
    yield drawing.letters()
    yield from drawing.boxhead()
    yield from drawing.marks()
    yield drawing.ruled()
    yield from drawing.body()
    yield from drawing.left_out()
    yield from legend(relations, page)


class _Drawing:
    """One table on its way to the page: which lines and heads fit, and the marks beside them."""

    def __init__(self, understood: Understood, relations: Sequence[Lettered], page: Page) -> None:
        self._layout = understood.layout
        self._page = page
        self._ruler = page.ruler
        self._broken = _broken(understood)
        most = max(1, min(_MOST_RAILS, page.width // _ROOM_FOR_A_RAIL))
        self._side = rails(relations, Axis.LINES, most)
        self._below = rails(relations, Axis.HEADS, _MOST_ROWS_OF_MARKS)
        self._mark_rooms = [max(len(one.letter) for one in rail) + 1 for rail in self._side]
        self._lines = shown_lines(len(self._layout.lines))
        self._digits = len(str(max(line.position for line in self._layout.lines)))
        room = page.width - len(INDENT) - self._digits - len(f" {_BAR} ")
        room -= sum(own + 1 for own in self._mark_rooms) + 1
        labels = [self._label(place) for place in self._lines if place is not None]
        wanted = max((self._ruler.width(label) for label in labels), default=0)
        least = min(wanted, max(_NARROWEST_LABEL, room // 4), max(_HARDLY_A_LABEL, room // 2))
        widest = max(_HARDLY_A_LABEL, min(_WIDEST_CELL, room - least - 2 * len(INDENT)))
        columns = [self._column(place, widest) for place in range(len(self._layout.heads))]
        self._columns, self._gap = fitting(columns, room - least)
        taken = sum(column.room + 2 for column in self._columns) + 2 * (self._gap is not None)
        self._label_room = min(wanted, _WIDEST_LABEL, max(room - taken, least))

    def _column(self, place: int, widest: int) -> Column:
        head = self._layout.heads[place]
        texts = [self._text(line, place) for line in self._lines if line is not None]
        marks = [mark_on(rail, place) for rail in self._below]
        widths = [self._ruler.width(text) for text in (*texts, *marks, one_line(head.text))]
        return Column(place, head, min(max(2, *widths), widest))

    def _text(self, line: int, head: int) -> str:
        ref = cell_at(self._layout, line, head)
        return one_line(self._layout.grid.text(ref.row, ref.column))

    def _label(self, place: int) -> str:
        strip = self._layout.lines[place]
        return INDENT[:1] * 2 * strip.level + one_line(strip.text)

    def letters(self) -> Line:
        """Write the letters of the columns."""
        return self._across(
            [column_letters(one.head.position) for one in self._columns], Style.FAINT
        )

    def boxhead(self) -> Iterator[Line]:
        """Write the heads, spanner heads over them; one that spans several is written once."""
        depth = max((len(one.head.labels) for one in self._columns), default=0)
        for level in range(depth, 1, -1):
            yield self._spanners(level)
        broken = [head_lines(one, self._ruler) for one in self._columns]
        height = max((len(lines) for lines in broken), default=0)
        for level in range(height, 0, -1):
            texts = [lines[-level] if level <= len(lines) else "" for lines in broken]
            yield self._across(texts, Style.STRONG)

    def _spanners(self, level: int) -> Line:
        cells = ""
        for label, group in groupby(
            self._columns,
            key=lambda one: one.head.labels[-level] if len(one.head.labels) >= level else None,
        ):
            own = list(group)
            room = sum(one.room + 2 for one in own) - 2
            text = self._ruler.cut(one_line(label.text), room) if label else ""
            cells += INDENT + self._ruler.pad(text, room)
        return (Span(self._margin("")), Span(cells.rstrip(), Style.STRONG))

    def marks(self) -> Iterator[Line]:
        """Write under the heads what they are in the relations between heads."""
        for rail in self._below:
            yield self._across([mark_on(rail, one.place) for one in self._columns], Style.PASSED)

    def ruled(self) -> Line:
        """Draw the line between boxhead and body."""
        width = self._ruler.width(self._margin("")) + sum(one.room + 2 for one in self._columns)
        width += 2 * (self._gap is not None) + sum(own + 1 for own in self._mark_rooms)
        signs = (width - len(INDENT)) // self._ruler.width("─")
        return (Span(INDENT), Span("─" * signs, Style.FAINT))

    def body(self) -> Iterator[Line]:
        """Write the lines, each with what it is in the relations between lines."""
        for place in self._lines:
            if place is None:
                count = len(self._layout.lines) - len(self._lines) + 1
                said = SAID["lines-left"].of(self._page.language).format(count=count)
                dots = self._ruler.pad(_LEFT_OUT, self._digits, right=True)
                yield (Span(f"{INDENT}{dots} {_BAR} {said}", Style.FAINT),)
            else:
                yield from self._line(place)

    def _line(self, place: int) -> Iterator[Line]:
        strip = self._layout.lines[place]
        broken = {one.place for one in self._columns if (place, one.place) in self._broken}
        cells = [
            Span(
                self._cell(self._text(place, one.place), one),
                Style.WARNING if one.place in broken else Style.PLAIN,
            )
            for one in self._columns
        ]
        marks = " ".join(
            self._ruler.pad(mark_on(rail, place), room)
            for rail, room in zip(self._side, self._mark_rooms, strict=True)
        )
        number = f"{INDENT}{strip.position:>{self._digits}} {_BAR} "
        label = self._ruler.cut(self._label(place), self._label_room)
        yield (
            Span(number, Style.FAINT),
            Span(
                self._ruler.pad(label, self._label_room),
                Style.PLAIN if strip.figures else Style.STRONG,
            ),
            *cells,
            Span(INDENT + marks.rstrip(), Style.PASSED),
        )
        if broken:
            pointers = "".join(
                self._cell(
                    "^" * min(one.room, self._ruler.width(self._text(place, one.place)))
                    if one.place in broken
                    else "",
                    one,
                )
                for one in self._columns
            )
            yield (Span(self._margin("")), Span(pointers.rstrip(), Style.WARNING))

    def left_out(self) -> Iterator[Line]:
        """Say which heads did not fit."""
        if self._gap is None:
            return
        shown = {one.place for one in self._columns}
        heads = self._layout.heads
        hidden = [place for place in range(len(heads)) if place not in shown]
        ends = [column_letters(heads[place].position) for place in (hidden[0], hidden[-1])]
        said = SAID["heads-left"].of(self._page.language)
        columns = "–".join(dict.fromkeys(ends))
        yield from self._page.wrapped(
            said.format(count=len(hidden), columns=columns), style=Style.FAINT
        )

    def _margin(self, label: str) -> str:
        number = " " * self._digits
        return f"{INDENT}{number} {_BAR} {self._ruler.pad(label, self._label_room)}"

    def _across(self, texts: Sequence[str], style: Style) -> Line:
        pairs = zip(texts, self._columns, strict=True)
        cells = "".join(self._cell(text, column) for text, column in pairs)
        return (Span(self._margin("")), Span(cells.rstrip(), style))

    def _cell(self, text: str, column: Column) -> str:
        dots = f" {_LEFT_OUT}"[: 2 * (column.place == self._gap)]
        cut = self._ruler.cut(text, column.room)
        return dots + INDENT + self._ruler.pad(cut, column.room, right=True)


def _broken(understood: Understood) -> set[tuple[int, int]]:
    """Give the places of the aggregates, line and head, whose parts do not make them."""
    return {
        (relation.aggregate, missed)
        if relation.axis is Axis.LINES
        else (missed, relation.aggregate)
        for relation in understood.relations
        for missed in relation.missed
    }


def cell_at(layout: Layout, line: int, head: int) -> CellRef:
    """Give the cell where a line and a head cross."""
    return layout.ref(layout.lines[line], layout.heads[head])
