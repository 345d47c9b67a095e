"""From candidates to the tables of one form on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.form import Form, TableForm
from statlint.grid import Grid
from statlint.table.candidate import Candidate, find_candidates
from statlint.table.plan import FormPlan
from statlint.table.view import View

_MISSING = 0.5
"""What a line or head that should be there and is not takes from a form's score."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetMatch:
    """A form on a sheet: where its blocks are, and how well it fits."""

    form: Form
    grid: Grid
    candidates: tuple[Candidate, ...]
    score: float


def match_sheet(grid: Grid, plan: FormPlan) -> SheetMatch:
    """Find the blocks of a form on a sheet, each in the way of printing that fits best."""
    upright, turned = View(grid), View(grid, turned=True)
    kept: list[Candidate] = []
    score = 0.0
    for table, ways in plan.prints:
        best: list[Candidate] = []
        for view in (upright, turned):
            for way in ways:
                found = _without_overlap(find_candidates(view, way))
                best = max(best, found, key=_total)
            if best:
                break
        kept += best
        score += _total(best) - _MISSING * _lacking(table, best)
    return SheetMatch(plan.form, grid, tuple(_in_order(kept)), score)


def _total(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.score for candidate in candidates)


def _lacking(table: TableForm, candidates: Sequence[Candidate]) -> int:
    """Count what tells against a form: lines and heads that are not there, rows that are no line.

    Only lines between the first and the last one found count: a table may be cut or go on elsewhere.
    """
    if not candidates:
        return 0
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
            gaps += there[first:last].count(False)
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
        if not any(_share_cells(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _share_cells(one: Candidate, other: Candidate) -> bool:
    if not one.used_rows & other.used_rows:
        return False
    columns = {column for _, column in one.heads}
    return any(column in columns for _, column in other.heads)


def _in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(
        candidates,
        key=lambda one: (
            one.first_row if not one.view.turned else min(column for _, column in one.heads),
            min(column for _, column in one.heads),
        ),
    )
