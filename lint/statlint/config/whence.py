"""Where the value of a setting comes from: which files state it, in which line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from statlint.config.nearest import OF_THE_RUN, SettingsTree
from statlint.dataclass import dataclass

_ADDING = {"ignore": "extend-ignore", "exclude": "extend-exclude"}
"""Keys with those that add to them."""
_NOT_ALONE = frozenset({"per-file-ignores", "severity", "extend-select"})
"""Keys that a nearer file adds to as well."""
_KEYS = {"language": "lang", "datasets": "dataset", "due_file": "unit-list"}


@dataclass(frozen=True, slots=True)
class Whence:
    """One place that states a setting: a settings file with the line, or the command line."""

    place: str
    line: int | None = None


def whence(key: str, tree: SettingsTree, path: str | None) -> tuple[Whence, ...]:
    """Say which places state a setting of a file, or of the run; none where it is the usual one."""
    found: list[Whence] = []
    for stated in tree.layers_of(None if _is_of_the_run(key) else path):
        told = [one for one in (key, _ADDING.get(key, "")) if _states(stated.values, one)]
        begins_anew = key in told and key not in _NOT_ALONE
        if begins_anew or (key == "extend-select" and "select" in stated.values):
            found.clear()
        lines = stated.written.lines(told)
        found += [Whence(stated.place, line) for line in lines]
    return tuple(found)


def layers_told(tree: SettingsTree, path: str | None) -> Sequence[str]:
    """Name what is laid over what for a file, the nearest first."""
    return [stated.place for stated in reversed(tree.layers_of(path))]


def _is_of_the_run(key: str) -> bool:
    return key in {_KEYS.get(name, name.replace("_", "-")) for name in OF_THE_RUN}


def _states(values: Mapping[str, Any], key: str) -> bool:
    table, _, name = key.partition(".")
    return name in values.get(table, {}) if name else key in values
