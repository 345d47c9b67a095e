"""Where the justifications of a file are kept."""

from __future__ import annotations

import os

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING
from statlint.values.paths import plain_path

if TYPE_CHECKING:
    from pathlib import Path, PurePath

SUFFIX = ".statlint.toml"


@dataclass(frozen=True, slots=True)
class Home:
    """The sidecar of a file, and where in an archive the file is (empty for most)."""

    where: str
    inside: str = ""

    @property
    def is_there(self) -> bool:
        """Whether there is a sidecar."""
        return _is_file(self.where)

    @property
    def path(self) -> Path:
        """The path of the sidecar."""
        from pathlib import Path

        return Path(self.where)


def home_of(path: str) -> Home:
    """Give the sidecar of a file: a.xlsx.statlint.toml; that of an archive for what is in it."""
    if not os.path.lexists(path):
        from pathlib import PurePath

        place = PurePath(path)
        for parent in place.parents:
            if _is_file(parent):
                return Home(f"{parent}{SUFFIX}", place.relative_to(parent).as_posix())
    return Home(plain_path(f"{path}{SUFFIX}"))


def _is_file(path: str | PurePath) -> bool:
    # A name that is too long for a file, or no name at all, is none; Path.is_file would raise.
    return os.path.isfile(path)  # noqa: PTH113
