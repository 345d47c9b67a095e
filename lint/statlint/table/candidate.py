"""A place of a sheet that may be a block of a form, before it is settled which form it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.form import Head, Line
from statlint.table.boxhead import Boxhead, find_boxheads
from statlint.table.extent import Extent, extent_of
from statlint.table.form_view import FormView
from statlint.table.known_words import SURE
from statlint.table.plan import Print
from statlint.table.stub import StubRow, is_numbering, match_rows, stub_row
from statlint.values import Figure, Flaw, Mark, Unreadable, label_key

_CAPTION_ROWS = 3
_BEYOND_CHANCE = 3
_LONGEST = 2000
"""Rows below a boxhead that are looked at; forms have fewer than a hundred lines."""
_SPREAD = 2
"""Blank rows that may stand between a boxhead and its one row of figures."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Lines and heads with the row and column each was found in; `score` adds up their likeness.

    `rows` are all rows of the region, with the labels read; `matched` the line's index by theirs.
    """

    view: FormView
    printed: Print
    boxhead: Boxhead
    lines: tuple[tuple[Line, int], ...]
    heads: tuple[tuple[Head, int], ...]
    rows: tuple[StubRow, ...]
    score: float

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """The table's key, and its lines that were found."""
        return self.printed.table.key, frozenset(
            line.key for line, _ in self.lines if not line.heading
        )

    @property
    def first_row(self) -> int:
        """The first row of the boxhead in the view."""
        return self.boxhead.first_row

    @property
    def used_rows(self) -> frozenset[int]:
        """The rows of the view that hold its lines."""
        return frozenset(row for _, row in self.lines)

    @property
    def used_columns(self) -> frozenset[int]:
        """The columns of the view that stand under its heads."""
        return frozenset(column for _, column in self.heads)

    def shares_cells(self, other: Candidate) -> bool:
        """Tell whether two candidates of a sheet, each upright or turned, use the same cells."""
        rows, columns = self._on_sheet()
        other_rows, other_columns = other._on_sheet()
        return bool(rows & other_rows) and bool(columns & other_columns)

    def _on_sheet(self) -> tuple[frozenset[int], frozenset[int]]:
        rows, columns = self.used_rows, self.used_columns
        return (columns, rows) if self.view.turned else (rows, columns)


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """A boxhead printed in one way, and how far its table reaches."""

    printed: Print
    boxhead: Boxhead
    extent: Extent


def starts_of(view: FormView, prints: Sequence[Print]) -> list[Start]:
    """Find every boxhead of a table's blocks, printed in one way."""
    return [
        Start(one, found, extent_of(view, found))
        for one in prints
        for found in find_boxheads(view, one.heads)
    ]


def find_candidates(
    view: FormView, starts: Sequence[Start], barriers: Collection[Extent]
) -> list[Candidate]:
    """Find the lines below each boxhead; no block reaches past the next table below it."""
    candidates: list[Candidate] = []
    for start in starts:
        end = start.extent.end(barriers, view.rows)
        if start.printed.slots:
            candidates += _flat(view, start, end)
        elif start.printed.stacked:
            candidates += _stacked(view, start, end, starts)
        else:
            candidates += _down(view, start, end, barriers)
    return candidates


def _down(
    view: FormView, start: Start, end: int, barriers: Collection[Extent]
) -> Iterator[Candidate]:
    one, boxhead = start.printed, start.boxhead
    columns = list(boxhead.columns.values())
    stub = start.extent.stub(barriers, end)
    last = min(end, boxhead.last_row + _LONGEST)
    rows = [
        row
        for position in range(boxhead.last_row + 1, last)
        if not is_numbering(row := stub_row(view, position, stub, columns), view, columns)
    ]
    matched, scores = match_rows(rows, one.lines, view.words)
    lines = tuple((one.lines.lines[line], rows[index].row) for index, line in matched.items())
    sure = sum(score >= SURE for score in scores)
    if not sure or all(line.heading for line, _ in lines) or not _enough(sure, start):
        return
    if _mostly_others(rows, {row for _, row in lines}, start):
        return
    yield Candidate(
        view,
        one,
        boxhead,
        lines,
        tuple((boxhead.plan.heads[head], column) for head, column in boxhead.columns.items()),
        tuple(rows),
        sum(scores) + boxhead.score,
    )


