"""Search for a form whose tables are kept as they were found: by structure, labels and order."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.form import Form, TableForm
from statlint.grid import Grid
from statlint.table.kept_strips import match_strips
from statlint.table.laid_out import laid_out
from statlint.table.layout import Layout, Role, Strip
from statlint.table.layouts import layouts_of
from statlint.table.model import Table
from statlint.workbook import SheetState

_LEAST = 0.5
"""The share of a table's lines, and of its heads, that must be there for it to be the one."""
_NO_MEASURE = frozenset({Role.ORDINAL, Role.CODE, Role.YEAR})


@dataclass(frozen=True, slots=True, eq=False)
class _Fit:
    """A table of the form beside a printed one: which lines and heads of both belong together."""

    plan: TableForm
    layout: Layout
    lines: list[tuple[int, int]]
    heads: list[tuple[int, int]]

    @property
    def score(self) -> float:
        """The share of lines times that of heads that belong together, counted by the longer."""
        block = self.plan.blocks[0]
        lines = len(self.lines) / max(len(block.lines), len(self.layout.lines))
        return lines * len(self.heads) / max(len(block.heads), len(self.layout.heads))

    @property
    def enough(self) -> bool:
        """Whether enough of the form's lines and heads are there."""
        block = self.plan.blocks[0]
        return len(self.lines) >= _LEAST * len(block.lines) and len(self.heads) >= _LEAST * len(
            block.heads
        )


def kept_tables(grids: Sequence[Grid], form: Form) -> list[tuple[Table, ...]]:
    """Find the tables of a form on the sheets that can be seen.

    A table that comes again begins a second filled form.
    """
    fits = [
        fit
        for grid in grids
        if grid.sheet.state is SheetState.VISIBLE
        for layout in layouts_of(grid)
        for plan in form.tables
        if (fit := _fit(plan, layout)).enough
    ]
    filled: list[tuple[Table, ...]] = []
    while fits:
        chosen = _chosen(fits)
        order = {id(plan): place for place, plan in enumerate(form.tables)}
        filled.append(
            tuple(_table(fit) for fit in sorted(chosen, key=lambda one: order[id(one.plan)]))
        )
        used = {id(fit.layout) for fit in chosen}
        fits = [fit for fit in fits if id(fit.layout) not in used]
    return filled


def follows(form: Form, layouts: Sequence[Layout]) -> bool:
    """Tell whether each table of a form is among some printed ones."""
    fits = [fit for layout in layouts for plan in form.tables if (fit := _fit(plan, layout)).enough]
    return len(_chosen(fits)) == len(form.tables)


def _fit(plan: TableForm, layout: Layout) -> _Fit:
    block = plan.blocks[0]
    return _Fit(
        plan,
        layout,
        match_strips(block.lines, layout.lines),
        match_strips(block.heads, layout.heads),
    )


def _chosen(fits: Sequence[_Fit]) -> list[_Fit]:
    """Choose one printed table for each of the form, the best first; of equals the first ones."""
    chosen: list[_Fit] = []
    for fit in sorted(fits, key=lambda one: -one.score):
        if all(fit.plan is not one.plan and fit.layout is not one.layout for one in chosen):
            chosen.append(fit)
    return chosen


def _table(fit: _Fit) -> Table:
    block, layout = fit.plan.blocks[0], fit.layout
    return laid_out(
        fit.plan,
        layout,
        [(block.lines[mine], layout.lines[its]) for mine, its in fit.lines],
        [(block.heads[mine], layout.heads[its]) for mine, its in fit.heads],
        extra_lines=_left(layout.lines, fit.lines),
        extra_heads=_left(layout.heads, fit.heads),
    )


def _left(strips: Sequence[Strip], pairs: Sequence[tuple[int, int]]) -> list[Strip]:
    """Give the labelled strips with figures that no line or head of the form is."""
    known = {its for _, its in pairs}
    return [
        strip
        for place, strip in enumerate(strips)
        if place not in known and strip.figures and strip.text and not strip.roles & _NO_MEASURE
    ]
