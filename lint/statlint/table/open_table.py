"""From an open table that was found to a table of the form: unrolled, with its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.form import Head, Line, PrintedLine, TableForm
from statlint.form.unroll import unroll
from statlint.table.model import FoundHead, FoundLine, Label, Part, StatedFigure, Table
from statlint.table.open_columns import Columns
from statlint.table.open_lines import PlacedLine, lines_of
from statlint.table.open_plan import OpenPlan
from statlint.table.open_rows import RowKind
from statlint.table.open_sections import OpenFind, Section
from statlint.table.open_stated import Stated, stated_figures, with_stated
from statlint.table.view import View


def open_table(find: OpenFind, around: Sequence[Label]) -> Table:
    """Make the table of one unit; `around` are the labels over and under it."""
    plan, first = find.plan, find.sections[0]
    lines = lines_of(plan, [row for section in find.sections for row in section.rows])
    words = [
        row.view.label(row.row, row.column)
        for section in find.sections
        for row in section.rows
        if row.kind is RowKind.WORDS and row.column is not None
    ]
    said = stated_figures(plan, lines, first.heads, first.columns, [*words, *around])
    printed, heads = with_stated(plan, lines, first.heads, said)
    missing = _missing(plan, printed)
    lacking = (PrintedLine(line.key, line) for line in missing)
    table = unroll(plan.table, (*printed, *lacking), heads)
    parts = tuple(
        _part(find.view, section, table, lines, said if section is first else ())
        for section in find.sections
    )
    return Table(plan=table, parts=parts, missing_lines=missing)


def _missing(plan: OpenPlan, printed: Sequence[PrintedLine]) -> tuple[Line, ...]:
    """Give the lines that must be there in any such table and are not."""
    there = {line.line.key for line in printed}
    return tuple(
        line
        for line in plan.block.figure_lines
        if not (line.repeat or line.optional or line.of or line.under) and line.key not in there
    )


def _part(
    view: View,
    section: Section,
    table: TableForm,
    lines: Sequence[PlacedLine],
    said: Sequence[Stated],
) -> Part:
    (block,) = table.blocks
    known = {line.key: line for line in block.lines}
    heads = {head.key: head for head in block.heads}
    here = [one for one in lines if one.at.columns is section.columns]
    return Part(
        grid=view.grid,
        block=block,
        range=section.range_on(view),
        lines=tuple(_found_lines(view, here, known, section.columns)),
        heads=tuple(_found_heads(view, section, heads)),
        turned=view.turned,
        stated=tuple(
            StatedFigure(known[one.line], heads[one.head], one.label, one.reading)
            for one in said
            if one.line in known and one.head in heads
        ),
    )


def _found_lines(
    view: View, lines: Sequence[PlacedLine], known: dict[str, Line], columns: Columns
) -> Iterator[FoundLine]:
    for one in lines:
        line = known.get(one.printed.line.key)
        if line is None or line.heading or not _has_row(one):
            continue
        row = one.at.row
        if one.column is not None:
            label = view.label(row, one.column)
        else:
            first = min(columns.figures, default=columns.boxhead.first_column)
            label = Label(line.label.zh, view.grid.name, view.ref(row, first), printed=False)
        yield FoundLine(line, label, _position(view, row, lines_down=True))


def _has_row(one: PlacedLine) -> bool:
    """Tell whether a line has a row of its own; a group's name may stand beside an item's."""
    return one.figures and one.at.kind is not RowKind.HEADING


def _found_heads(view: View, section: Section, known: dict[str, Head]) -> Iterator[FoundHead]:
    rows = {leaf.column: leaf for leaf in section.boxhead.leaves}
    for one in section.heads:
        head = known.get(one.printed.head.key)
        if head is None or one.column is None:
            continue
        leaf = rows[one.column]
        label = (
            view.label(leaf.row, one.column)
            if leaf.text
            else Label(head.label.zh, view.grid.name, view.ref(leaf.row, one.column), printed=False)
        )
        yield FoundHead(head, label, _position(view, one.column, lines_down=False))


def _position(view: View, position: int, *, lines_down: bool) -> int:
    """Give the row (column, if turned) of the sheet that a row or column of the view is."""
    row, column = view.on_sheet(position, position)
    return row if lines_down is not view.turned else column
