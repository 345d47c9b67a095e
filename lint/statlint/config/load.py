"""From a settings file to settings."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statlint.config.demands import read_demands
from statlint.config.model import Settings
from statlint.errors import SettingsError
from statlint.finding import Severity
from statlint.values import Period, Text, Thresholds

if TYPE_CHECKING:
    from statlint.config.datasets import Dataset

_NAMES = ("statlint.toml", ".statlint.toml")
_PROJECT = "pyproject.toml"
_LARGEST = 1_000_000


def find_settings(folder: Path) -> Path | None:
    """Find the settings file nearest to a folder, looking upwards."""
    for parent in (folder, *folder.parents):
        for name in _NAMES:
            if (parent / name).is_file():
                return parent / name
        if _mentions_us(parent / _PROJECT):
            return parent / _PROJECT
    return None


def _mentions_us(project: Path) -> bool:
    """Tell whether a project file may hold our table, without the cost of reading TOML."""
    try:
        return b"tool.statlint" in project.read_bytes()
    except OSError:
        return False


def load_settings(path: Path, base: Settings) -> Settings:
    """Lay the settings of a file over others; raises SettingsError with every fault."""
    data = _section(path, _read(path, base))
    _check(path, data, base)
    period = data.get("period")
    return replace(
        base,
        language=data.get("lang", base.language),
        form=_form(path, data.get("form")) or base.form,
        period=Period.parse(str(period)) if period is not None else base.period,
        select=_texts(data, "select", base.select),
        ignore=_texts(data, "ignore", base.ignore),
        preview=data.get("preview", base.preview),
        fail_level=Severity(data.get("fail-level", base.fail_level)),
        kind_of_unit=data.get("unit-kind", base.kind_of_unit),
        blank=data.get("blank", base.blank),
        edits_on=_texts(data, "edits-on", base.edits_on),
        edits_off=_texts(data, "edits-off", base.edits_off),
        encoding=data.get("encoding", base.encoding),
        units=_texts(data, "units", base.units),
        infer=data.get("infer", base.infer),
        previous=_paths(path, data, "previous", base.previous),
        parts=_paths(path, data, "parts", base.parts),
        datasets=_datasets(path, data, base) or base.datasets,
        thresholds=_thresholds(data, base),
        convert=data.get("documents", {}).get("convert", base.convert),
        demands=read_demands(data.get("documents", {}), base.demands),
    )


def _read(path: Path, base: Settings) -> Mapping[str, Any]:
    import tomli

    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
        return tomli.loads(text, parse_float=Decimal)
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"无法读取（{reason}）", f"cannot be read ({reason})")
    except UnicodeDecodeError:
        said = Text("不是 UTF-8 编码", "is not UTF-8")
    except RecursionError:
        said = Text("嵌套过深", "is nested too deeply")
    except tomli.TOMLDecodeError as error:
        said = Text(f"TOML 语法错误：{error}", f"TOML: {error}")
    raise SettingsError(str(path), (said.of(base.language),))


def _section(path: Path, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give our part of a project file; a settings file is ours as a whole."""
    if path.name != _PROJECT:
        return data
    tools = data.get("tool", {})
    ours = tools.get("statlint", {}) if isinstance(tools, Mapping) else {}
    return ours if isinstance(ours, Mapping) else {"tool.statlint": ours}


def _check(path: Path, data: Mapping[str, Any], base: Settings) -> None:
    from statlint.schema import Fault
    from statlint.schema.check import find_faults
    from statlint.schema.settings import SETTINGS_SCHEMA

    faults = [*find_faults(data, SETTINGS_SCHEMA)]
    encoding = data.get("encoding")
    if isinstance(encoding, str) and not _is_encoding(encoding):
        said = Text(f"没有「{encoding}」这种编码", f'there is no encoding "{encoding}"')
        faults.append(Fault("encoding", said))
    if faults:
        raise SettingsError(str(path), tuple(fault.say(base.language) for fault in faults))


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _form(path: Path, form: str | None) -> str | None:
    """Give a form's id as it is, and a form's path as seen from the settings file."""
    if form is None or not form.endswith(".toml"):
        return form
    return str(path.parent / form)


def _paths(path: Path, data: Mapping[str, Any], key: str, base: tuple[str, ...]) -> tuple[str, ...]:
    """Give paths as seen from the settings file."""
    return tuple(str(path.parent / one) for one in data[key]) if key in data else base


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


def _datasets(path: Path, data: Mapping[str, Any], base: Settings) -> tuple[Dataset, ...]:
    if not data.get("dataset"):
        return ()
    # Most settings speak of no data sets; the start pays for what it uses.
    from statlint.config.read_datasets import read_datasets

    found, faults = read_datasets(data["dataset"], path.parent.absolute())
    if faults:
        raise SettingsError(str(path), tuple(fault.say(base.language) for fault in faults))
    return found


def _texts(data: Mapping[str, Any], key: str, base: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(data.get(key, base))
