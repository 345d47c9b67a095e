"""Paths as texts, told as pathlib tells them: its import would be a good part of a short run."""

from __future__ import annotations

import os

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

_ODD = ("//", "/./")
_ODD_ENDS = ("/", "/.", "/..")


def plain_path(path: str) -> str:
    """Write a path as pathlib writes it: without what says nothing, such as ./ before a name."""
    return path if _is_plain(path) else str(_pure(path))


def name_of(path: str) -> str:
    """Give the last name of a path."""
    return path.rpartition("/")[2] if _is_plain(path) else _pure(path).name


def folder_of(path: str) -> str:
    """Give the folder of a path, with slashes on every system."""
    if not _is_plain(path):
        return _pure(path).parent.as_posix()
    folder, sign, _ = path.rpartition("/")
    return folder or sign or "."


def ending_of(path: str) -> str:
    """Give the ending of a file's name in small letters: csv."""
    name, sign, ending = name_of(path).rpartition(".")
    return ending.lower() if name and sign else ""


def _is_plain(path: str) -> bool:
    """Tell whether a path is written as most are, on a system that writes them so."""
    return (
        os.sep == "/"
        and path not in {"", ".", ".."}
        and not path.startswith("./")
        and not path.endswith(_ODD_ENDS)
        and not any(one in path for one in _ODD)
    )


def _pure(path: str) -> PurePath:
    from pathlib import PurePath

    return PurePath(path)