def _enough(lines: int, start: Start) -> bool:
    """Tell whether lines and heads together are too many to be alike by chance."""
    expected = sum(not line.heading for line in start.printed.lines.lines)
    return lines + len(start.boxhead.columns) >= _BEYOND_CHANCE or 2 * lines >= expected


def _mostly_others(rows: Sequence[StubRow], used: set[int], start: Start) -> bool:
    """Tell whether the table is another one that shares a line: most of its lines are unknown.

    Only where a single line or at most half of the block's are there; local lines are few.
    """
    expected = sum(not line.heading for line in start.printed.lines.lines)
    if len(used) > 1 and 2 * len(used) > expected:
        return False
    known = {
        label_key(wording)
        for line in start.printed.table.lines()
        for wording in (line.label.zh, line.label.en, *line.aliases)
    }
    around = [
        row
        for row in rows
        if row.figures and row.texts and row.row not in used and label_key(row.leaf) not in known
    ]
    near = [row for row in around if min(used) - len(around) <= row.row <= max(used) + len(around)]
    return len(near) >= 2 * len(used)


def _row_of_figures(view: FormView, boxhead: Boxhead, end: int) -> int | None:
    """Find the row of figures under a boxhead: the first that holds any, else the row below it.

    A row of words (a note, the next caption) is none and ends the search.
    """
    below = boxhead.last_row + 1
    for row in range(below, min(end, below + 1 + _SPREAD)):
        readings = [view.reading(row, column) for column in boxhead.columns.values()]
        if any(isinstance(reading, Figure | Mark) for reading in readings):
            return row
        if any(
            isinstance(reading, Unreadable) and reading.flaw is Flaw.TEXT for reading in readings
        ):
            break
    return below if below < end or end > view.rows else None


def _flat(view: FormView, start: Start, end: int) -> Iterator[Candidate]:
    one, boxhead = start.printed, start.boxhead
    row = _row_of_figures(view, boxhead, end)
    if row is None:
        return
    by_line: dict[str, list[tuple[Head, int]]] = {}
    lines = {line.key: line for line, _ in one.slots}
    for index, column in boxhead.columns.items():
        line, head = one.slots[index]
        by_line.setdefault(line.key, []).append((head, column))
    share = boxhead.score / len(boxhead.columns)
    for key, heads in by_line.items():
        yield Candidate(
            view, one, boxhead, ((lines[key], row),), tuple(heads), (), share * len(heads)
        )


def _stacked(
    view: FormView, start: Start, end: int, others: Sequence[Start]
) -> Iterator[Candidate]:
    one, boxhead = start.printed, start.boxhead
    row = _row_of_figures(view, boxhead, end)
    line = _captioned(view, one, boxhead)
    if line is None and len(others) == len(one.lines.lines):
        line = one.lines.lines[list(others).index(start)]
    if row is None or line is None:
        return
    yield Candidate(
        view,
        one,
        boxhead,
        ((line, row),),
        tuple((boxhead.plan.heads[head], column) for head, column in boxhead.columns.items()),
        (),
        boxhead.score,
    )


def _captioned(view: FormView, one: Print, boxhead: Boxhead) -> Line | None:
    """Find the line whose caption stands nearest over (or left of) a boxhead."""
    for row in range(boxhead.last_row, max(0, boxhead.first_row - 1 - _CAPTION_ROWS), -1):
        for column in range(boxhead.last_column, 0, -1):
            scores = view.words.line_scores(view.text(row, column), one.lines.worded)
            best = max(scores, key=lambda index: scores[index], default=None)
            if best is not None and scores[best] >= SURE and label_key(view.text(row, column)):
                return one.lines.lines[best]
    return None
