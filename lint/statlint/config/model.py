"""The settings of one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from statlint.finding import Severity
from statlint.values import Language, Period, Thresholds
from statlint.values.demands import Demands
from statlint.values.due_units import DueUnit

if TYPE_CHECKING:
    from statlint.config.datasets import Dataset


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for, from the command line and the settings file.

    `form` is a form's id or path; `kind_of_unit` the kind of reporting unit (town, street, county,
    department, city, province, ministry); `units` the reporting units that a table of units must
    have, one line each; `blank` (zero, missing) overrides the form's word on
    blank cells; `edits_on` and `edits_off` are ids of edits (Y5 names
    Y5a and Y5b); `infer` is whether relations are looked for in tables that no form describes;
    `previous` and `parts` are the paths of earlier tables, and of those that add up to the ones
    that are checked; `datasets` say which files of a repository belong together; `thresholds` say
    how odd a figure must be beside earlier ones; `due` are the
    units of which a file is due, or `due_file` the path of their list;
    `found_texts` are the paths of text documents that were found in a folder; `convert` is whether
    an installed LibreOffice may be started on documents that are not read as they are: only a
    settings file says so, and whatever checks the files of strangers leaves it False;
    `demands` are what a notice asks of a report.
    """

    language: Language = "en"
    form: str | None = None
    period: Period | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_level: Severity = Severity.ERROR
    kind_of_unit: str | None = None
    blank: str | None = None
    edits_on: tuple[str, ...] = ()
    edits_off: tuple[str, ...] = ()
    encoding: str | None = None
    units: tuple[str, ...] = ()
    infer: bool = True
    previous: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    due: tuple[DueUnit, ...] = ()
    due_file: str | None = None
    found_texts: frozenset[str] = frozenset()
    convert: bool = False
    demands: Demands = field(default_factory=Demands)
