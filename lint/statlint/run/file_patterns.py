"""Patterns of files as settings state them: like those of .gitignore, from a folder on."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from statlint.config.model import FilePattern

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NOT = "!"


def is_among(path: str, files: FilePattern) -> bool:
    """Tell whether a pattern means a file; `!x` means all files but those that `x` means.

    Nothing outside the folder that the pattern is seen from is meant.
    """
    inside = _inside(path, files.folder)
    if inside is None:
        return False
    negated = files.written.startswith(_NOT)
    return _spec(files.written.removeprefix(_NOT)).match_file(inside) is not negated


def _inside(path: str, folder: str) -> str | None:
    """Give a path as seen from a folder, with slashes; None for one that is not in it."""
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:  # another drive
        return None
    above = seen == os.pardir or seen.startswith(os.pardir + os.sep)
    return None if above else seen.replace(os.sep, "/")


@cache
def _spec(pattern: str) -> GitIgnoreSpec:
    # Here, since most settings state no patterns.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
