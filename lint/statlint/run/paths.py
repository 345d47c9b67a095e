"""From the paths a user names to the files that are checked."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from statlint.errors import MissingPathError

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"})
"""The endings of the files that are taken when a folder is walked."""

_LOCK_FILES = ("~$", ".~lock.")
_OWN_NAME = re.compile(r"\.statlint\.[^.]+$")
_OWN_TEXT = re.compile(rb"statlint \d+\.\d+|[^\n]+: [A-Z]\d{3} [^\n]+\n")
_BEGINNING = 4096


def expand_paths(paths: Iterable[str | Path], *, outputs: Collection[Path] = ()) -> list[Path]:
    """Walk folders in sorted order and take named files as they are; each file comes once.

    Left out of folders: hidden files and folders, lock files, what statlint itself wrote, and
    `outputs`, where this run is about to write. Raises MissingPathError.
    """
    own = {output.resolve() for output in outputs}
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if not os.path.lexists(path):
            raise MissingPathError(str(path))
        for file in _files_under(path, own) if path.is_dir() else (path,):
            found.setdefault(_identity(file), file)
    return list(found.values())


def _identity(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))


def _files_under(folder: Path, own: Collection[Path]) -> Iterator[Path]:
    # A folder that may not be read is passed on: opening it becomes a finding, not silence.
    closed: list[Path] = []
    for parent, folders, names in os.walk(
        folder, onerror=lambda error: closed.append(Path(error.filename))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if _is_table_file(name) and path.resolve() not in own and not _is_own(path):
                yield path
    yield from closed


def _is_table_file(name: str) -> bool:
    if name.startswith((".", *_LOCK_FILES)):
        return False
    return os.path.splitext(name)[1].lower() in ENDINGS  # noqa: PTH122 - a name, not a path


def _is_own(path: Path) -> bool:
    """Tell whether statlint wrote a file: by its name, and a report by how it begins."""
    if _OWN_NAME.search(path.name):
        return True
    if path.suffix.lower() != ".txt":
        return False
    try:
        with path.open("rb") as file:
            return _OWN_TEXT.match(file.read(_BEGINNING)) is not None
    except OSError:
        return False
