"""Patterns of files as settings state them: like those of .gitignore, from a folder on."""

from __future__ import annotations

import os

from statlint.config.model import FilePattern
from statlint.run.path_pattern import read_pattern
from statlint.run.sieve import Sieve, inside_of, left_out_below

_NOT = "!"


def is_among(path: str, files: FilePattern) -> bool:
    """Tell whether a pattern means a file; `!x` means all files but those that `x` means.

    Nothing outside the folder that the pattern is seen from is meant.
    """
    whole, folder = map(os.path.abspath, (path, files.folder))
    pattern = read_pattern(files.written.removeprefix(_NOT))
    if pattern is None or not inside_of(whole, folder):
        return False
    meant = left_out_below((Sieve(folder, (pattern,)),), whole, folder, is_folder=False)
    return meant is not files.written.startswith(_NOT)
