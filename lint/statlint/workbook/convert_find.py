"""Where LibreOffice is installed; no settings file can name a program to run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

PLACE = "STATLINT_LIBREOFFICE"
"""The variable that names the program; set to nothing, it forbids every conversion."""

_NAMES = ("soffice", "libreoffice", "soffice.exe")
_USUAL = (
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
)


def find_libreoffice(environment: Mapping[str, str] = os.environ) -> str | None:
    """Give the path of the program: the one that the environment names, else one installed."""
    named = environment.get(PLACE)
    if named is not None:
        return named if named and _is_program(Path(named)) else None
    places = (str(folder / name) for folder in _folders(environment) for name in _NAMES)
    return next((place for place in places if _is_program(Path(place))), None)


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    """Give the folders to look in; one that depends on where the user stands is none of them."""
    for written in (*environment.get("PATH", "").split(os.pathsep), *_USUAL):
        if written and Path(written).is_absolute():
            yield Path(written)


def _is_program(path: Path) -> bool:
    return path.is_absolute() and path.is_file() and os.access(path, os.X_OK)
