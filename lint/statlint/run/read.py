"""One opened file as it is read: its sheets, and the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.form import BlankMeans
from statlint.grid import Grid
from statlint.rule import AnyRule
from statlint.run.as_found import as_found
from statlint.run.grids import grids_of
from statlint.run.lists import lists_in, not_lists, open_cells
from statlint.run.understood import explains, unexplained
from statlint.table import FilledForm, FormPlan, Hints, Layout, Search, search
from statlint.table.surroundings import period_of_path
from statlint.values import Period
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.config.datasets import Place
    from statlint.tidy.find import Found


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What a run does to every file: the forms to look for, the rules, the settings, the day."""

    plans: tuple[FormPlan, ...]
    rules: tuple[AnyRule, ...]
    settings: Settings
    today: date
    wanted: FormPlan | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A file, its sheets by name, the forms found on them and the tables that none explains."""

    opening: Opening
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    search: Search | None = None
    layouts: tuple[Layout, ...] = ()
    period: Period | None = None
    """What it is for by its path, or by what was asked for."""
    lists: tuple[Found, ...] = ()
    """Its sheets that are long lists, one figure a row."""

    @property
    def filled(self) -> tuple[FilledForm, ...]:
        """The forms that were filled in."""
        return self.search.filled if self.search else ()

    @property
    def with_tables(self) -> Iterator[FilledForm]:
        """Go through the forms that were filled in, and the tables that none explains as one."""
        yield from self.filled
        found = as_found(self.layouts)
        if found is not None:
            yield self.dated(found)

    def dated(self, filled: FilledForm) -> FilledForm:
        """Give tables without a form the period that was asked for, else what they print."""
        path = self.opening.path
        period = self.period or filled.period or period_of_path(path)
        return replace(filled, period=period)


def read(opening: Opening, work: Work, place: Place | None = None) -> Read:
    """Find the tables of a file; `place` is what it is by its path."""
    if opening.workbook is None:
        return Read(opening)
    settings = work.settings
    grids = grids_of(opening.workbook)
    found = search(
        grids,
        work.plans,
        Hints(
            opening.path,
            settings.period,
            settings.kind_of_unit,
            place=place.period if place else None,
        ),
        wanted=work.wanted,
    )
    filled = tuple(
        _with_settings(one, settings)
        for one in found.filled
        # An open form may know a table by some heads, and have nothing to say of it.
        if explains(one) or settings.units or not settings.infer or work.wanted
    )
    lists = lists_in(opening, grids, filled, settings)
    if opening.workbook.stream is not None and not lists:
        return read(open_cells(opening, settings), work, place)
    return Read(
        opening,
        {grid.name: grid for grid in grids},
        replace(found, filled=filled, lists=len(lists)),
        unexplained(not_lists(grids, lists), filled, settings),
        settings.period or (place.period if place else None),
        lists,
    )


def _with_settings(filled: FilledForm, settings: Settings) -> FilledForm:
    form = filled.form
    if settings.blank is not None:
        form = replace(form, blank=BlankMeans(settings.blank))
    return replace(filled, form=form, units_due=settings.units)
