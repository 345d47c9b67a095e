"""Where the justifications of a file are kept."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.dataclass import dataclass

SUFFIX = ".statlint.toml"


@dataclass(frozen=True, slots=True)
class Home:
    """The sidecar of a file, and where in an archive the file is (empty for most)."""

    path: Path
    inside: str = ""

    @property
    def is_there(self) -> bool:
        """Whether there is a sidecar."""
        return _is_file(self.path)


def home_of(path: str) -> Home:
    """Give the sidecar of a file: a.xlsx.statlint.toml; that of an archive for what is in it."""
    if not os.path.lexists(path):
        place = Path(path)
        for parent in place.parents:
            if _is_file(parent):
                return Home(Path(f"{parent}{SUFFIX}"), place.relative_to(parent).as_posix())
    return Home(Path(f"{path}{SUFFIX}"))


def _is_file(path: Path) -> bool:
    # A name that is too long for a file, or no name at all, is none; Path.is_file would raise.
    return os.path.isfile(path)  # noqa: PTH113
