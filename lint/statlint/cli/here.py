"""The settings of the folder that a command is typed in, for commands that check nothing."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.dataclass import replace
from statlint.errors import StatlintError
from statlint.form import Form
from statlint.rule import AnyRule
from statlint.run.pack import forms_of, rules_of
from statlint.values import Language


def settings_here(language: Language) -> Settings:
    """Read the settings nearest to the working folder, for the packs and forms that they name.

    They are said in the language that was asked for. Raises SettingsError.
    """
    return replace(SettingsTree(Settings(language=language)).run, language=language)


def rules_here(language: Language) -> Sequence[AnyRule]:
    """Give the rules that can run here; raises what is wrong with settings or packs."""
    return rules_of(settings_here(language))


def rules_here_or_ours(language: Language) -> Sequence[AnyRule]:
    """Give the rules that can run here; those of statlint alone where something is wrong."""
    try:
        return rules_here(language)
    except StatlintError:
        return rules_of(Settings())


def forms_here_or_ours(language: Language) -> Sequence[Form]:
    """Give the forms that are recognised here; those of statlint where something is wrong."""
    try:
        return forms_of(settings_here(language))
    except StatlintError:
        return forms_of(Settings())
