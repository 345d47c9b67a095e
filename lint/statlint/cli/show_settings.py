"""`statlint check --show-settings`: each setting with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from statlint.cli.asked import SettingsOptions
from statlint.cli.baseline import baseline_path
from statlint.cli.words import say
from statlint.config.as_stated import Value, as_stated
from statlint.config.language import language_asked
from statlint.config.nearest import SettingsTree
from statlint.config.whence import Whence, layers_told, whence
from statlint.reporters.ruler import Ruler

_ENVIRONMENT = "STATLINT_LANG"
IN_PLACE_OF = {
    "lang": "--lang",
    "form": "--form",
    "period": "--period",
    "select": "--select",
    "extend-select": "--select",
    "fail-level": "--fail-level",
    "preview": "--preview",
    "infer": "--no-infer",
    "previous": "--previous",
    "parts": "--parts",
    "unit-list": "--units",
    "baseline": "--baseline",
    "cache": "--no-cache",
}
"""Settings with the options that stand in their place."""
BESIDE = {"ignore": "--ignore", "exclude": "--exclude"}
"""Settings with the options that add to them."""
_ROOM = 44


def settings_page(tree: SettingsTree, paths: Sequence[str], options: SettingsOptions) -> str:
    """Write the settings of files, or of the run where none is named, as a settings file."""
    pages = ("\n".join(_page(tree, path, options)) + "\n" for path in _each(paths))
    return "\n".join(pages)


def settings_json(tree: SettingsTree, paths: Sequence[str], options: SettingsOptions) -> str:
    """Write the same for programs."""
    files = [
        {
            "path": path,
            "layers": list(layers_told(tree, path)),
            "settings": {
                key: {"value": value, "from": [_plain(one) for one in places]}
                for key, value, places in _told(tree, path, options)
            },
        }
        for path in _each(paths)
    ]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1) + "\n"


def _each(paths: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(paths) or (None,)


def _told(
    tree: SettingsTree, path: str | None, options: SettingsOptions
) -> Iterator[tuple[str, Value, tuple[Whence, ...]]]:
    settings = tree.run if path is None else tree.of(path)
    for key, stated in as_stated(settings).items():
        value = _usual_baseline(tree, path) if key == "baseline" and stated is None else stated
        yield key, value, _places(key, tree, path, options)


def _usual_baseline(tree: SettingsTree, path: str | None) -> Value:
    """Give the baseline that counts although nobody names it, where there is one."""
    found = baseline_path(tree, () if path is None else (path,))
    return str(found) if found.is_file() else None


def _places(
    key: str, tree: SettingsTree, path: str | None, options: SettingsOptions
) -> tuple[Whence, ...]:
    """Say where a value comes from, the command line included."""
    given: Mapping[str, object] = {**options}
    instead, beside = IN_PLACE_OF.get(key, ""), BESIDE.get(key, "")
    if instead and given[_name(instead)]:
        return (Whence(instead),)
    places = whence(key, tree, path)
    if key == "lang" and language_asked() and not tree.is_worded(key):
        return (Whence(_ENVIRONMENT),)
    added = (Whence(beside),) if beside and given[_name(beside)] else ()
    return (*places, *added)


def _name(option: str) -> str:
    return option.removeprefix("--").replace("-", "_")


def _plain(one: Whence) -> Mapping[str, object]:
    if one.place == _ENVIRONMENT:
        return {"environment": one.place}
    if one.place.startswith("--"):
        return {"option": one.place}
    return {"file": one.place, "line": one.line}


def _page(tree: SettingsTree, path: str | None, options: SettingsOptions) -> Iterator[str]:
    language = tree.run.language
    between = say("between", language)
    layers = between.join(layers_told(tree, path)) or say("no settings file", language)
    name = path if path is not None else say("this run", language)
    yield say("settings of", language, name=name, layers=layers)
    table = ""
    for key, value, places in _told(tree, path, options):
        inside, _, name = key.rpartition(".")
        if inside != table:
            table = inside
            yield f"\n[{table}]"
        told = between.join(map(_place, places)) or say("built in", language)
        if value is None:
            yield say("not set", language, name=name)
        else:
            yield f"{Ruler().pad(f'{name} = {_toml(value)}', _ROOM)}  # {told}"


def _place(one: Whence) -> str:
    return one.place if one.line is None else f"{one.place}:{one.line}"


def _toml(value: Value) -> str:
    """Write a value as TOML does; a text of JSON is one of TOML, too."""
    if isinstance(value, dict):
        inside = ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else json.dumps(name, ensure_ascii=False)
