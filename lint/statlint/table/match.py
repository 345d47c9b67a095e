"""From the grids of a workbook to the forms that were filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statlint.grid import Grid
from statlint.table.compose import Gathering, gather, missing_tables, tables_of
from statlint.table.kind_of_unit import kind_of_unit
from statlint.table.model import FilledForm, Search, Table
from statlint.table.near import nearest
from statlint.table.plan import FormPlan
from statlint.table.settle import SheetMatch, match_sheet
from statlint.table.surroundings import leftovers, outside, period_claims, sign_off, unit_name
from statlint.values import CellRange, Period

_ALIKE = 1e-6


def search(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    *,
    path: str = "",
    period: Period | None = None,
    kind: str | None = None,
    wanted: FormPlan | None = None,
) -> Search:
    """Find every form that was filled in; `wanted` limits the search to one form.

    `period` and `kind` (of reporting unit) are what the settings say of the file.
    """
    plans = [wanted] if wanted else list(plans)
    labels = [label for grid in grids for label in outside(grid, ())]
    claims = period_claims(labels, grids, path, period)
    year = claims[0].period.year if claims else None
    matches = [match_sheet(grid, plan) for grid in grids for plan in plans]
    chosen = _choose([match for match in matches if match.candidates], grids, year)
    gatherings = gather(chosen, _foreign(chosen, matches))
    filled = tuple(
        _filled(gathering, gatherings, grids, path, period, kind) for gathering in gatherings
    )
    closest = None if filled else nearest(grids, plans)
    return Search(filled, closest, wanted.form if wanted else None)


def _choose(
    matches: Sequence[SheetMatch], grids: Sequence[Grid], year: int | None
) -> list[SheetMatch]:
    """Choose the form of each sheet: the best fit, then what fits the workbook, the year, the newest."""
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


def _foreign(chosen: Sequence[SheetMatch], matches: Sequence[SheetMatch]) -> list[SheetMatch]:
    """Find blocks that only another form of the family explains, beside those of the chosen form."""
    found = []
    for own in chosen:
        used = [(one.printed.table.key, one.used_rows, one.printed.block.key) for one in own.candidates]
        for other in matches:
            if other.grid is not own.grid or other.form.family != own.form.family:
                continue
            strangers = tuple(
                candidate
                for candidate in other.candidates
                if other.form is not own.form
                and any(candidate.printed.table.key == table for table, _, _ in used)
                and not any(candidate.used_rows & rows for _, rows, _ in used)
            )
            if strangers:
                found.append(replace(other, candidates=strangers))
    return found


def _filled(
    gathering: Gathering,
    all_gatherings: Sequence[Gathering],
    grids: Sequence[Grid],
    path: str,
    period: Period | None,
    kind: str | None,
) -> FilledForm:
    form = gathering.form
    tables = tables_of(gathering)
    own = _grids_of(gathering, all_gatherings, grids)
    labels = [label for grid in own for label in outside(grid, _ranges(tables, grid))]
    signed = tuple(entry for grid in own for entry in sign_off(form, grid, labels))
    claims = period_claims(labels, own, path, period)
    name = unit_name(labels, signed)
    return FilledForm(
        form=form,
        tables=tables,
        missing_tables=missing_tables(gathering),
        period=claims[0].period if claims else None,
        period_claims=claims,
        unit_name=name,
        kind_of_unit=kind or kind_of_unit(name),
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


