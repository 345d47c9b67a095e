"""The settings file that is nearest to a folder."""

from __future__ import annotations

import re
import stat
from pathlib import Path

PROJECT = "pyproject.toml"
"""The project file that may hold settings, in its table tool.statlint."""
_NAMES = ("statlint.toml", ".statlint.toml")
_LARGEST = 1_000_000


def find_settings(folder: Path) -> Path | None:
    """Find the settings file nearest to a folder, looking upwards."""
    return next(filter(None, map(settings_in, (folder, *folder.parents))), None)


def settings_in(folder: Path) -> Path | None:
    """Give the settings file of a folder, if there is one.

    What cannot be looked at is passed by; a link that leads nowhere is not: it was meant.
    """
    for name in _NAMES:
        if _is_meant(folder / name):
            return folder / name
    return folder / PROJECT if _holds_settings(folder / PROJECT) else None


def _is_meant(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
        return stat.S_ISREG(mode) or (stat.S_ISLNK(mode) and not path.is_dir())
    except OSError:
        return False


def _holds_settings(project: Path) -> bool:
    """Tell whether a project file has our table; most are told without the cost of reading TOML."""
    try:
        with project.open("rb") as file:
            content = file.read(_LARGEST)
    except OSError:
        return False
    if b"statlint" not in content:
        return False
    table = rb"^\s*\[\[?\s*([\"']?)tool\1\s*\.\s*([\"']?)statlint\2\s*[\].]"
    if re.search(table, content, re.MULTILINE):
        return True
    # Perhaps it is one of the other ways to write a table; mostly it is a name in a list.
    return bool(re.search(rb"statlint[\"']?\s*[.=]", content)) and _is_in(content)


def _is_in(content: bytes) -> bool:
    import tomli

    try:
        tools = tomli.loads(content.decode("utf-8-sig")).get("tool", {})
    except (ValueError, RecursionError):
        return False
    return isinstance(tools, dict) and "statlint" in tools
