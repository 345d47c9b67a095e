"""A settings file with those that it extends."""

from __future__ import annotations

from pathlib import Path

from statlint.config.read import Stated, read_settings
from statlint.config.seen_from import seen_from
from statlint.errors import SettingsError
from statlint.values import Language, Text

_DEEPEST = 20


def chain_of(path: Path, language: Language) -> tuple[Stated, ...]:
    """Read a settings file and what it extends, the farthest first; raises SettingsError."""
    return _chain(path, language, ())


def chain_from(stated: Stated, language: Language) -> tuple[Stated, ...]:
    """Give what some settings extend, the farthest first, and the settings themselves."""
    return _below(stated, language, ())


def _chain(path: Path, language: Language, above: tuple[Path, ...]) -> tuple[Stated, ...]:
    return _below(read_settings(path, language), language, (*above, _whole(path)))


def _below(stated: Stated, language: Language, above: tuple[Path, ...]) -> tuple[Stated, ...]:
    extended = stated.values.get("extend", ())
    names = [extended] if isinstance(extended, str) else extended
    found: list[Stated] = []
    for name in names:
        path = Path(seen_from(stated.folder, name))
        _refuse(stated, name, path, language, above)
        found += _chain(path, language, above)
    return (*found, stated)


def _refuse(
    stated: Stated, name: str, path: Path, language: Language, above: tuple[Path, ...]
) -> None:
    """Refuse a file that is not there, and one that extends itself."""
    said = None
    if not path.is_file():
        said = Text(f"没有设置文件「{name}」", f'there is no settings file "{name}"')
    elif _whole(path) in above:
        said = Text(f"「{name}」又扩展到自身", f'"{name}" comes back to itself')
    elif len(above) > _DEEPEST:
        said = Text("层次过多", "goes too deep")
    if said is not None:
        colon = Text("：", ": ").of(language)
        raise SettingsError(stated.place, (f"extend{colon}{said.of(language)}",))


def _whole(path: Path) -> Path:
    return path.resolve()
