"""The forms whose lines and heads are all known beforehand, sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from statlint.dataclass import replace
from statlint.grid import Grid
from statlint.table.asked import Asked, Year
from statlint.table.candidate import Candidate
from statlint.table.compose import found_of, gather
from statlint.table.form_view import FormView, form_views
from statlint.table.found import Found
from statlint.table.hints import Hints
from statlint.table.memory import Memory
from statlint.table.model import Label
from statlint.table.outline import Outline, outline_of
from statlint.table.plan import FormPlan
from statlint.table.settle import SheetMatch, fit, match_sheet
from statlint.table.surroundings import outside, period_claims
from statlint.table.worded import WordedHeads

_ALIKE = 1e-6
_CLEARLY = 0.4
"""How much more like the print another form's block must be (a line or head that fits adds 1)."""


def fixed_forms(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    said: Sequence[Label] = (),
    memory: Memory | None = None,
) -> list[Found]:
    """Find every such form that was filled in; the smaller halves of mixed ones come last.

    `said` are labels beside those of the sheets. What was found in sheets that are laid out alike
    is taken from `memory`.
    """
    if not plans:
        return []
    remembered = (memory or Memory()).of(plans)
    outlines = [outline_of(grid, remembered.words) for grid in grids]
    layout = tuple(outline.key for outline in outlines)
    year = partial(_year, grids, hints, said)
    if None in layout:
        return _search(outlines, plans, Asked(remembered.words), year)
    found = remembered.recall(layout, grids, year)
    if found is None:
        asked = Asked(remembered.words)
        found = _search(outlines, plans, asked, year)
        remembered.keep(layout, grids, asked, found)
    return found


def _year(grids: Sequence[Grid], hints: Hints, said: Sequence[Label]) -> int | None:
    labels = [*said, *(label for grid in grids for label in outside(grid, ()))]
    claims = period_claims(labels, labels, grids, hints.path, hints.period)
    return claims[0].period.year if claims else None


def _search(
    outlines: Sequence[Outline], plans: Sequence[FormPlan], asked: Asked, year: Year
) -> list[Found]:
    matches = [
        match_sheet(*views, plan)
        for views, heads in (_seen(outline, asked) for outline in outlines)
        for plan in plans
        # A form without a boxhead on a sheet need not be loaded to see that it has no table there.
        if plan.worded.may_be_on(heads)
    ]
    grids = [outline.grid for outline in outlines]
    there = [match for match in matches if match.candidates]
    chosen = _choose(there, grids, partial(asked.ask_year, year))
    return found_of(gather(*_with_foreign(chosen, matches)))


def _seen(
    outline: Outline, asked: Asked
) -> tuple[tuple[FormView, FormView], Mapping[WordedHeads, int]]:
    views = form_views(outline, asked)
    return views, views[0].all_heads()


def _choose(matches: Sequence[SheetMatch], grids: Sequence[Grid], year: Year) -> list[SheetMatch]:
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
            chosen.append(_best(tied, totals, year))
    return chosen


def _best(tied: Sequence[SheetMatch], totals: Mapping[str, float], year: Year) -> SheetMatch:
    """Choose among forms that fit a sheet equally; most sheets leave no choice."""
    if len(tied) == 1:
        return tied[0]
    of = year()
    return max(
        tied,
        key=lambda match: (
            totals[match.form.id],
            of is not None and match.form.valid_in(of),
            match.form.first_year or 0,
        ),
    )


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
