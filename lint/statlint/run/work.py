"""What a run does to a file; what that takes is gathered when the first file needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from statlint.config import Settings
from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING
from statlint.values import Thresholds

if TYPE_CHECKING:
    from statlint.confront import ReadyTables
    from statlint.rule.card import Listed
    from statlint.run.alike import Alike
    from statlint.run.means import Means
    from statlint.run.roster import Roster
    from statlint.run.works import Works
    from statlint.table import FormPlan
    from statlint.table.memory import Memory
    from statlint.values.due_units import DueUnit


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What a run does to every file: the settings, the day, the rules, the forms to look for."""

    settings: Settings
    today: date
    means: Means
    apart: Works | None = None
    """The work on the files of a run that not all share one."""

    def of(self, path: str) -> Work:
        """Give the work on one file, by the settings nearest to it."""
        return self.apart.of(path) if self.apart else self

    @property
    def rules(self) -> tuple[Listed, ...]:
        """The rules that a file is held against."""
        return self.means.rules

    @property
    def roster(self) -> Roster:
        """The same by what they are made for."""
        return self.means.roster

    @property
    def plans(self) -> tuple[FormPlan, ...]:
        """The forms that are looked for; none where one was asked for."""
        return self.means.plans

    @property
    def wanted(self) -> FormPlan | None:
        """The form that was asked for."""
        return self.means.wanted

    @property
    def memory(self) -> Memory:
        """What was found in the files of the run so far, by how they are laid out."""
        return self.means.stock.memory

    @property
    def of_datasets(self) -> Mapping[str, FormPlan]:
        """The forms that data sets are said to have, by their names."""
        return self.means.stock.of_datasets

    @property
    def due(self) -> Mapping[str, tuple[DueUnit, ...]]:
        """The units of which a file is due, by data set."""
        return self.means.stock.due

    @property
    def ready(self) -> ReadyTables:
        """What is kept of the edits of forms from file to file."""
        return self.means.stock.ready

    @property
    def alike(self) -> Alike:
        """What is kept of clean files that others may be like."""
        return self.means.stock.alike

    @property
    def all_rules(self) -> tuple[Listed, ...]:
        """The rules that any file of the run is held against."""
        return self.apart.rules if self.apart else self.rules

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages that the rules of the run come from."""
        return self.apart.packages if self.apart else self.means.packages

    def thresholds_of(self, paths: Iterable[str]) -> Thresholds:
        """Give the thresholds for figures of several files that are held against one another."""
        return self.apart.thresholds_of(paths) if self.apart else self.settings.thresholds

    def gather(self) -> None:
        """Gather all that the run needs, so that faults of the settings come before any check.

        Raises FormError, PackError, RulePackError and SettingsError.
        """
        for one in self.apart.all() if self.apart else (self,):
            one.means.gather()
