"""The rules, forms and lists of units that settings name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from statlint.config import Settings
from statlint.dataclass import dataclass, field
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.confront import ReadyTables
    from statlint.form import Form
    from statlint.rule.card import Listed
    from statlint.run.alike import Alike
    from statlint.run.roster import Roster
    from statlint.table import FormPlan
    from statlint.table.memory import Memory
    from statlint.values.due_units import DueUnit

# What is imported in these functions takes longer than to read what is known of unchanged files.


@dataclass(frozen=True, eq=False)
class Stock:
    """What all files of a run share.

    `forms` and `rules` stand in for the shipped ones, `wanted` for the form that was asked for.
    """

    settings: Settings
    forms: Sequence[Form] | None = None
    rules: Sequence[Listed] | None = None
    wanted: Form | None = None
    _plans: dict[tuple[tuple[str, ...], ...], tuple[FormPlan, ...]] = field(default_factory=dict)

    @cached_property
    def memory(self) -> Memory:
        """Keep what is found in files, so that it is known again in others laid out alike."""
        from statlint.table.memory import Memory

        return Memory()

    @cached_property
    def of_datasets(self) -> Mapping[str, FormPlan]:
        """Load the forms that data sets are said to have, by their names; raises FormError."""
        return {
            one.name: _plan_of(one.form, self.settings)
            for one in self.settings.datasets
            if one.form
        }

    @cached_property
    def due(self) -> Mapping[str, tuple[DueUnit, ...]]:
        """Read which units are due, by data set; raises SettingsError."""
        settings = self.settings
        if not (settings.due or settings.due_file or settings.datasets):
            return {}
        from statlint.run.unit_list import lists_of

        return lists_of(settings)

    @cached_property
    def ready(self) -> ReadyTables:
        """Give what is kept of the edits of forms from file to file."""
        from statlint.confront import ReadyTables

        return ReadyTables()

    @cached_property
    def alike(self) -> Alike:
        """Give what is kept of clean files that others may be like."""
        from statlint.run.alike import Alike

        return Alike()

    def stand_in(self, settings: Settings, plans: tuple[FormPlan, ...]) -> None:
        """Let plans stand in for those of the forms that settings name."""
        self._plans[settings.forms, settings.form_packs] = plans

    def plans_of(self, settings: Settings) -> tuple[FormPlan, ...]:
        """Give the forms to look for; settings that name the same ones share their plans."""
        key = (settings.forms, settings.form_packs)
        if key not in self._plans:
            from statlint.run.pack import plans_of
            from statlint.table import FormPlan

            given = self.forms
            plans = plans_of(settings) if given is None else tuple(map(FormPlan, given))
            self._plans[key] = plans
        return self._plans[key]


@dataclass(frozen=True, eq=False)
class Means:
    """What files with some settings need; the rules that `without` names are left out."""

    settings: Settings
    stock: Stock
    without: tuple[str, ...] = ()

    @cached_property
    def rules(self) -> tuple[Listed, ...]:
        """Choose the rules; raises PackError and RulePackError."""
        from statlint.rule.select import left_out, selected
        from statlint.run.pack import listed_of

        given, own = self.stock.rules, self.settings
        chosen = selected(
            listed_of(own) if given is None else given,
            select=own.select,
            extend=own.extend_select,
            ignore=own.ignore,
            preview=own.preview,
        )
        return left_out(chosen, self.without) if self.without else chosen

    @cached_property
    def roster(self) -> Roster:
        """Group the rules by what they are made for; raises PackError and RulePackError."""
        from statlint.run.roster import Roster

        return Roster(self.rules)

    @cached_property
    def plans(self) -> tuple[FormPlan, ...]:
        """Give the forms to look for; none where one was asked for. Raises FormError."""
        if self.settings.form and self.stock.forms is None:
            return ()
        return self.stock.plans_of(self.settings)

    @cached_property
    def wanted(self) -> FormPlan | None:
        """Load the form that was asked for; raises FormError."""
        if self.stock.wanted is None:
            return _plan_of(self.settings.form, self.settings) if self.settings.form else None
        from statlint.table import FormPlan

        return FormPlan(self.stock.wanted)

    @property
    def packages(self) -> tuple[str, ...]:
        """Name the packages that the rules come from."""
        from statlint.run.pack import packages_of

        return packages_of(self.settings)

    def gather(self) -> None:
        """Gather everything."""
        for one in (self.rules, self.plans, self.wanted, self.stock.of_datasets, self.stock.due):
            del one


def _plan_of(form: str, settings: Settings) -> FormPlan:
    from statlint.run.pack import form_named
    from statlint.table import FormPlan

    return FormPlan(form_named(form, settings))
