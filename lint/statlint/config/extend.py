"""A settings file with those that it extends."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.config.read import Stated, read_settings
from statlint.config.seen_from import seen_from
from statlint.config.written import refused
from statlint.values import Language, Text

_DEEPEST = 20


def chain_of(path: Path, language: Language) -> tuple[Stated, ...]:
    """Read a settings file and what it extends, the farthest first; raises SettingsError."""
    return _chain(path, language, ())


def chain_from(stated: Stated, language: Language) -> tuple[Stated, ...]:
    """Give what some settings extend, the farthest first, and the settings themselves."""
    return _below(stated, language, ())


def _chain(path: Path, language: Language, above: tuple[Path, ...]) -> tuple[Stated, ...]:
    return _below(read_settings(path, language), language, (*above, path.resolve()))


def _below(stated: Stated, language: Language, above: tuple[Path, ...]) -> tuple[Stated, ...]:
    extended = stated.values.get("extend", ())
    found: list[Stated] = []
    for number, name in enumerate([extended] if isinstance(extended, str) else extended):
        # Without "..": what it says is seen from its folder, and matched as text.
        path = Path(os.path.normpath(seen_from(stated.folder, name)))
        at = "extend" if isinstance(extended, str) else f"extend[{number}]"
        _refuse(stated, at, path, language, above)
        found += _chain(path, language, above)
    return (*found, stated)


def _refuse(
    stated: Stated, at: str, path: Path, language: Language, above: tuple[Path, ...]
) -> None:
    """Refuse a file that is not there, and one that extends itself."""
    said = None
    if not path.is_file():
        said = Text(f"没有设置文件「{path}」", f'there is no settings file "{path}"')
    elif path.resolve() in above:
        said = Text("最终又以自身为基础", "comes back to this file itself")
    elif len(above) > _DEEPEST:
        said = Text("层次过多", "goes too deep")
    if said is not None:
        from statlint.schema import Fault

        raise refused(stated.written, [Fault(at, said)], language)
