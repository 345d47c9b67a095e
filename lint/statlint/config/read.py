"""From the text of a settings file to what it states, checked against the schema."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from statlint.config.find import PROJECT
from statlint.config.kept import KeptSettings, kept_settings
from statlint.config.written import Written, not_toml, refused
from statlint.dataclass import dataclass
from statlint.errors import SettingsError
from statlint.typed import TYPE_CHECKING, Any
from statlint.values import Language, Text

if TYPE_CHECKING:
    from statlint.schema import Fault

COMMAND_LINE = "--config"
"""How settings that stand on the command line are named in what is said."""
_TABLE = "tool.statlint"
_LARGEST = 1_000_000
_OF_SHELL = ("/dev/", "/proc/")
"""Where the pipes lie that a shell makes of another command's output."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """What one settings file states, or a few words of the command line."""

    written: Written
    values: Mapping[str, Any]

    @property
    def place(self) -> str:
        """What the file is called in what is said."""
        return self.written.place

    @property
    def folder(self) -> Path:
        """The folder that relative paths start from."""
        return self.written.folder


def read_settings(path: Path, language: Language, *, kept: bool = True) -> Stated:
    """Read a settings file; raises SettingsError with every fault.

    `kept` is whether what was found good may be kept for the next run.
    """
    inside = _TABLE if path.name == PROJECT else ""
    text = _text_of(path, language)
    return _checked(Written(_shown(path), path.parent, text, inside), language, kept=kept)


def read_words(words: str, folder: Path, language: Language, *, kept: bool = True) -> Stated:
    """Read settings that stand on the command line as they would in a file."""
    return _checked(Written(COMMAND_LINE, folder, words, is_file=False), language, kept=kept)


def _shown(path: Path) -> str:
    """Give a path as seen from the working folder, if it is below that."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _text_of(path: Path, language: Language) -> str:
    try:
        if path.is_fifo() and not str(path).startswith(_OF_SHELL):
            # One that nobody writes to would keep us waiting.
            said = Text("是管道，不是文件", "is a pipe, not a file")
            raise SettingsError(_shown(path), (said.of(language),))
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) <= _LARGEST:
            return content.decode("utf-8-sig")
        said = Text("超过 1 MB", "is larger than 1 MB")
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"无法读取（{reason}）", f"cannot be read ({reason})")
    except UnicodeDecodeError:
        said = Text("不是 UTF-8 编码：请另存为 UTF-8", "is not UTF-8: save it anew as UTF-8")
    raise SettingsError(_shown(path), (said.of(language),))


def _checked(written: Written, language: Language, *, kept: bool) -> Stated:
    """Give what a text states; what was found good once is not looked at again."""
    before = kept_settings() if kept else KeptSettings(None)
    values = before.find(written.text, written.inside)
    if values is None:
        values = _section(written, _parsed(written, language), language)
        faults = _faults_in(values)
        if faults:
            raise refused(written, faults, language)
        before.keep(written.text, written.inside, values)
    return Stated(written, values)


def _parsed(written: Written, language: Language) -> Mapping[str, Any]:
    import tomli

    try:
        return tomli.loads(written.text, parse_float=Decimal)
    except RecursionError:
        deep = Text("嵌套过深", "is nested too deeply").of(language)
        raise SettingsError(written.place, (deep,)) from None
    except ValueError as error:
        # TOMLDecodeError is one; Python itself refuses whole numbers of thousands of digits.
        raise not_toml(written, str(error), language) from None


def _section(written: Written, whole: Mapping[str, Any], language: Language) -> Mapping[str, Any]:
    """Give our part of a project file; a settings file is ours as a whole."""
    if not written.inside:
        return whole
    tools = whole.get("tool", {})
    ours = tools.get("statlint", {}) if isinstance(tools, Mapping) else {}
    if isinstance(ours, Mapping):
        return ours
    from statlint.schema import Fault

    said = Text("应为表（[tool.statlint]）", "must be a table ([tool.statlint])")
    raise refused(written, [Fault(_TABLE, said)], language)


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
        # Not all that Python calls so are of texts: zip, rot13.
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True
