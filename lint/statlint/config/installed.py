"""The packs of third parties that are installed beside statlint, by their entry points."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.errors import PackError
from statlint.schema import did_you_mean, listing
from statlint.values import Language, Text

_OWN = "statlint_rules"


class PackKind(StrEnum):
    """What a pack brings: the group of its entry point."""

    RULES = "statlint.rules"
    FORMS = "statlint.forms"

    @property
    def key(self) -> str:
        """The setting that names packs of this kind."""
        return "rule-packs" if self is PackKind.RULES else "form-packs"


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack: the name that settings give it, its package, and what was installed with it."""

    name: str
    package: str
    distribution: str

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of its package; nothing of it is run."""
        top, *inner = self.package.split(".")
        return tuple(place.joinpath(*inner) for place in _places(top))

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that what it does may depend on: those of the package that it is in."""
        places = _places(self.package.partition(".")[0])
        return tuple(path for place in places for path in _files_of(place))


def _places(top: str) -> tuple[Path, ...]:
    """Give the folders of a package, or the file of a module; none of what is not there."""
    spec = find_spec(top)
    if spec is None:
        return ()
    if spec.submodule_search_locations is not None:
        return tuple(map(Path, spec.submodule_search_locations))
    return (Path(spec.origin),) if spec.origin else ()


def _files_of(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for parent, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(parent, name) for name in sorted(names))


def find_pack(name: str, kind: PackKind, language: Language) -> InstalledPack:
    """Find the pack of a name; raises PackError where none or several are installed."""
    known = installed_packs(kind)
    found = [pack for pack in known if pack.name == name]
    if len(found) == 1:
        return found[0]
    said = _several(found) if found else _absent(name, known)
    raise PackError(kind.key, name, (said.of(language),))


def installed_packs(kind: PackKind) -> tuple[InstalledPack, ...]:
    """List the packs of third parties of one kind, by name."""
    return _found(kind, tuple(sys.path))


@cache
def _found(kind: PackKind, _places: tuple[str, ...]) -> tuple[InstalledPack, ...]:
    # The search goes through all that is installed: a run whose settings name no pack is spared it,
    # and one that names packs asks several times.
    from importlib.metadata import entry_points

    found = {
        InstalledPack(
            one.name,
            one.module,
            f"{one.dist.name} {one.dist.version}" if one.dist else one.module,
        )
        for one in entry_points(group=kind)
        if one.module != _OWN
    }
    return tuple(sorted(found, key=lambda pack: (pack.name, pack.distribution)))


def _absent(name: str, known: Iterable[InstalledPack]) -> Text:
    names = [pack.name for pack in known]
    there, near = listing(names), did_you_mean(name, names)
    if not names:
        return Text(f"没有安装「{name}」", f'"{name}" is not installed')
    return Text(
        f"没有安装「{name}」；已安装的有：{there.zh}{near.zh}",
        f'"{name}" is not installed; there are: {there.en}{near.en}',
    )


def _several(found: Iterable[InstalledPack]) -> Text:
    rivals = listing(pack.distribution for pack in found)
    name = next(iter(found)).name
    return Text(
        f"「{name}」不止一个：{rivals.zh}",
        f'"{name}" is the name of several packs: {rivals.en}',
    )
