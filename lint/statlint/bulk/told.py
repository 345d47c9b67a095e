"""From what was found in a long table to cells that a report can point at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.bulk.counted import Counted, Rare
from statlint.bulk.equations import Equation
from statlint.bulk.look import Looked
from statlint.bulk.repeats import Repeats
from statlint.bulk.source import Source
from statlint.bulk.totals import Sums
from statlint.dataclass import dataclass, replace
from statlint.form import Edit, TableForm
from statlint.formula import Spot
from statlint.grid import Grid
from statlint.inference import Axis, Operator, Relation
from statlint.inference.keys import line_keys
from statlint.inference.plan import lines_of
from statlint.inference.wording import basis_of
from statlint.table import FilledForm, Label, Layout, Strip
from statlint.table.laid_out import laid_out
from statlint.tidy import OddFigure, OddKind, OddText, Repeat, TidyTable
from statlint.tidy.odd import is_rare, may_fall
from statlint.values import CellRange, CellRef

_AROUND = 2
"""Rows above and below a cell that a report shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The rows of a long table that matter, and how its lines and columns are called."""

    looked: Looked
    grid: Grid

    @property
    def sheet(self) -> str | None:
        """The sheet it stands on."""
        return self.grid.name

    def spot(self, row: int, place: int) -> Spot:
        """Give a cell by its row, and its column counted from 0."""
        cell = CellRef(row, place + 1)
        return Spot(
            self.grid.text(row, place + 1), self.sheet, cell, self.line(row), self.head(place)
        )

    def line(self, row: int) -> str:
        """Name a line."""
        return self.grid.text(row, self.looked.excerpt.label + 1)

    def head(self, place: int) -> str:
        """Name a column."""
        for strip in self.looked.excerpt.layout.heads:
            if strip.position == place + 1:
                return strip.text
        return ""


def rows_told(looked: Looked, repeats: Repeats, sums: Sequence[Sums]) -> set[int]:
    """Give the rows of which something is to be said."""
    wanted = {row for one in looked.equations if one.is_meant for row in one.suspects}
    wanted.update(row for pair in repeats.pairs for row in pair)
    wanted.update(row for one in sums if one.fails for row in (one.row, one.first, one.last))
    for column in looked.columns.values():
        wanted.update(column.odd)
        for _, rare in _unlike(column):
            wanted.update(rare.lines)
    return wanted


def cells_of(source: Source, looked: Looked, wanted: Collection[int]) -> Cells:
    """Read some rows again with those around them, and the boxhead."""
    near = {row + step for row in wanted for step in range(-_AROUND, _AROUND + 1)}
    near.update(range(1, looked.excerpt.top + 1))
    return Cells(looked, source.grid(frozenset(near), even=looked.even))


def _unlike(column: Counted) -> Iterator[tuple[OddKind, Rare]]:
    """Go through the ways in which very few figures of a column are unlike all others."""
    if is_rare(column.negative.count, column.count) and not may_fall(column.head):
        yield OddKind.NEGATIVE, column.negative
    if is_rare(column.fraction.count, column.count):
        yield OddKind.FRACTION, column.fraction


def odd_table(cells: Cells, repeats: Repeats) -> TidyTable:
    """Say where each oddity stands."""
    looked = cells.looked
    columns = looked.columns.values()
    layout = looked.excerpt.layout
    return TidyTable(
        cells.sheet,
        CellRange(layout.range.first, CellRef(looked.last, looked.excerpt.cut.width)),
        looked.lines,
        repeats=tuple(_repeats(cells, repeats)),
        texts=tuple(
            OddText(cells.spot(row, column.place), reading, column.count)
            for column in columns
            for row, reading in column.odd.items()
            if column.strange * 2 < column.count
        ),
        figures=tuple(
            OddFigure(cells.spot(row, column.place), kind, column.head, column.count - rare.count)
            for column in columns
            for kind, rare in _unlike(column)
            for row in rare.lines
        ),
    )


def _repeats(cells: Cells, repeats: Repeats) -> Iterator[Repeat]:
    places = [column.place for column in cells.looked.columns.values()]
    for first, again in repeats.pairs:
        alike = all(
            cells.grid.text(first, place + 1) == cells.grid.text(again, place + 1)
            for place in places
        )
        yield Repeat(cells.spot(again, places[0]), cells.spot(first, places[0]), alike)


def lines_at(cells: Cells, rows: Sequence[int]) -> tuple[Strip, ...]:
    """Give some lines, as a layout has them."""
    column = cells.looked.excerpt.label + 1
    return tuple(
        Strip(row, (Label(text, cells.sheet, CellRef(row, column)),) if text else ())
        for row, text in zip(rows, map(cells.line, rows), strict=True)
    )


def filled_form(cells: Cells, rows: Sequence[int], edits: Sequence[Edit]) -> FilledForm | None:
    """Make a form of some lines, with edits on each; None where there is no line."""
    if not rows:
        return None
    excerpt = cells.looked.excerpt
    strips = lines_at(cells, rows)
    lines = lines_of(strips, line_keys(strips), [None] * len(strips))
    block = replace(excerpt.form.blocks[0], lines=lines)
    plan: TableForm = replace(excerpt.form, blocks=(block,), edits=tuple(edits))
    table = laid_out(
        plan,
        _layout(cells, strips),
        list(zip(lines, strips, strict=True)),
        list(zip(block.heads, excerpt.layout.heads, strict=True)),
    )
    form = replace(excerpt.filled.form, tables=(plan,), edits=())
    return FilledForm(form, (table,), period=excerpt.layout.period)


def _layout(cells: Cells, lines: Sequence[Strip]) -> Layout:
    layout, width = cells.looked.excerpt.layout, cells.looked.excerpt.cut.width
    first, last = lines[0].position, lines[-1].position
    left = layout.body.first.column
    return replace(
        layout,
        grid=cells.grid,
        range=CellRange(layout.range.first, CellRef(last, width)),
        lines=tuple(lines),
        body=CellRange(CellRef(first, left), CellRef(last, width)),
        stubs=(CellRange(CellRef(first, 1), CellRef(last, max(1, left - 1))),),
    )


def edits_of(looked: Looked) -> list[Edit]:
    """Give the edits that fail on few lines."""
    return [_edit(one) for one in looked.equations if one.failed and one.is_meant]


def _edit(equation: Equation) -> Edit:
    """Say of an edit on how many lines it holds."""
    relation = Relation(Operator.SUM, Axis.HEADS, 0, (), (), 0)
    held, stated = equation.held, equation.held + equation.failed
    return replace(equation.edit, lines=(), basis=basis_of(relation, held=held, stated=stated))
