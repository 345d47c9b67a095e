"""From settings files to settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from statlint.config.demands import read_demands
from statlint.config.extend import Chains
from statlint.config.model import FilePattern, IgnoredIn, Settings
from statlint.config.read import Stated
from statlint.config.seen_from import form_seen_from, seen_from
from statlint.config.written import refused
from statlint.dataclass import replace
from statlint.finding import Policy, Severity
from statlint.typed import TYPE_CHECKING, Any
from statlint.values import Language, Period, Thresholds

if TYPE_CHECKING:
    from statlint.config.datasets import Dataset
    from statlint.values.limits import Limits


def load_settings(path: Path, base: Settings) -> Settings:
    """Lay a settings file, with what it extends, over others; raises SettingsError."""
    language = base.language
    for stated in Chains(language).of(path):
        base = lay(stated, base, language)
    return base


def lay(stated: Stated, base: Settings, language: Language) -> Settings:
    """Lay what one settings file states over others; raises SettingsError in a language."""
    data, folder = stated.values, stated.folder
    period = data.get("period")
    documents = data.get("documents", {})
    return replace(
        base,
        language=data.get("lang", base.language),
        form=form_seen_from(folder, data["form"]) if "form" in data else base.form,
        period=Period.parse(str(period)) if period is not None else base.period,
        select=_texts(data, "select", base.select),
        # Only these rules: those that were added to others before are none of them.
        extend_select=_added(data, "extend-select", () if "select" in data else base.extend_select),
        ignore=_added(data, "extend-ignore", _texts(data, "ignore", base.ignore)),
        ignored_in=_ignored_in(stated, base),
        severities=_severities(data, base),
        preview=data.get("preview", base.preview),
        fail_level=Severity(data.get("fail-level", base.fail_level)),
        kind_of_unit=data.get("unit-kind", base.kind_of_unit),
        blank=data.get("blank", base.blank),
        edits_on=_texts(data, "edits-on", base.edits_on),
        edits_off=_texts(data, "edits-off", base.edits_off),
        encoding=data.get("encoding", base.encoding),
        units=_texts(data, "units", base.units),
        infer=data.get("infer", base.infer),
        previous=_paths(stated, "previous", base.previous),
        parts=_paths(stated, "parts", base.parts),
        due_file=_path(stated, "unit-list", base.due_file),
        forms=_paths(stated, "forms", base.forms),
        packs=_texts(data, "rule-packs", base.packs),
        form_packs=_texts(data, "form-packs", base.form_packs),
        exclude=_exclude(stated, base),
        gitignore=data.get("gitignore", base.gitignore),
        baseline=_path(stated, "baseline", base.baseline),
        cache=data.get("cache", base.cache),
        cache_folder=_path(stated, "cache-folder", base.cache_folder),
        pages=data.get("pages", base.pages),
        jobs=data.get("jobs", base.jobs),
        datasets=_datasets(stated, language) or base.datasets,
        thresholds=_thresholds(data, base),
        convert=documents.get("convert", base.convert),
        demands=read_demands(documents, base.demands),
        policy=_policy(data.get("justify", {}), base.policy),
        limits=_limits(data, base),
    )


def _path(stated: Stated, key: str, base: str | None) -> str | None:
    return seen_from(stated.folder, stated.values[key]) if key in stated.values else base


def _paths(stated: Stated, key: str, base: tuple[str, ...]) -> tuple[str, ...]:
    if key not in stated.values:
        return base
    return tuple(seen_from(stated.folder, one) for one in stated.values[key])


def _texts(data: Mapping[str, Any], key: str, base: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(data.get(key, base))


def _added(data: Mapping[str, Any], key: str, base: tuple[str, ...]) -> tuple[str, ...]:
    return (*base, *(one for one in data.get(key, ()) if one not in base))


def _exclude(stated: Stated, base: Settings) -> tuple[FilePattern, ...]:
    folder = str(stated.folder.absolute())

    def patterns(key: str) -> tuple[FilePattern, ...]:
        return tuple(FilePattern(written, folder) for written in stated.values.get(key, ()))

    usual = patterns("exclude") if "exclude" in stated.values else base.exclude
    return (*usual, *patterns("extend-exclude"))


def _ignored_in(stated: Stated, base: Settings) -> tuple[IgnoredIn, ...]:
    """Lay patterns over others; one that is written as another stands in its place."""
    folder = str(stated.folder.absolute())
    found = {one.files.written: one for one in base.ignored_in}
    for written, words in stated.values.get("per-file-ignores", {}).items():
        found[written] = IgnoredIn(FilePattern(written, folder), tuple(words))
    return tuple(found.values())


def _severities(data: Mapping[str, Any], base: Settings) -> tuple[tuple[str, Severity], ...]:
    found = dict(base.severities)
    found |= {word: Severity(stated) for word, stated in data.get("severity", {}).items()}
    return tuple(found.items())


def _policy(stated: Mapping[str, Any], usual: Policy) -> Policy:
    return Policy(
        allow=_texts(stated, "allow", usual.allow),
        forbid=_texts(stated, "forbid", usual.forbid),
        by=stated.get("author", usual.by),
        days=stated.get("longest-days", usual.days),
        excel=stated.get("excel", usual.excel),
    )


def _thresholds(data: Mapping[str, Any], base: Settings) -> Thresholds:
    """Lay thresholds over others."""
    stated, usual = data.get("thresholds", {}), base.thresholds

    def number(key: str, otherwise: float) -> float:
        return float(stated.get(key, otherwise))

    return Thresholds(
        false_alarms=number("false-alarms", usual.false_alarms),
        unusual=number("unusual", usual.unusual),
        warning=number("warning", usual.warning),
        factor=number("factor", usual.factor),
        series=number("series", usual.series),
        units=number("units", usual.units),
        units_information=number("units-information", usual.units_information),
        fewest_units=stated.get("fewest-units", usual.fewest_units),
        vanished=number("vanished", usual.vanished),
        same=number("same", usual.same),
        least_change=number("least-change", usual.least_change),
    )


def _limits(data: Mapping[str, Any], base: Settings) -> Limits:
    if "limits" not in data:
        return base.limits
    # Most settings leave them alone; the start pays for what it uses.
    from statlint.config.limits import read_limits

    return read_limits(data["limits"], base.limits)


def _datasets(stated: Stated, language: Language) -> tuple[Dataset, ...]:
    if not stated.values.get("dataset"):
        return ()
    # Most settings speak of no data sets; the start pays for what it uses.
    from statlint.config.read_datasets import read_datasets

    found, faults = read_datasets(stated.values["dataset"], stated.folder.absolute())
    if faults:
        raise refused(stated.written, faults, language)
    return found
