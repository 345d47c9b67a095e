"""Some rows of a long table: its boxhead, what is in its columns, and which relations they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.bulk.keys import places_of
from statlint.bulk.source import Source, grid_of
from statlint.dataclass import dataclass
from statlint.form import Head, TableForm
from statlint.grid import Grid
from statlint.inference import Understood, across_heads
from statlint.inference.forms import filled_form
from statlint.table import FilledForm, Layout, Role, Strip
from statlint.table.layouts import layouts_of
from statlint.workbook.slabs import Cut

_FIRST, _WITHIN, _LAST = 60, 60, 12
"""Rows taken of the beginning, of places further on, and of the end."""
_FEWEST_HEADS = 1
_NEARLY_ALL = 0.9
_ENDS = 3
"""Lines at either end among which a total of the others stands."""
_NO_FIGURES = frozenset({Role.CODE, Role.ORDINAL, Role.YEAR})


@dataclass(frozen=True, slots=True, eq=False)
class Excerpt:
    """What some rows show of a long table.

    Columns count from 0. `filled` states the relations that hold on each line, `top` is the last
    row of the boxhead, `label` the column that names lines, `keys` those that tell them apart.
    `totals` are the lines at both ends that are totals by their labels.
    """

    layout: Layout
    filled: FilledForm
    cut: Cut
    top: int
    label: int
    keys: tuple[int, ...]
    totals: tuple[Total, ...] = ()

    @property
    def form(self) -> TableForm:
        """What it states of the table."""
        return self.filled.form.tables[0]

    @property
    def heads(self) -> tuple[tuple[Head, Strip], ...]:
        """The heads over figures that count or measure something, and where they stand."""
        found = zip(self.form.blocks[0].heads, self.layout.heads, strict=True)
        return tuple((head, strip) for head, strip in found if _measures(strip))


@dataclass(frozen=True, slots=True)
class Total:
    """A line that is the total of the others by its label, as its row is written.

    `place` is its row; where it stands at the end, how many rows follow, taken below 0: 0, -1.
    """

    texts: tuple[str, ...]
    place: int

    def row(self, last: int) -> int:
        """Give its row in a file whose last row is known."""
        return self.place if self.place > 0 else last + self.place


def _measures(head: Strip) -> bool:
    return head.figures and not head.roles & _NO_FIGURES


def excerpt_of(source: Source) -> Excerpt | None:
    """Look at some rows; None where they are not one table with a boxhead and a stub."""
    sample = source.sample()
    width = Counter(map(len, sample)).most_common(1)[0][0] if sample else 0
    first = sample[:_FIRST]
    last = [row for row in source.last()[-_LAST:] if row not in first]
    within = [row for row in _spread(sample[_FIRST:], _WITHIN) if row not in last]
    rows = [*first, *within, *last]
    layout = _layout(grid_of(dict(enumerate(rows, 1))), len(rows), width)
    if layout is None:
        return None
    figures = {head.position - 1 for head in layout.heads if head.figures and not head.shift}
    texts = [place for place in range(width) if place not in figures]
    top = layout.body.first.row - 1
    totals = tuple(_totals(layout, rows, len(first) + len(within)))
    named = {total.texts for total in totals}
    body = [row for row in rows[top:] if len(row) == width and tuple(row) not in named]
    filled = filled_form([Understood(layout, across_heads(layout))])
    if filled is None or not texts:
        return None
    keys = places_of(body, _stub(layout))
    return Excerpt(
        layout,
        filled,
        Cut(source.separator, width, max(texts[-1], *keys, 0) + 1),
        top,
        _label(layout, texts),
        keys,
        totals,
    )


def _spread(rows: Sequence[Sequence[str]], most: int) -> Iterator[Sequence[str]]:
    """Take some rows, as far apart as can be, and those beside each: runs of three."""
    step = max(1, 3 * len(rows) // most)
    for at in range(0, len(rows), step):
        yield from rows[at : at + 3]


def _layout(grid: Grid, rows: int, width: int) -> Layout | None:
    """Find the one table that nearly all rows are of."""
    found = layouts_of(grid)
    if len(found) != 1:
        return None
    layout = found[0]
    heads = [head for head in layout.heads if _measures(head)]
    fits = all(head.position <= width and head.labels for head in heads)
    if len(heads) < _FEWEST_HEADS or not fits or not layout.stubs:
        return None
    return layout if len(layout.lines) >= _NEARLY_ALL * rows else None


def _stub(layout: Layout) -> list[int]:
    """Give the columns that label lines, and those of codes."""
    columns = {
        column - 1
        for stub in layout.stubs
        for column in range(stub.first.column, stub.last.column + 1)
    }
    columns |= {head.position - 1 for head in layout.heads if Role.CODE in head.roles}
    return sorted(columns)


def _label(layout: Layout, texts: Sequence[int]) -> int:
    """Give the column that most lines have their label in."""
    columns = Counter(line.labels[-1].cell.column - 1 for line in layout.lines if line.labels)
    return columns.most_common(1)[0][0] if columns else texts[0]


def _totals(layout: Layout, rows: Sequence[Sequence[str]], end: int) -> Iterator[Total]:
    """Go through the lines at both ends that are totals by their labels."""
    lines = layout.lines
    for at, line in enumerate(lines):
        near = at < _ENDS or at >= len(lines) - _ENDS
        if near and Role.TOTAL in line.roles:
            row = line.position
            yield Total(tuple(rows[row - 1]), row - len(rows) if row > end else row)
