"""Tables that no form explains: where they are, and what inference states of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.finding import Origin, Severity
from statlint.form import Measure, TableForm
from statlint.formula import Formulas
from statlint.grid import Grid
from statlint.run.engine import FileRun
from statlint.table import FilledForm, Layout
from statlint.values import CellRange, CellRef, Figure
from statlint.workbook import SheetState

if TYPE_CHECKING:
    from statlint.inference import Understood

_FEWEST_FIGURES = 4
"""Figures of the smallest sheet that may hold a table with a relation worth to be told."""
_SIGNS = frozenset("0123456789.,'’`´ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}-−+()%*①②③④⑤")
"""What figures in the style of another country may be written with, and footnotes behind them."""


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
    figures = (
        True
        for row, column, text in grid.texts()
        if any(sign.isdigit() for sign in text)
        and not any(CellRef(row, column) in one for one in taken)
        and (isinstance(grid.reading(row, column), Figure) or _SIGNS.issuperset(text))
    )
    return sum(1 for _, _ in zip(range(_FEWEST_FIGURES), figures, strict=False)) == _FEWEST_FIGURES


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
    codes = {rule.code for rule in run.rules if rule.subject == Formulas.__name__}
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
