"""Forms that settings name: those of own folders, and those of installed packs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from statlint.config import Settings
from statlint.config.installed import PackKind, find_pack
from statlint.dataclass import dataclass
from statlint.errors import FormError, PackError
from statlint.form import Form
from statlint.run.kept_forms import kept_forms
from statlint.values import Language, Text

_ENDING = ".toml"
_NO_FORMS = ("pyproject.toml", "statlint.toml", ".statlint.toml")
_BESIDE = ".statlint.toml"


@dataclass(frozen=True, slots=True, eq=False)
class OwnForm:
    """A form that does not come with statlint, and its file."""

    path: Path
    form: Form


def own_forms(settings: Settings) -> tuple[OwnForm, ...]:
    """Load the forms of own folders, then those of packs; raises FormError and PackError."""
    kept = kept_forms(settings)
    return tuple(OwnForm(path, kept.load(path, settings)) for path in form_files(settings))


def form_files(settings: Settings) -> tuple[Path, ...]:
    """List the form files that settings name, each once; raises FormError and PackError."""
    language = settings.language
    found = [path for folder in settings.forms for path in _files_of(Path(folder), language)]
    for pack in dict.fromkeys(settings.form_packs):
        found += _files_of_pack(pack, language)
    return tuple({os.path.realpath(path): path for path in reversed(found)}.values())[::-1]


def _files_of(place: Path, language: Language) -> list[Path]:
    """List the forms of a folder and of those in it; a file is a form by itself."""
    if place.is_file():
        return [place]
    if not place.is_dir():
        said = Text("没有这个文件夹", "there is no such folder")
        raise FormError(str(place), (said.of(language),))
    return list(_walk(place))


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            if name.endswith(_ENDING) and not _is_other(name):
                yield Path(parent, name)


def _is_other(name: str) -> bool:
    """Tell whether a file holds something else of ours, or is hidden."""
    return name in _NO_FORMS or name.endswith(_BESIDE) or name.startswith(".")


def _files_of_pack(name: str, language: Language) -> list[Path]:
    pack = find_pack(name, PackKind.FORMS, language)
    found = [path for folder in pack.folders for path in _walk(folder)]
    if not found:
        said = Text(
            f"「{name}」的包 {pack.package} 中没有表式（.toml）",
            f'there is no form (.toml) in the package {pack.package} of "{name}"',
        )
        raise PackError(PackKind.FORMS.key, name, (said.of(language),))
    return found


def sources_of(settings: Settings) -> tuple[Path, ...]:
    """List the files that rules and forms of settings come from, but for those of statlint.

    Raises FormError and PackError; nothing of a pack is run.
    """
    language = settings.language
    rules = (find_pack(name, PackKind.RULES, language) for name in settings.packs)
    return (*form_files(settings), *(path for pack in rules for path in pack.files))
