"""Data sets of a repository: which files belong together, and what a file is among them."""

from __future__ import annotations

import os
from collections.abc import Mapping

from statlint.config.patterns import PERIODS, PathPattern, period_of
from statlint.dataclass import dataclass
from statlint.values import Period
from statlint.values.due_units import DueUnit


@dataclass(frozen=True, slots=True)
class Place:
    """What a file is by its path: of which data set, of which unit, for which period.

    `names` are the named parts of the pattern with what stands for them in the path.
    """

    dataset: str
    names: Mapping[str, str]
    unit: str | None = None
    period: Period | None = None

    @property
    def series(self) -> tuple[tuple[str, str], ...]:
        """All named parts but those of the period: the same for the files of one unit."""
        return tuple(sorted((key, text) for key, text in self.names.items() if key not in PERIODS))


@dataclass(frozen=True, slots=True)
class Dataset:
    """Files of one kind in a repository, one for each unit and period.

    `folder` is that of the settings file, which patterns start from. `parts` are the data sets
    whose files add up to one of this. `units` are those of which a file is due, or `units_file` the
    path of their list.
    """

    name: str
    pattern: PathPattern
    folder: str
    unit: str | None = None
    form: str | None = None
    parts: tuple[str, ...] = ()
    units: tuple[DueUnit, ...] = ()
    units_file: str | None = None

    @property
    def home(self) -> str:
        """The folder that all its files are in."""
        return os.path.normpath(os.path.join(self.folder, self.pattern.fixed))  # noqa: PTH118 - of texts

    def place_of(self, path: str) -> Place | None:
        """Tell what a file is; None where it is none of this data set."""
        whole = os.path.normpath(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118 - of texts
        start = os.path.join(self.folder, "")  # noqa: PTH118 - of texts
        if not whole.startswith(start):
            return None
        names = self.pattern.match(whole[len(start) :].replace(os.sep, "/"))
        if names is None:
            return None
        unit = names.get(self.unit) if self.unit else None
        return Place(self.name, names, unit, period_of(names))
