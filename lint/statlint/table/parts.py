"""From a candidate to a part of a table, with all that is printed otherwise than the form says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from statlint.dataclass import dataclass, replace
from statlint.table.candidate import Candidate
from statlint.table.form_view import FormView
from statlint.table.known_words import CODES, SURE
from statlint.table.model import FoundHead, FoundLine, GroupFigure, Label, Part
from statlint.table.stub import StubRow
from statlint.typed import TypeVar
from statlint.values import CellRange, CellRef, label_key


@dataclass(frozen=True, slots=True)
class _Strays:
    """Rows of a candidate's region that are no line in its place."""

    extra: tuple[Label, ...] = ()
    repeated: tuple[FoundLine, ...] = ()
    misplaced: tuple[FoundLine, ...] = ()


def part_of(candidate: Candidate, taken: Collection[int]) -> Part:
    """Make a part of a candidate; `taken` are rows of its view that other parts use."""
    view = candidate.view
    lines = _found_lines(candidate)
    heads = _found_heads(candidate)
    strays = _strays(candidate, lines, taken)
    more = _more_heads(candidate, heads)
    figure_lines = tuple(found for found in lines if not found.line.heading)
    placed = partial(_on_sheet, view)
    return Part(
        grid=view.grid,
        block=candidate.printed.block,
        range=_range(candidate, (*lines, *strays.misplaced), heads),
        lines=tuple(map(placed, (*figure_lines, *strays.misplaced))),
        heads=tuple(map(placed, heads)),
        turned=view.turned,
        extra_lines=strays.extra,
        extra_heads=tuple(one for one in more if isinstance(one, Label)),
        repeated=tuple(
            map(placed, (*strays.repeated, *(one for one in more if isinstance(one, FoundHead))))
        ),
        misplaced=tuple(map(placed, (*strays.misplaced, *_misplaced_heads(candidate, heads)))),
        group_figures=tuple(_group_figures(candidate, lines)),
    )


Found = TypeVar("Found", FoundLine, FoundHead)


def _on_sheet(view: FormView, found: Found) -> Found:
    """Give a line or head with its position on the sheet in place of that in the view."""
    row, column = view.on_sheet(found.position, found.position)
    stands_in_row = isinstance(found, FoundLine) is not view.turned
    return replace(found, position=row if stands_in_row else column)


def _found_lines(candidate: Candidate) -> tuple[FoundLine, ...]:
    rows = {row.row: row for row in candidate.rows}
    return tuple(
        FoundLine(line, _line_label(candidate, rows.get(row), row), row)
        for line, row in candidate.lines
    )


def _line_label(candidate: Candidate, row: StubRow | None, position: int) -> Label:
    """Give the printed label of a line; where it has none, the form's, at its first figure."""
    view = candidate.view
    if row is not None and row.texts:
        return view.label(row.row, row.columns[-1])
    first = min(column for _, column in candidate.heads)
    line = next(line for line, at in candidate.lines if at == position)
    return Label(line.label.zh, view.grid.name, view.ref(position, first), printed=False)


def _found_heads(candidate: Candidate) -> tuple[FoundHead, ...]:
    view, boxhead = candidate.view, candidate.boxhead
    rows = {leaf.column: leaf for leaf in view.leaves(boxhead.first_row, boxhead.last_row)}
    found = []
    for head, column in candidate.heads:
        leaf = rows.get(column)
        label = (
            view.label(leaf.row, column)
            if leaf is not None and leaf.text
            else Label(
                head.label.zh, view.grid.name, view.ref(boxhead.last_row, column), printed=False
            )
        )
        found.append(FoundHead(head, label, column))
    return tuple(found)


def _strays(candidate: Candidate, lines: Sequence[FoundLine], taken: Collection[int]) -> _Strays:
    """Sort the rows that were not matched: a line printed twice, out of order, or unknown."""
    used = {found.position for found in lines}
    present = {found.line.key for found in lines}
    wanted = candidate.printed.lines
    extra, repeated, misplaced = [], [], []
    for row in _rows_of_table(candidate, used, taken):
        likely = [
            wanted.lines[index]
            for index, score in candidate.view.words.line_scores(row.leaf, wanted.worded).items()
            if score >= SURE and not wanted.lines[index].heading
        ]
        label = candidate.view.label(row.row, row.columns[-1])
        if len(likely) != 1:
            extra.append(label)
        elif likely[0].key in present:
            repeated.append(FoundLine(likely[0], label, row.row))
        else:
            misplaced.append(FoundLine(likely[0], label, row.row))
            present.add(likely[0].key)
    return _Strays(tuple(extra), tuple(repeated), tuple(misplaced))


