"""From the text of a settings file to what it states, checked against the schema."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statlint.config.find import PROJECT
from statlint.errors import SettingsError
from statlint.values import Language, Text

if TYPE_CHECKING:
    from statlint.schema import Fault

COMMAND_LINE = "--config"
"""How settings that stand on the command line are named in what is said."""
_TABLE = "tool.statlint"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """What one settings file states, or a few words of the command line.

    `place` is what it is called, `folder` what its relative paths start from, `inside` the table
    that holds the settings where the file has others.
    """

    place: str
    folder: Path
    text: str
    values: Mapping[str, Any]
    inside: str = ""


def read_settings(path: Path, language: Language) -> Stated:
    """Read a settings file; raises SettingsError with every fault."""
    text = _text_of(path, language)
    inside = _TABLE if path.name == PROJECT else ""
    return _checked(Stated(str(path), path.parent, text, {}, inside), language)


def read_words(words: str, folder: Path, language: Language) -> Stated:
    """Read settings that stand on the command line as they would in a file."""
    return _checked(Stated(COMMAND_LINE, folder, words, {}), language)


def _text_of(path: Path, language: Language) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"无法读取（{reason}）", f"cannot be read ({reason})")
    except UnicodeDecodeError:
        said = Text("不是 UTF-8 编码", "is not UTF-8")
    raise SettingsError(str(path), (said.of(language),))


def _checked(stated: Stated, language: Language) -> Stated:
    values = _section(stated, _parsed(stated, language))
    faults = _faults_in(values)
    if faults:
        raise SettingsError(stated.place, tuple(fault.say(language) for fault in faults))
    return Stated(stated.place, stated.folder, stated.text, values, stated.inside)


def _parsed(stated: Stated, language: Language) -> Mapping[str, Any]:
    import tomli

    try:
        return tomli.loads(stated.text, parse_float=Decimal)
    except RecursionError:
        said = Text("嵌套过深", "is nested too deeply")
    except tomli.TOMLDecodeError as error:
        said = Text(f"TOML 语法错误：{error}", f"TOML: {error}")
    raise SettingsError(stated.place, (said.of(language),))


def _section(stated: Stated, whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give our part of a project file; a settings file is ours as a whole."""
    if not stated.inside:
        return whole
    tools = whole.get("tool", {})
    ours = tools.get("statlint", {}) if isinstance(tools, Mapping) else {}
    return ours if isinstance(ours, Mapping) else {_TABLE: ours}


def _faults_in(values: Mapping[str, Any]) -> list[Fault]:
    from statlint.schema import Fault
    from statlint.schema.check import find_faults
    from statlint.schema.settings import SETTINGS_SCHEMA

    faults = [*find_faults(values, SETTINGS_SCHEMA)]
    encoding = values.get("encoding")
    if isinstance(encoding, str) and not _is_encoding(encoding):
        said = Text(f"没有「{encoding}」这种编码", f'there is no encoding "{encoding}"')
        faults.append(Fault("encoding", said))
    return faults


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
