"""The settings of the folder that a command is typed in, for commands that check nothing."""

from __future__ import annotations

from dataclasses import replace

from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.values import Language


def settings_here(language: Language) -> Settings:
    """Read the settings nearest to the working folder, for the packs and forms that they name.

    They are said in the language that was asked for. Raises SettingsError.
    """
    return replace(SettingsTree(Settings(language=language)).run, language=language)
