"""What is done to each file of a run: by the settings nearest to it, gathered once for many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from statlint.config import Settings
from statlint.form import Form
from statlint.rule import AnyRule
from statlint.rule.select import left_out, selected
from statlint.run.file_patterns import is_among
from statlint.run.pack import form_named, packages_of, plans_of, rules_of
from statlint.run.read import Work
from statlint.run.unit_list import lists_of
from statlint.table import FormPlan
from statlint.values import Thresholds


@dataclass(slots=True, eq=False)
class Works:
    """The work on the files of one run.

    `settings_of` gives the settings of a file: the same object for all that share them. What is of
    the whole run (the language, the data sets, what is held against them) is as in those of `run`.
    """

    run: Work
    settings_of: Callable[[str], Settings]
    made: Callable[[Settings], Work]
    """Gathers what files with some settings need."""
    _known: dict[int, tuple[Settings, Work]] = field(default_factory=dict)
    _narrowed: dict[tuple[int, tuple[int, ...]], Work] = field(default_factory=dict)
    """The work on files in which rules are left out, by which patterns match them."""

    def of(self, path: str) -> Work:
        """Give the work on one file."""
        settings = self.settings_of(path)
        key = id(settings)
        if key not in self._known:
            self._known[key] = settings, self._own(settings)
        work = self._known[key][1]
        matching = tuple(
            at for at, one in enumerate(settings.ignored_in) if is_among(path, one.files)
        )
        if (key, matching) not in self._narrowed:
            words = [word for at in matching for word in settings.ignored_in[at].words]
            rules = left_out(work.rules, words) if words else work.rules
            self._narrowed[key, matching] = replace(work, rules=rules)
        return self._narrowed[key, matching]

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules that any file is held against, in the order of their codes."""
        works = self._narrowed.values() or (self.run,)
        rules = {rule.code: rule for work in works for rule in work.rules}
        return tuple(rules[code] for code in sorted(rules))

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages that these rules come from."""
        settings = (self.run.settings, *(settings for settings, _ in self._known.values()))
        return tuple(dict.fromkeys(package for one in settings for package in packages_of(one)))

    def thresholds_of(self, paths: Iterable[str]) -> Thresholds:
        """Give the thresholds of several files; where they differ, those of the run."""
        found = {self.of(path).settings.thresholds for path in paths}
        return found.pop() if len(found) == 1 else self.run.settings.thresholds

    def _own(self, settings: Settings) -> Work:
        of_run = self.run.settings
        own = replace(
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
        return self.run if own == of_run else self.made(own)


def prepare(
    settings: Settings,
    *,
    today: date | None = None,
    forms: Sequence[Form] | None = None,
    rules: Sequence[AnyRule] | None = None,
    settings_of: Callable[[str], Settings] | None = None,
) -> Work:
    """Gather what every file needs; `forms` and `rules` stand in for the shipped ones.

    `settings_of` gives the settings of a file, where not all have those of the run.
    """
    day = today or datetime.now().astimezone().date()
    of_datasets, due = _forms_of_datasets(settings), lists_of(settings)
    plans = _Plans(tuple(map(FormPlan, forms)) if forms is not None else None)

    def made(own: Settings) -> Work:
        return Work(plans.of(own), _rules(own, rules), own, day, _wanted(own), of_datasets, due)

    work = made(settings)
    if settings_of is None and not settings.ignored_in:
        return work
    return replace(work, apart=Works(work, settings_of or (lambda _: settings), made))


def _rules(settings: Settings, rules: Sequence[AnyRule] | None) -> tuple[AnyRule, ...]:
    return selected(
        rules_of(settings) if rules is None else rules,
        select=settings.select,
        extend=settings.extend_select,
        ignore=settings.ignore,
        preview=settings.preview,
    )


@dataclass(slots=True, eq=False)
class _Plans:
    """The forms that are looked for; settings that name the same ones share their plans."""

    given: tuple[FormPlan, ...] | None
    _known: dict[tuple[tuple[str, ...], ...], tuple[FormPlan, ...]] = field(default_factory=dict)

    def of(self, settings: Settings) -> tuple[FormPlan, ...]:
        """Give the plans for some settings; none where these ask for one form."""
        if self.given is not None:
            return self.given
        if settings.form:
            return ()
        key = (settings.forms, settings.form_packs)
        if key not in self._known:
            self._known[key] = plans_of(settings)
        return self._known[key]


def _wanted(settings: Settings) -> FormPlan | None:
    return FormPlan(form_named(settings.form, settings)) if settings.form else None


def _forms_of_datasets(settings: Settings) -> Mapping[str, FormPlan]:
    return {
        one.name: FormPlan(form_named(one.form, settings)) for one in settings.datasets if one.form
    }
