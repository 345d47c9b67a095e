"""Tables that no form explains: where they are, and what inference states of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from statlint.config import Settings
from statlint.finding import Origin, Severity
from statlint.form import Measure, TableForm
from statlint.grid import Grid
from statlint.run.engine import FileRun
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING, TypeAlias, TypeVar
from statlint.typed import cast as cast_to
from statlint.values import CellRange, Figure
from statlint.workbook import CellKind, SheetState
from statlint.workbook.cells import keep_of_mould

if TYPE_CHECKING:
    from statlint.formula import Formulas
    from statlint.inference import Understood
    from statlint.table import Layout

_FEWEST_FIGURES = 4
"""Figures of the smallest sheet that may hold a table with a relation worth to be told."""
_SIGNS = frozenset("0123456789.,'’`´ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}-−+()%*①②③④⑤")
"""What figures in the style of another country may be written with, and footnotes behind them."""

_Placed = TypeVar(
    "_Placed", tuple[int, int, str], tuple[int, int, int, int], tuple[int, int, CellKind, str]
)
_Sides: TypeAlias = tuple[int, int, int, int]
"""The first and last row, and the first and last column of a rectangle."""


def unexplained(
    grids: Sequence[Grid], filled: Sequence[FilledForm], settings: Settings
) -> tuple[Layout, ...]:
    """Find the tables of a workbook that no form explains; none where a form was asked for."""
    if not settings.infer or settings.form:
        return ()
    taken = _territory(filled)
    return tuple(layout for grid in grids for layout in _layouts(grid, taken.get(grid.name, ())))


def explains(filled: FilledForm) -> bool:
    """Tell whether a form has anything to check in what it was recognised in.

    A form that states every line and head has: they must all be there.
    """
    plans = [table.plan for table in filled.tables]
    return bool(filled.form.edits) or any(
        (
            not _is_open(plans),
            any(plan.edits for plan in plans),
            any(line.unique for plan in plans for line in plan.lines()),
            any(measure.format for measure in _measures(plans)),
            # A list that another table refers to may stand in a file of its own.
            any(measure.refers for measure in _measures(filled.form.tables)),
        )
    )


def _is_open(plans: Iterable[TableForm]) -> bool:
    """Tell whether some lines or heads stand for those that the form lets repeat."""
    blocks = [block for plan in plans for block in plan.blocks]
    return any(line.of for block in blocks for line in block.lines) or any(
        head.of for block in blocks for head in block.heads
    )


def _measures(plans: Iterable[TableForm]) -> Iterator[Measure]:
    for plan in plans:
        for block in plan.blocks:
            yield from (head.measure for head in block.heads if head.measure is not None)


def _layouts(grid: Grid, taken: Sequence[CellRange]) -> tuple[Layout, ...]:
    if grid.sheet.state is not SheetState.VISIBLE or not _has_figures(grid, taken):
        return ()
    # Most sheets are explained by their form; what looks for other tables takes time to import.
    from statlint.table.layouts import layouts_of

    return layouts_of(grid, taken)


def _has_figures(grid: Grid, taken: Sequence[CellRange]) -> bool:
    """Tell whether there are enough figures outside the rectangles that forms explain."""
    sides = [(one.first.row, one.last.row, one.first.column, one.last.column) for one in taken]
    shown = _outside_of_copy(grid, sides) or _outside(grid, sides)
    # Most sheets have so few texts with digits there that it does not matter what they are.
    with_digits = (one for one in shown if any(map(str.isdigit, one[2])))
    first = list(islice(with_digits, _FEWEST_FIGURES))
    if len(first) < _FEWEST_FIGURES:
        return False
    figures = (one for one in chain(first, with_digits) if _may_be_figure(grid, *one))
    return len(list(islice(figures, _FEWEST_FIGURES))) == _FEWEST_FIGURES


def _outside_of_copy(grid: Grid, sides: Sequence[_Sides]) -> Iterator[tuple[int, int, str]] | None:
    """Go through what a filled copy shows there; None for any other sheet.

    All copies have the same cells: where these are is looked at once.
    """
    cast = grid.cast
    if cast is None:
        return None
    key = ("outside", *sides)
    places = cast.mould.kept.get(key)
    if places is None:
        places = tuple(_places_outside(grid, sides))
        keep_of_mould(cast, key, places)
    return (
        (row, column, text)
        for row, column in cast_to("tuple[tuple[int, int], ...]", places)
        if (text := grid.text(row, column))
    )


def _places_outside(grid: Grid, sides: Sequence[_Sides]) -> Iterator[tuple[int, int]]:
    for row, column, _, _ in _apart(grid.held(), sides):
        if grid.merge_at(row, column) is None:
            yield row, column
    merged = [(merge.first.row, merge.first.column, *at) for at, merge in grid.merged()]
    for _, _, row, column in _apart(merged, sides):
        yield from ((row, column) for _ in _apart([(row, column, "")], sides))


def _outside(grid: Grid, sides: Sequence[_Sides]) -> Iterator[tuple[int, int, str]]:
    """Go through what is shown outside some rectangles; merged cells come once each cell.

    What is merged with a cell inside shows what that cell holds: it is inside as well.
    """
    for row, column, _, written in _apart(grid.held(), sides):
        text = written.strip()
        if text and grid.merge_at(row, column) is None:
            yield row, column, text
    merged = [(merge.first.row, merge.first.column, *at) for at, merge in grid.merged()]
    for _, _, row, column in _apart(merged, sides):
        text = grid.text(row, column)
        if text:
            yield from _apart([(row, column, text)], sides)


def _apart(cells: Iterable[_Placed], sides: Sequence[_Sides]) -> Iterator[_Placed]:
    # Most cells lie in a form: nothing is called for them.
    for cell in cells:
        row, column = cell[0], cell[1]
        for top, bottom, left, right in sides:
            if top <= row <= bottom and left <= column <= right:
                break
        else:
            yield cell


def _may_be_figure(grid: Grid, row: int, column: int, text: str) -> bool:
    """Tell whether a text with digits is a figure, or may be one."""
    return isinstance(grid.reading(row, column), Figure) or _SIGNS.issuperset(text)


def _territory(filled: Sequence[FilledForm]) -> Mapping[str | None, list[CellRange]]:
    """Give the rectangles that forms explain, by sheet."""
    taken: dict[str | None, list[CellRange]] = {}
    for name, found in _ranges(filled):
        taken.setdefault(name, []).append(found)
    return taken


def _ranges(filled: Sequence[FilledForm]) -> Iterator[tuple[str | None, CellRange]]:
    for form in filled:
        for table in form.tables:
            for part in table.parts:
                yield part.grid.name, part.range


def inferred_form(
    layouts: Sequence[Layout],
    formulas: Formulas | None,
    understood: Sequence[Understood] | None = None,
) -> FilledForm | None:
    """State what the figures of tables show, as a form that is filled in; None where it is nothing.

    `understood` are the tables where they were looked at with those of other files.
    """
    if not layouts:
        return None
    from statlint.inference import understand
    from statlint.inference.forms import filled_form

    filled = filled_form(understand(layouts, formulas) if understood is None else understood)
    return filled if filled and _says_something(filled) else None


def _says_something(filled: FilledForm) -> bool:
    return bool(filled.form.edits) or any(table.edits for table in filled.form.tables)


def leave_to_formulas(run: FileRun) -> None:
    """Drop what inferred edits say of cells of which rules on formulas have told already.

    A formula that was told as wrong is the cause where it is a part of a sum as well.
    """
    if run.formulas is None:
        return
    codes = {rule.code for rule in run.rules if rule.subject == type(run.formulas).__name__}
    told = {(one.sheet, one.cell) for one in run.findings if one.code in codes}
    causes = {
        (one.sheet, one.cell)
        for one in run.findings
        if one.code in codes and one.severity is not Severity.INFORMATION
    }
    run.findings[:] = [
        found
        for found in run.findings
        if found.edit is None
        or found.edit.origin is not Origin.INFERRED
        or not (
            (found.sheet, found.cell) in told
            or any((one.sheet, one.cell) in causes for one in found.related)
        )
    ]
