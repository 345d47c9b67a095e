"""From settings back to what a settings file would state, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from statlint.config.limits import write_limits
from statlint.config.model import FilePattern, Settings
from statlint.dataclass import fields

if TYPE_CHECKING:
    from statlint.config.datasets import Dataset

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What a key may be: as TOML and JSON have it, None where nothing is stated."""


def as_stated(settings: Settings) -> Mapping[str, Value]:
    """Give each key with its value; a key of a table is written `thresholds.factor`."""
    return {
        "lang": settings.language,
        "form": settings.form,
        "period": str(settings.period) if settings.period else None,
        "select": _texts(settings.select),
        "extend-select": _texts(settings.extend_select),
        "ignore": _texts(settings.ignore),
        "per-file-ignores": {one.files.written: _texts(one.words) for one in settings.ignored_in},
        "severity": {word: severity.value for word, severity in settings.severities},
        "preview": settings.preview,
        "fail-level": settings.fail_level.value,
        "unit-kind": settings.kind_of_unit,
        "blank": settings.blank,
        "edits-on": _texts(settings.edits_on),
        "edits-off": _texts(settings.edits_off),
        "encoding": settings.encoding,
        "units": _texts(settings.units),
        "infer": settings.infer,
        "previous": _texts(settings.previous),
        "parts": _texts(settings.parts),
        "unit-list": settings.due_file,
        "forms": _texts(settings.forms),
        "rule-packs": _texts(settings.packs),
        "form-packs": _texts(settings.form_packs),
        "exclude": _patterns(settings.exclude),
        "gitignore": settings.gitignore,
        "baseline": settings.baseline,
        "cache": settings.cache,
        "cache-folder": settings.cache_folder,
        "pages": settings.pages,
        "jobs": settings.jobs,
        "dataset": [_dataset(one) for one in settings.datasets],
        **_thresholds(settings),
        **_documents(settings),
        **_justify(settings),
        **write_limits(settings.limits),
    }


def _texts(texts: Iterable[str]) -> list[Value]:
    return list(texts)


def _patterns(patterns: Iterable[FilePattern]) -> list[Value]:
    return [one.written for one in patterns]


def _thresholds(settings: Settings) -> dict[str, Value]:
    stated = settings.thresholds
    return {
        f"thresholds.{one.name.replace('_', '-')}": getattr(stated, one.name)
        for one in fields(stated)
    }


def _documents(settings: Settings) -> dict[str, Value]:
    asked = settings.demands
    return {
        "documents.convert": settings.convert,
        "documents.sign-by": "{:02}-{:02}".format(*asked.sign_by) if asked.sign_by else None,
        "documents.at-least": [
            {"words": _texts(one.words), "least": one.least, "units": _texts(one.units)}
            for one in asked.at_least
        ],
    }


def _justify(settings: Settings) -> dict[str, Value]:
    policy = settings.policy
    return {
        "justify.allow": _texts(policy.allow),
        "justify.forbid": _texts(policy.forbid),
        "justify.author": policy.by,
        "justify.longest-days": policy.days,
        "justify.excel": policy.excel,
    }


def _dataset(dataset: Dataset) -> Value:
    units: Value = dataset.units_file or [
        {"name": one.name, "aliases": _texts(one.aliases)} for one in dataset.units
    ]
    stated: dict[str, Value] = {
        "name": dataset.name,
        "files": dataset.pattern.written,
        "unit": dataset.unit,
        "form": dataset.form,
        "parts": _texts(dataset.parts),
        "units": units,
    }
    return {key: value for key, value in stated.items() if value not in (None, [])}
