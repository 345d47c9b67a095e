"""The settings file that is nearest to a folder."""

from __future__ import annotations

from pathlib import Path

PROJECT = "pyproject.toml"
"""The project file that may hold settings, in its table tool.statlint."""
_NAMES = ("statlint.toml", ".statlint.toml")


def find_settings(folder: Path) -> Path | None:
    """Find the settings file nearest to a folder, looking upwards."""
    return next(filter(None, map(settings_in, (folder, *folder.parents))), None)


def settings_in(folder: Path) -> Path | None:
    """Give the settings file of a folder, if there is one."""
    for name in _NAMES:
        if (folder / name).is_file():
            return folder / name
    return folder / PROJECT if _mentions_us(folder / PROJECT) else None


def _mentions_us(project: Path) -> bool:
    """Tell whether a project file may hold our table, without the cost of reading TOML."""
    try:
        return b"tool.statlint" in project.read_bytes()
    except OSError:
        return False
