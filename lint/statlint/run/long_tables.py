"""Tables of very many lines: read as columns, all looked at, and the few that are odd told."""

from __future__ import annotations

from _csv import Error as CsvError
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from statlint.confront import Confrontation
from statlint.dataclass import replace
from statlint.finding import FileReport, FileStatus, NotChecked, Outcomes, Reason, TableNote
from statlint.grid import Grid
from statlint.run.forms import Checking, alone, check_form
from statlint.run.ran import Ran
from statlint.run.understood import explains
from statlint.table import FormPlan, Hints, search
from statlint.typed import TYPE_CHECKING
from statlint.values import Language, Text
from statlint.workbook import Opening, SheetState

if TYPE_CHECKING:
    from statlint.bulk.equations import Equation
    from statlint.bulk.excerpt import Excerpt
    from statlint.bulk.find import LongTable
    from statlint.bulk.source import Source

_FEWEST_ROWS = 10_000
"""Rows from which on a table is looked at column by column."""
_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 256
_EVEN = 0.95
_HEADS = 50
"""Rows within which a boxhead has its merged cells."""
_TITLE = Text("行数很多的表", "Table of many lines")
_KEY = "table"


def may_be_long(rows: Sequence[Sequence[str]], size: int) -> bool:
    """Tell from some rows whether a text of so many bytes may be a table of very many lines."""
    widths = Counter(map(len, rows))
    sampled = sum(len(text.encode()) + 1 for row in rows for text in row)
    if not widths or len(rows) * size < _FEWEST_ROWS * sampled:
        return False
    width, even = widths.most_common(1)[0]
    return _FEWEST_COLUMNS <= width <= _MOST_COLUMNS and even >= _EVEN * len(rows)


def long_tables(
    opening: Opening, grids: Sequence[Grid], plans: Sequence[FormPlan]
) -> tuple[LongTable, ...]:
    """Find the sheets that are tables of very many lines, and go through them."""
    stream = opening.workbook.stream if opening.workbook else None
    wanted = [grid for grid in grids if _may_be_long(grid)]
    if stream is None and not wanted:
        return ()
    from statlint.bulk.source import OfSheet, OfText

    sources = [OfText(stream)] if stream else map(OfSheet, wanted)
    found = (_found(source, plans, opening.path) for source in sources)
    return tuple(one for one in found if one is not None)


def _may_be_long(grid: Grid) -> bool:
    if grid.last_row < _FEWEST_ROWS or grid.sheet.state is not SheetState.VISIBLE:
        return False
    if not _FEWEST_COLUMNS <= grid.last_column <= _MOST_COLUMNS:
        return False
    return all(merge.last.row <= _HEADS for merge in grid.sheet.merges)


def _found(source: Source, plans: Sequence[FormPlan], path: str) -> LongTable | None:
    """Go through one; None where it is no such table."""
    from statlint.bulk.excerpt import excerpt_of
    from statlint.bulk.find import find

    try:
        excerpt = excerpt_of(source)
        if excerpt is None or _has_form(excerpt, plans, path):
            return None
        return find(source, excerpt)
    except (CsvError, UnicodeError, OSError):
        return None


def not_long(grids: Sequence[Grid], tables: Collection[LongTable]) -> list[Grid]:
    """Leave out the sheets that are tables of very many lines."""
    taken = {one.cells.sheet for one in tables}
    return [grid for grid in grids if grid.name not in taken]


def _has_form(excerpt: Excerpt, plans: Sequence[FormPlan], path: str) -> bool:
    """Tell whether a form knows the table: then it is read as cells, and held against it."""
    found = search([excerpt.layout.grid], plans, Hints(path))
    return any(map(explains, found.filled))


def check_long(tables: Collection[LongTable], checking: Checking) -> Iterator[Confrontation]:
    """Run the rules on tables of very many lines, and confront the lines that may be wrong."""
    run = checking.run
    for one in tables:
        here = replace(checking, grids={one.cells.sheet: one.cells.grid}, others=alone)
        run.apply(one.odd, grids=here.grids)
        for equation in one.equations:
            _count(one, equation, checking)
        from statlint.run.long_totals import check_totals

        check_totals(one, here)
        _list_open(one, checking)
        if one.filled is not None:
            yield check_form(one.filled, here)


def _count(table: LongTable, equation: Equation, checking: Checking) -> None:
    """Count the lines on which an edit is not confronted."""
    run = checking.run
    confronted = len(table.lines - set(equation.suspects)) if table.filled else 0
    run.outcomes += Outcomes(
        passed=max(0, equation.held - confronted), failed=table.untold(equation)
    )
    if equation.undecided:
        _leave_open(equation.edit.id, Reason.BLANK_PARTS, checking)
    if table.untold(equation):
        _leave_open(equation.edit.id, Reason.TOO_MANY, checking)


def _list_open(table: LongTable, checking: Checking) -> None:
    """List what is not looked at in a table of so many lines."""
    for edit in table.looked.left_alone:
        _leave_open(edit.id, Reason.MANY_LINES, checking)
    _leave_open("lines", Reason.MANY_LINES, checking)
    if any(not sums.is_meant for sums in table.sums):
        _leave_open("total", Reason.MANY_LINES, checking)
    if not table.repeats.looked:
        _leave_open("keys", Reason.MANY_LINES, checking)


def _leave_open(edit: str, reason: Reason, checking: Checking) -> None:
    run = checking.run
    run.not_checked.append(NotChecked(run.path, None, None, edit, reason))
    run.outcomes += Outcomes(not_checked=1)


def with_long(
    report: FileReport, tables: Collection[LongTable], language: Language, ran: Ran
) -> FileReport:
    """Name tables of very many lines among those of a file, in place of the few that were told."""
    if not tables:
        return report
    notes = tuple(
        TableNote(
            f"{_KEY}_{number}",
            one.title or _TITLE.of(language),
            one.cells.sheet,
            one.odd.range,
            None,
            inferred=True,
            ran=ran.of(one.odd, *(one.filled.tables if one.filled else ())),
        )
        for number, one in enumerate(tables, 1)
    )
    sheets = {note.sheet for note in notes}
    others = tuple(note for note in report.tables if note.sheet not in sheets)
    return replace(report, status=FileStatus.CHECKED, tables=(*others, *notes))
