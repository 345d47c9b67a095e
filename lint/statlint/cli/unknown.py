"""Names in settings that nothing has are refused; where nothing is named, nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.config import Settings
from statlint.config.nearest import SettingsTree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.config.read import Stated


def refuse_unknown_of_run(tree: SettingsTree) -> None:
    """Refuse rules, edits and forms that do not exist in the settings of a run."""
    _refuse([(tree.run, tree.layers_of())])


def refuse_unknown_of_files(tree: SettingsTree) -> None:
    """Refuse the same in the settings that were asked for beside those of the run."""
    _refuse(tree.each()[1:])


def _refuse(several: Iterable[tuple[Settings, Sequence[Stated]]]) -> None:
    naming = [(own, layers) for own, layers in several if _names_anything(own, layers)]
    if not naming:
        return
    from statlint.cli.rules import Known, refuse_unknown

    known = Known()
    for own, layers in naming:
        refuse_unknown(own, layers, known)


def _names_anything(settings: Settings, layers: Sequence[Stated]) -> bool:
    stated = (settings.select, settings.ignore, settings.edits_on, settings.edits_off)
    packs = (settings.packs, settings.form_packs, settings.forms)
    if any((*stated, *packs)) or not layers:
        return any((*stated, *packs))
    from statlint.config.named import names_anything

    return any(names_anything(one.values) for one in layers)
