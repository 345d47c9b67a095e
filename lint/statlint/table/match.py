"""From the grids of a workbook to the forms that were filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from statlint.grid import Grid
from statlint.table.candidate import Candidate
from statlint.table.compose import Gathering, gather, missing_tables, tables_of
from statlint.table.kind_of_unit import kind_of_unit
from statlint.table.model import FilledForm, Search, Table
from statlint.table.near import nearest
from statlint.table.plan import FormPlan
from statlint.table.settle import SheetMatch, match_sheet
from statlint.table.surroundings import leftovers, outside, period_claims, sign_off, unit_name
from statlint.table.view import view_of
from statlint.values import CellRange, Period

_ALIKE = 1e-6
_CLEARLY = 0.4
"""How much more like the print another form's boxhead must be (a head that fits adds 1)."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file from outside: its path, and what settings say of period and unit."""

    path: str = ""
    period: Period | None = None
    kind_of_unit: str | None = None


def search(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    *,
    wanted: FormPlan | None = None,
) -> Search:
    """Find every form that was filled in; `wanted` limits the search to one form."""
    plans = [wanted] if wanted else list(plans)
    labels = [label for grid in grids for label in outside(grid, ())]
    claims = period_claims(labels, grids, hints.path, hints.period)
    year = claims[0].period.year if claims else None
    matches = [
        match_sheet(*views, plan)
        for views in [(view_of(grid), view_of(grid, turned=True)) for grid in grids]
        for plan in plans
    ]
    chosen = _choose([match for match in matches if match.candidates], grids, year)
    gatherings = gather(*_with_foreign(chosen, matches))
    filled = tuple(
        _filled(gathering, _grids_of(gathering, gatherings, grids), hints)
        for gathering in gatherings
    )
    closest = None if filled else nearest(grids, plans)
    return Search(filled, closest, wanted.form if wanted else None)


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

    Better means: the chosen form does not have the block there, or its heads are much less like
    those that are printed.
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
    rivals = _rivals(candidate, own)
    return any(
        candidate.printed.table.key == one.printed.table.key for one in own.candidates
    ) and all(candidate.boxhead.score > rival.boxhead.score + _CLEARLY for rival in rivals)


def _rivals(candidate: Candidate, own: SheetMatch) -> list[Candidate]:
    return [one for one in own.candidates if one.used_rows & candidate.used_rows]


def _filled(gathering: Gathering, own: Sequence[Grid], hints: Hints) -> FilledForm:
    form = gathering.form
    tables = tables_of(gathering)
    labels = [label for grid in own for label in outside(grid, _ranges(tables, grid))]
    signed = tuple(entry for grid in own for entry in sign_off(form, grid, labels))
    claims = period_claims(labels, own, hints.path, hints.period)
    name = unit_name(labels, signed)
    return FilledForm(
        form=form,
        tables=tables,
        missing_tables=missing_tables(gathering),
        period=claims[0].period if claims else None,
        period_claims=claims,
        unit_name=name,
        kind_of_unit=hints.kind_of_unit or kind_of_unit(name),
        sign_off=signed,
        leftovers=leftovers(labels),
    )


def _grids_of(
    gathering: Gathering, all_gatherings: Sequence[Gathering], grids: Sequence[Grid]
) -> list[Grid]:
    """Give the sheets a filled form speaks on; a single one owns cover and note sheets as well."""
    if len(all_gatherings) == 1:
        return list(grids)
    used = [one.view.grid for one in gathering.own]
    return [grid for grid in grids if any(grid is one for one in used)]


def _ranges(tables: Sequence[Table], grid: Grid) -> list[CellRange]:
    return [part.range for table in tables for part in table.parts if part.grid is grid]
