"""One opened file as it is read: its sheets, and the forms that were filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from statlint.config import Settings
from statlint.form import BlankMeans
from statlint.grid import Grid
from statlint.rule import AnyRule
from statlint.run.grids import grids_of
from statlint.run.understood import explains, unexplained
from statlint.table import FilledForm, FormPlan, Hints, Layout, Search, search
from statlint.workbook import Opening


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

    @property
    def filled(self) -> tuple[FilledForm, ...]:
        """The forms that were filled in."""
        return self.search.filled if self.search else ()


def read(opening: Opening, work: Work) -> Read:
    """Find the tables of a file."""
    if opening.workbook is None:
        return Read(opening)
    settings = work.settings
    grids = grids_of(opening.workbook)
    found = search(
        grids,
        work.plans,
        Hints(opening.path, settings.period, settings.kind_of_unit),
        wanted=work.wanted,
    )
    filled = tuple(
        _with_settings(one, settings)
        for one in found.filled
        # An open form may know a table by some heads, and have nothing to say of it.
        if explains(one) or settings.units or not settings.infer or work.wanted
    )
    return Read(
        opening,
        {grid.name: grid for grid in grids},
        replace(found, filled=filled),
        unexplained(grids, filled, settings),
    )


def _with_settings(filled: FilledForm, settings: Settings) -> FilledForm:
    form = filled.form
    if settings.blank is not None:
        form = replace(form, blank=BlankMeans(settings.blank))
    return replace(filled, form=form, units_due=settings.units)
