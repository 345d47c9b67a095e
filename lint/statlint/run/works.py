"""What is done to each file of a run: by the settings nearest to it, gathered once for many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from statlint.config import Settings
from statlint.dataclass import dataclass, field, replace
from statlint.run.means import Means, Stock
from statlint.run.work import Work
from statlint.typed import TYPE_CHECKING
from statlint.values import Thresholds

if TYPE_CHECKING:
    from statlint.form import Form
    from statlint.rule.card import Listed


@dataclass(slots=True, eq=False)
class Works:
    """The work on the files of one run.

    `settings_of` gives the settings of a file: the same object for all that share them. What is of
    the whole run (the language, the data sets, what is held against them) is as in those of `run`.
    """

    run: Work
    settings_of: Callable[[str], Settings]
    _known: dict[int, tuple[Settings, Means]] = field(default_factory=dict)
    _works: dict[tuple[int, tuple[int, ...]], Work] = field(default_factory=dict)
    """The work on files with the same settings in which the same rules are left out."""

    def of(self, path: str) -> Work:
        """Give the work on one file."""
        settings = self.settings_of(path)
        matching = _matching(path, settings) if settings.ignored_in else ()
        key = id(settings), matching
        if key not in self._works:
            self._works[key] = self._made(settings, matching)
        return self._works[key]

    def all(self) -> tuple[Work, ...]:
        """Give the work on all files that were asked for up to now; that of the run for none."""
        return tuple(self._works.values()) or (self.run,)

    @property
    def rules(self) -> tuple[Listed, ...]:
        """The rules that any file is held against, in the order of their codes."""
        rules = {rule.code: rule for work in self.all() for rule in work.rules}
        return tuple(rules[code] for code in sorted(rules))

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages that these rules come from."""
        named = (package for work in self.all() for package in work.means.packages)
        return tuple(dict.fromkeys((*self.run.means.packages, *named)))

    def thresholds_of(self, paths: Iterable[str]) -> Thresholds:
        """Give the thresholds of several files; where they differ, those of the run."""
        found = {self.of(path).settings.thresholds for path in paths}
        return found.pop() if len(found) == 1 else self.run.settings.thresholds

    def _made(self, settings: Settings, matching: tuple[int, ...]) -> Work:
        means = self._means(settings)
        without = tuple(word for at in matching for word in settings.ignored_in[at].words)
        return replace(
            self.run,
            settings=means.settings,
            means=replace(means, without=without) if without else means,
        )

    def _means(self, settings: Settings) -> Means:
        if id(settings) not in self._known:
            own, means = self._own(settings), self.run.means
            if settings is not self.run.settings and own != self.run.settings:
                means = replace(means, settings=own)
            self._known[id(settings)] = settings, means
        return self._known[id(settings)][1]

    def _own(self, settings: Settings) -> Settings:
        of_run = self.run.settings
        return replace(
            settings,
            language=of_run.language,
            fail_level=of_run.fail_level,
            previous=of_run.previous,
            parts=of_run.parts,
            datasets=of_run.datasets,
            due=of_run.due,
            due_file=of_run.due_file,
            found_texts=of_run.found_texts,
            # A folder from elsewhere must not make this computer start another program.
            convert=of_run.convert and settings.convert,
        )


def _matching(path: str, settings: Settings) -> tuple[int, ...]:
    """Give the places of the patterns of a file for which rules are left out."""
    from statlint.run.file_patterns import is_among

    ignored = settings.ignored_in
    return tuple(at for at, one in enumerate(ignored) if is_among(path, one.files))


def prepare(
    settings: Settings,
    *,
    today: date | None = None,
    forms: Sequence[Form] | None = None,
    rules: Sequence[Listed] | None = None,
    wanted: Form | None = None,
    settings_of: Callable[[str], Settings] | None = None,
) -> Work:
    """Make ready what every file needs; `forms` and `rules` stand in for the shipped ones.

    `wanted` stands in for the form that the settings ask for; `settings_of` gives the settings of
    a file, where not all have those of the run.
    """
    day = today or datetime.now().astimezone().date()
    work = Work(settings, day, Means(settings, Stock(settings, forms, rules, wanted)))
    if settings_of is None and not settings.ignored_in:
        return work
    return replace(work, apart=Works(work, settings_of or (lambda _: settings)))
