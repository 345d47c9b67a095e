"""Long lists (one figure a row): found, looked at as a whole, and checked beside other tables."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from statlint.config import Settings
from statlint.confront import Confrontation
from statlint.dataclass import dataclass, replace
from statlint.finding import (
    FileReport,
    FileStatus,
    Finding,
    NeighbourNote,
    NotChecked,
    Outcomes,
    Reason,
    TableNote,
)
from statlint.grid import Grid
from statlint.history import PassedOver, Relation
from statlint.run.forms import Checking, alone, check_form
from statlint.run.ran import Ran
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRef, Language, Text
from statlint.workbook import Opening, SheetState, open_workbook

if TYPE_CHECKING:
    from statlint.tidy import TidyTable
    from statlint.tidy.find import Found, Listed
    from statlint.tidy.shape import Shape

_LONG = 1 << 20
"""Bytes from which on a text is not read into cells, where it is a list."""
_TABLE = 1 << 16
"""Bytes from which on one may be a table of very many lines."""
_FEWEST_ROWS = 13
_MANY = 300
"""Rows above which a list is not held against forms; the longest form has 26 lines."""
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 16
_SAMPLE = 500
"""Rows of each of the places of a sheet from which it is told whether it is a list."""
_PLACES = 4
_TITLE = Text("长表（一行一个数）", "Long list (one figure a row)")
_SUM = "sum"


@dataclass(frozen=True, slots=True, eq=False)
class ListsBeside:
    """The earlier lists that those of a file are held against, and the files that are of no use."""

    earlier: tuple[Listed, ...] = ()
    useless: tuple[PassedOver, ...] = ()


NO_LISTS = ListsBeside()
"""What lists are held against that stand alone."""


def open_list(path: str, content: bytes | None, settings: Settings) -> Opening | None:
    """Open a long text that is a list, or a table of very many lines, without reading it.

    None for any other file. Where a form was asked for it may state a list.
    """
    if not settings.infer and not settings.form:
        return None
    try:
        size = os.stat(path).st_size if content is None else len(content)  # noqa: PTH116
    except OSError:
        return None
    if size < _LONG and (size < _TABLE or not settings.infer or settings.form):
        return None
    from statlint.run.long_tables import may_be_long
    from statlint.tidy.find_shape import find_shape
    from statlint.workbook.stream import open_long

    def is_wanted(rows: Sequence[Sequence[str]]) -> bool:
        is_list = find_shape(rows, whole=False) is not None
        if size < _LONG:
            return not is_list and may_be_long(rows, size)
        return is_list or (not settings.form and may_be_long(rows, size))

    return open_long(path, content, settings.encoding, is_wanted, settings.limits)


def open_cells(opening: Opening, settings: Settings) -> Opening:
    """Open a long text anew, as cells: it is no list after all."""
    stream = opening.workbook.stream if opening.workbook else None
    return open_workbook(
        opening.path,
        stream.content if stream else None,
        encoding=settings.encoding,
        limits=settings.limits,
    )


def long_lists(opening: Opening, grids: Sequence[Grid], settings: Settings) -> tuple[Listed, ...]:
    """Find the sheets that are lists of so many rows that no form describes them."""
    if not _are_wanted(settings) or opening.workbook is None:
        return ()
    if opening.workbook.stream is not None:
        return _in_stream(opening)
    return _in_sheets((grid for grid in grids if grid.last_row > _MANY), opening.path)


def short_lists(
    grids: Sequence[Grid],
    filled: Collection[FilledForm],
    settings: Settings,
    path: str,
    known: Collection[Listed] = (),
) -> tuple[Listed, ...]:
    """Find the other sheets that are lists, where no form explains them.

    `known` are earlier lists: a sheet with the heads of one of them is one, however short.
    """
    if not _are_wanted(settings):
        return ()
    explained = {part.grid.name for one in filled for table in one.tables for part in table.parts}
    return _in_sheets(
        (grid for grid in grids if grid.last_row <= _MANY and grid.name not in explained),
        path,
        known,
    )


def _are_wanted(settings: Settings) -> bool:
    return settings.infer and not settings.form


def _in_sheets(
    grids: Iterable[Grid], path: str, known: Collection[Listed] = ()
) -> tuple[Listed, ...]:
    """Read each sheet that is a list."""
    found = (_in_sheet(grid, path, known) for grid in grids if _may_be_list(grid))
    return tuple(one for one in found if one is not None)


def _in_stream(opening: Opening) -> tuple[Listed, ...]:
    from statlint.tidy.find import read_list
    from statlint.tidy.find_shape import find_shape
    from statlint.tidy.rows import StreamRows

    stream = opening.workbook.stream if opening.workbook else None
    shape = find_shape(stream.sample(), whole=False) if stream else None
    found = read_list(StreamRows(stream), shape, opening.path) if stream and shape else None
    return (found,) if found else ()


def _may_be_list(grid: Grid) -> bool:
    """Tell at a glance whether a sheet may be one: a boxhead of one row, and rows without gaps."""
    if grid.last_row < _FEWEST_ROWS or grid.sheet.state is not SheetState.VISIBLE:
        return False
    width = grid.last_column
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS or grid.sheet.merges:
        return False
    return all(
        text and not text[0].isdigit() for text in (grid.text(1, at + 1) for at in range(width))
    )


def _in_sheet(grid: Grid, path: str, known: Collection[Listed]) -> Listed | None:
    from statlint.tidy.rows import SheetRows

    shape = _shape(grid) or _shape_of(grid, known)
    if shape is None:
        return None
    from statlint.tidy.find import read_list

    return read_list(SheetRows(grid), shape, path)


def _shape_of(grid: Grid, known: Collection[Listed]) -> Shape | None:
    """Take the columns of a sheet for those of an earlier list with the same boxhead."""
    heads = tuple(grid.text(1, at + 1).strip() for at in range(grid.last_column))
    shapes = (one.listing.shape for one in known)
    return next((replace(one, first=1) for one in shapes if one.heads == heads), None)


def _shape(grid: Grid) -> Shape | None:
    """Tell what the columns of a sheet are for, from all its rows or some of them."""
    from statlint.tidy.find_shape import find_shape

    last = grid.last_row
    rows: Sequence[int] = range(1, last + 1)
    if last > _SAMPLE * _PLACES:
        starts = (1 + place * last // _PLACES for place in range(_PLACES))
        rows = [row for start in starts for row in range(start, start + _SAMPLE)]
    columns = range(1, grid.last_column + 1)
    texts = [[grid.text(row, column) for column in columns] for row in rows]
    return find_shape(texts, whole=len(rows) == last)


def not_lists(grids: Sequence[Grid], lists: Collection[Listed]) -> list[Grid]:
    """Leave out the sheets that are nothing but lists of single figures."""
    taken = {found.sheet for found in lists if found.alone}
    return [grid for grid in grids if grid.name not in taken]


def look_at_lists(
    lists: Collection[Listed], beside: ListsBeside, checking: Checking
) -> tuple[Found, ...]:
    """Look at lists as a whole, beside earlier ones; list the files that were of no use for it."""
    if not lists:
        return ()
    from statlint.tidy.find import find_oddities

    earlier = [one for one in beside.earlier if one.path != checking.run.path]
    found = tuple(find_oddities(one, earlier) for one in lists)
    used = dict.fromkeys(path for one in found for path in one.beside)
    checking.seen.extend(NeighbourNote(path, "previous") for path in used)
    strange = dict.fromkeys(path for one in found for path in one.strange if path not in used)
    _leave_open(
        [PassedOver(path, Relation.PREVIOUS, Reason.OTHER_LIST) for path in strange], checking
    )
    _leave_open(beside.useless, checking)
    return found


def _leave_open(passed: Sequence[PassedOver], checking: Checking) -> None:
    run = checking.run
    for one in passed:
        if one.path != run.path:
            run.not_checked.append(
                NotChecked(
                    run.path, None, None, one.relation.value, one.reason, other=one.path or None
                )
            )
            run.outcomes += Outcomes(not_checked=1)


def check_lists(lists: Collection[Found], checking: Checking) -> Iterator[Confrontation]:
    """Run the rules on lists, and confront their sums."""
    run = checking.run
    for found in lists:
        here = replace(checking, grids={found.grid.name: found.grid}, others=alone)
        start = len(run.findings)
        run.apply(found.table, grids=here.grids)
        run.outcomes += Outcomes(found.passed, found.untold, found.undecided)
        if found.undecided:
            sheet = found.table.sheet
            run.not_checked.append(NotChecked(run.path, sheet, None, _SUM, Reason.BLANK_PARTS))
        if found.listed is not None and found.listed.stated is not None:
            from statlint.run.list_edits import check_stated

            yield from check_stated(found.listed, found.earlier, found.join, here)
        if found.filled is not None:
            yield check_form(found.filled, here)
        run.findings[start:] = _once(run.findings[start:], found.table)


def _once(findings: Sequence[Finding], table: TidyTable) -> list[Finding]:
    """Tell once what is said of a cell that stands in several tables made of a list.

    What is told of a text among figures is not told of its fact again.
    """
    texts = {one.at.cell for one in table.texts}
    seen: set[tuple[object, ...]] = set()
    cells: set[CellRef | None] = set()
    kept = []
    for one in findings:
        key = (one.code, one.sheet, one.cell)
        again = key in seen or (one.cell in texts and one.cell in cells)
        if one.edit is not None or one.cell is None or not again:
            kept.append(one)
        seen.add(key)
        cells.add(one.cell)
    return kept


def with_lists(
    report: FileReport, lists: Collection[Found], language: Language, ran: Ran
) -> FileReport:
    """Name the lists among the tables of a file, in place of the few rows that were confronted."""
    if not lists:
        return report
    keys = {table.key for one in lists if one.filled for table in one.filled.form.tables}
    stated = [one.listed.stated for one in lists if one.listed and one.listed.stated]
    known = {one.form.id for one in stated}
    notes = tuple(
        replace(_note(found, number, language), ran=_ran_on(found, ran))
        for number, found in enumerate(lists, 1)
    )
    others = tuple(
        note
        for note in report.tables
        if note.form not in known and (note.id not in keys or note.form)
    )
    forms = dict.fromkeys((*report.forms, *(one.form.title.of(language) for one in stated)))
    return replace(report, status=FileStatus.CHECKED, tables=(*others, *notes), forms=tuple(forms))


def _ran_on(found: Found, ran: Ran) -> tuple[str, ...]:
    filled = found.filled.tables if found.filled else ()
    return ran.of(found.table, *filled)


def _note(found: Found, number: int, language: Language) -> TableNote:
    """Name a list: by its form, if one states it."""
    stated = found.listed.stated if found.listed else None
    sheet, where = found.table.sheet, found.table.range
    if stated is not None:
        title = stated.table.title.of(language)
        return TableNote(stated.table.key, title, sheet, where, stated.form.id)
    key = f"list_{number}" if number > 1 else "list"
    return TableNote(key, _TITLE.of(language), sheet, where, None, inferred=True)
