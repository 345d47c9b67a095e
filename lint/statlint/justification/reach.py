"""What a baseline reaches: what files are called as seen from it, and which are there."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from statlint.dataclass import dataclass, field


@dataclass(slots=True, eq=False)
class Reach:
    """The folder of a baseline, and what of it a run goes through."""

    folder: Path
    walked: Collection[str] = ()
    _real: dict[str, str] = field(default_factory=dict)
    _roots: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Find out where the paths lie that the run goes through."""
        self._roots = frozenset(map(self._place, self.walked))

    def name(self, path: str) -> str:
        """Give the path of a file as seen from the folder, alike on every system."""
        place = self._place(path)
        try:
            seen = os.path.relpath(place, self._place(str(self.folder / "_")).removesuffix("_"))
        except ValueError:  # On another drive.
            seen = place
        return unicodedata.normalize("NFC", seen.replace(os.sep, "/"))

    def at(self, name: str) -> Path:
        """Give the path of a file by its name."""
        return self.folder / name

    def is_there(self, name: str, met: Collection[str]) -> bool:
        """Tell whether a file is on disk, or may be in an archive of which none other was met."""
        if os.path.lexists(self.at(name)):
            return True
        archives = (str(one) for one in PurePosixPath(name).parents if self.at(str(one)).is_file())
        archive = next(archives, None)
        return archive is not None and not any(one.startswith(f"{archive}/") for one in met)

    def is_walked(self, name: str) -> bool:
        """Tell whether the run went through the folder, or archive, that a file is in."""
        place = Path(self._place(str(self.at(name))))
        return any(str(one) in self._roots for one in (place, *place.parents))

    def _place(self, path: str) -> str:
        """Give the one path of a file, whatever links lead to its folder."""
        folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - of texts, as below
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return os.path.join(self._real[folder], name)  # noqa: PTH118
