"""The packs of third parties that are installed beside statlint, by their entry points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

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


def find_pack(name: str, kind: PackKind, language: Language) -> InstalledPack:
    """Find the pack of a name; raises PackError where none or several are installed."""
    known = installed_packs(kind)
    found = [pack for pack in known if pack.name == name]
    if len(found) == 1:
        return found[0]
    said = _several(found) if found else _absent(name, known)
    message = f"{kind.key}: {said.of(language)}"
    raise PackError(message)


def installed_packs(kind: PackKind) -> tuple[InstalledPack, ...]:
    """List the packs of third parties of one kind, by name."""
    # The search goes through all that is installed: a run whose settings name no pack is spared it.
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
