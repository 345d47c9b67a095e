"""The forms whose lines and heads are all known beforehand, sheet by sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statlint.grid import Grid
from statlint.table.candidate import Candidate
from statlint.table.compose import Gathering, gather
from statlint.table.hints import Hints
from statlint.table.model import Label
from statlint.table.plan import FormPlan
from statlint.table.settle import SheetMatch, fit, match_sheet
from statlint.table.surroundings import outside, period_claims
from statlint.table.view import views_of

_ALIKE = 1e-6
_CLEARLY = 0.4
"""How much more like the print another form's block must be (a line or head that fits adds 1)."""


def fixed_forms(
    grids: Sequence[Grid], plans: Sequence[FormPlan], hints: Hints, said: Sequence[Label] = ()
) -> list[Gathering]:
    """Find every such form that was filled in; the smaller halves of mixed ones come last.

    `said` are labels beside those of the sheets.
    """
    if not plans:
        return []
    labels = [*said, *(label for grid in grids for label in outside(grid, ()))]
    claims = period_claims(labels, labels, grids, hints.path, hints.period)
    year = claims[0].period.year if claims else None
    vocabulary = frozenset(key for plan in plans for key in plan.vocabulary)
    matches = [
        match_sheet(*views, plan)
        for views in (views_of(grid, vocabulary) for grid in grids)
        for plan in plans
    ]
    chosen = _choose([match for match in matches if match.candidates], grids, year)
    # The smaller half of a mixed form comes after all others: it has no period or name to tell.
    return sorted(gather(*_with_foreign(chosen, matches)), key=lambda one: one.main is not None)


def _choose(
    matches: Sequence[SheetMatch], grids: Sequence[Grid], year: int | None
) -> list[SheetMatch]:
    """Choose each sheet's form: the best fit, then what fits the workbook, the year, the newest."""
    totals: dict[str, float] = {}
    for match in matches:
        totals[match.form.id] = totals.get(match.form.id, 0.0) + match.score
    chosen = []
    for grid in grids:
        here = [match for match in matches if match.grid is grid]
        if here:
            best = max(match.score for match in here)
            tied = [match for match in here if match.score >= best - _ALIKE]
            chosen.append(
                max(
                    tied,
                    key=lambda match: (
                        totals[match.form.id],
                        year is not None and match.form.valid_in(year),
                        match.form.first_year or 0,
                    ),
                )
            )
    return chosen


def _with_foreign(
    chosen: Sequence[SheetMatch], matches: Sequence[SheetMatch]
) -> tuple[list[SheetMatch], list[SheetMatch]]:
    """Give the blocks of the chosen forms, and those that another form explains better.

    Better means: the chosen form does not have the block there, or its lines and heads are less
    like those that are printed.
    """
    own_blocks, foreign = [], []
    for own in chosen:
        lost: set[Candidate] = set()
        for other in matches:
            if (
                other.grid is own.grid
                and other.form.family == own.form.family
                and other.form is not own.form
            ):
                strangers = [one for one in other.candidates if _stranger(one, own)]
                lost |= {mine for one in strangers for mine in _rivals(one, own)}
                if strangers:
                    foreign.append(replace(other, candidates=tuple(strangers)))
        kept = tuple(one for one in own.candidates if one not in lost)
        own_blocks.append(replace(own, candidates=kept))
    return own_blocks, foreign


def _stranger(candidate: Candidate, own: SheetMatch) -> bool:
    """Tell whether a block of another form fits a table of the chosen one better."""
    return any(candidate.printed.table.key == table.key for table in own.form.tables) and all(
        fit(candidate) > fit(rival) + _CLEARLY for rival in _rivals(candidate, own)
    )


def _rivals(candidate: Candidate, own: SheetMatch) -> list[Candidate]:
    return [one for one in own.candidates if one.shares_cells(candidate)]