def _rows_of_table(
    candidate: Candidate, used: Collection[int], taken: Collection[int]
) -> Iterator[StubRow]:
    """Go through the labelled rows with figures that lie in the table but are no line of it.

    Below the last line the table goes on as long as such rows follow one another.
    """
    last = max(used)
    for row in candidate.rows:
        if row.row in used:
            continue
        inside = row.row < last
        if not inside and row.row != last + 1:
            return
        if row.figures and row.texts and row.row not in taken:
            yield row
            last = max(last, row.row)


def _misplaced_heads(candidate: Candidate, heads: Sequence[FoundHead]) -> Iterator[FoundHead]:
    boxhead = candidate.boxhead
    columns = {boxhead.columns[index] for index in boxhead.misplaced}
    return (found for found in heads if found.position in columns)


def _more_heads(candidate: Candidate, heads: Sequence[FoundHead]) -> list[Label | FoundHead]:
    """List the columns with a head and figures that stand among or right after the heads.

    A head of the form that comes again is told apart from one merely spread over several cells by
    its figures: those of a spread cell are the same or not there.
    """
    view, boxhead = candidate.view, candidate.boxhead
    if candidate.printed.slots:
        return []
    known = {found.position: found for found in heads}
    by_text = {label_key(found.label.text): found for found in heads}
    last = boxhead.last_column
    more: list[Label | FoundHead] = []
    for leaf in view.leaves(boxhead.first_row, boxhead.last_row):
        if leaf.column in known or not boxhead.first_column <= leaf.column <= last + 1:
            continue
        if not leaf.text or label_key(leaf.text) in CODES:
            continue
        if not _holds_figures(candidate, leaf.column):
            continue
        first = by_text.get(label_key(view.wording(leaf.row, leaf.column)))
        if first is None:
            more.append(view.label(leaf.row, leaf.column))
        elif not view.same(candidate.used_rows, first.position, leaf.column):
            label = view.label(leaf.row, leaf.column)
            more.append(FoundHead(first.head, label, leaf.column))
        last = max(last, leaf.column)
    return more


def _holds_figures(candidate: Candidate, column: int) -> bool:
    has_figure = candidate.view.has_figure
    return any(has_figure(row, column) for row in candidate.used_rows)


def _group_figures(candidate: Candidate, lines: Sequence[FoundLine]) -> Iterator[GroupFigure]:
    view = candidate.view
    for found in lines:
        if not found.line.heading:
            continue
        for _, column in candidate.heads:
            if view.has_figure(found.position, column):
                yield GroupFigure(
                    found.line,
                    found.label,
                    view.ref(found.position, column),
                    view.reading(found.position, column),
                )


def _range(
    candidate: Candidate, lines: Sequence[FoundLine], heads: Sequence[FoundHead]
) -> CellRange:
    view = candidate.view
    columns = [found.position for found in heads]
    first = min([*columns, *_stub_columns(candidate)])
    last_row = max(found.position for found in lines)
    return _ordered(view.ref(candidate.boxhead.first_row, first), view.ref(last_row, max(columns)))


def _stub_columns(candidate: Candidate) -> Iterator[int]:
    """Go through the columns that hold labels of lines and headings; a title beside is none."""
    lines, words = candidate.printed.lines, candidate.view.words
    used = candidate.used_rows
    for row in candidate.rows:
        if row.row in used and row.texts:
            yield row.columns[-1]
            for text, column in zip(row.texts, row.columns, strict=True):
                if any(score >= SURE for score in words.line_scores(text, lines.worded).values()):
                    yield column


def _ordered(one: CellRef, other: CellRef) -> CellRange:
    return CellRange(
        CellRef(min(one.row, other.row), min(one.column, other.column)),
        CellRef(max(one.row, other.row), max(one.column, other.column)),
    )
