"""The settings of one run."""

from __future__ import annotations

from statlint.dataclass import dataclass, field
from statlint.finding import Policy, Severity
from statlint.typed import TYPE_CHECKING, Literal
from statlint.values import Language, Period, Thresholds
from statlint.values.demands import Demands
from statlint.values.limits import USUAL, Limits

if TYPE_CHECKING:
    from statlint.config.datasets import Dataset
    from statlint.values.due_units import DueUnit


@dataclass(frozen=True, slots=True)
class FilePattern:
    """A pattern of paths as in .gitignore, seen from the folder of the settings file."""

    written: str
    folder: str


@dataclass(frozen=True, slots=True)
class IgnoredIn:
    """Rules that are left out in the files that a pattern matches."""

    files: FilePattern
    words: tuple[str, ...]


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
    `demands` are what a notice asks of a report;
    `extend_select` are rules beside those of `select`, or beside the usual ones;
    `ignored_in` are rules that are left out in some files; `severities` says how bad the findings
    of some rules are, by word (code, beginning of one, name); `packs` and `form_packs` name rule
    packs and packs of forms of third parties, `forms` are folders of the user's own forms;
    `exclude` are patterns of files that are not checked where a folder is walked, `gitignore` is
    whether those that git ignores are not, either; `policy` says what may be accepted; `baseline`
    is the path of the list of what is known already; `cache` is whether results are kept for the
    next run, `cache_folder` where; `pages` is the address that the pages of rules are published at;
    `limits` are what one file may cost; `jobs` is how many processes check files, "auto" for as
    many as there are cores, None for what pays; `series` is whether the report is to carry the
    figures of earlier periods: only what draws them asks for it.
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
    extend_select: tuple[str, ...] = ()
    ignored_in: tuple[IgnoredIn, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    packs: tuple[str, ...] = ()
    form_packs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    exclude: tuple[FilePattern, ...] = ()
    gitignore: bool = True
    policy: Policy = field(default_factory=Policy)
    baseline: str | None = None
    cache: bool = True
    cache_folder: str | None = None
    pages: str | None = None
    limits: Limits = USUAL
    jobs: int | Literal["auto"] | None = None
    series: bool = False
