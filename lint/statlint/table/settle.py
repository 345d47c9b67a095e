"""From candidates to the tables of one form on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.form import Form, TableForm
from statlint.grid import Grid
from statlint.table.candidate import Candidate, find_candidates, starts_of
from statlint.table.extent import Extent
from statlint.table.form_view import FormView
from statlint.table.plan import FormPlan
from statlint.typed import TypeAlias

_MISSING = 0.5
"""What a line or head that should be there and is not takes from a form's score."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetMatch:
    """A form on a sheet: where its blocks are, and how well it fits."""

    form: Form
    grid: Grid
    candidates: tuple[Candidate, ...]
    score: float


def match_sheet(upright: FormView, on_side: FormView, plan: FormPlan) -> SheetMatch:
    """Find the blocks of a form on a sheet (seen upright and turned), as printed to fit best."""
    found = _upright(upright, plan, ())
    turned = _turned(on_side, plan, found)
    if turned:
        # A turned table ends the tables above it: look at those again with that in mind.
        barriers = [_turned_extent(candidate) for one in turned.values() for candidate in one]
        found = {**_upright(upright, plan, barriers), **turned}
    score = sum(
        _total(best) - _MISSING * _lacking(plan.form.table(key), best)
        for key, best in found.items()
    )
    kept = [candidate for best in found.values() for candidate in best]
    return SheetMatch(plan.form, upright.grid, tuple(_in_order(kept)), score)


Found: TypeAlias = dict[str, list[Candidate]]
"""The candidates of each table, by its key; a table that was not found is not in it."""


def _upright(view: FormView, plan: FormPlan, barriers: Sequence[Extent]) -> Found:
    """Find tables with lines down; each ends where a boxhead of any other begins."""
    ways = [(table, starts_of(view, way)) for table, ways in plan.prints for way in ways]
    extents = [*barriers, *(start.extent for _, starts in ways for start in starts)]
    best: Found = {}
    for table, starts in ways:
        _keep_better(best, table.key, find_candidates(view, starts, extents))
    return best


def _turned(view: FormView, plan: FormPlan, found: Found) -> Found:
    """Find tables that were not found upright with lines across and heads down."""
    best: Found = {}
    for table, ways in plan.prints:
        for way in () if table.key in found else ways:
            starts = starts_of(view, way)
            extents = [start.extent for start in starts]
            _keep_better(best, table.key, find_candidates(view, starts, extents))
    return best


def _turned_extent(candidate: Candidate) -> Extent:
    """Give the rows and columns of the sheet that a turned candidate takes."""
    rows = [column for _, column in candidate.heads]
    left, first = candidate.boxhead.first_row, min(candidate.used_rows)
    return Extent(min(rows), max(rows), left, first, max(candidate.used_rows))


def _keep_better(best: Found, key: str, candidates: Sequence[Candidate]) -> None:
    found = _without_overlap(candidates)
    if _total(found) > _total(best.get(key, ())):
        best[key] = found


def fit(candidate: Candidate) -> float:
    """Give how well a candidate fits its form: what is like it less what is lacking."""
    return candidate.score - _MISSING * _lacking(candidate.printed.table, [candidate])


def _total(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.score for candidate in candidates)


def _lacking(table: TableForm, candidates: Sequence[Candidate]) -> int:
    """Count what tells against a form: lines and heads that are not there, rows that are no line.

    Only lines between the first and the last one found count: a table may go on elsewhere.
    """
    heads = sum(
        len(candidate.printed.block.heads) - len(candidate.heads) for candidate in candidates
    )
    return _gaps(table, candidates) + heads + _strangers(candidates)


def _gaps(table: TableForm, candidates: Sequence[Candidate]) -> int:
    found = {line.key for candidate in candidates for line, _ in candidate.lines}
    gaps = 0
    for block in table.blocks:
        there = [line.key in found for line in block.figure_lines]
        if any(there):
            first, last = there.index(True), len(there) - 1 - there[::-1].index(True)
            # Beyond as many as are there, gaps tell of a short table, not of another form.
            gaps += min(there[first:last].count(False), there.count(True))
    return gaps


def _strangers(candidates: Sequence[Candidate]) -> int:
    """Count rows between the first and the last line of a block that belong to none of them."""
    strangers = 0
    for candidate in candidates:
        used = candidate.used_rows
        strangers += sum(
            row.figures and bool(row.texts) and min(used) < row.row < max(used)
            for row in candidate.rows
            if row.row not in used
        )
    return strangers


def _without_overlap(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates that use the same cells keep the better one."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: -one.score):
        if not any(candidate.shares_cells(other) for other in kept):
            kept.append(candidate)
    return kept


def _in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(
        candidates,
        key=lambda one: (
            min(column for _, column in one.heads) if one.view.turned else one.first_row,
            min(column for _, column in one.heads),
        ),
    )
