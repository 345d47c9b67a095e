"""Digests of files, and whether these are still what they were when their digest was taken."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.dataclass import dataclass, field
from statlint.typed import TypeAlias
from statlint.values.blake import blake2b

_SIZE = 16
_AT_ONCE = 1 << 20
_Stamp: TypeAlias = "tuple[int, int, int]"


@dataclass(slots=True, eq=False)
class Contents:
    """The digests of files that were read; each file is read once."""

    _known: dict[str, bytes | None] = field(default_factory=dict)
    _stamps: dict[str, _Stamp | None] = field(default_factory=dict)
    """When each was last written, before it was read."""

    def of(self, path: str) -> bytes | None:
        """Give the digest of a file, or of the archive that it is packed in; None for no file."""
        place = self._place_of(path)
        if place not in self._known:
            self._stamps[place] = _stamp(place)
            self._known[place] = _digest(place)
        return self._known[place]

    def is_same(self, path: str) -> bool:
        """Tell whether a file was not written since its digest was taken."""
        place = self._place_of(path)
        return place in self._stamps and self._stamps[place] == _stamp(place)

    def _place_of(self, path: str) -> str:
        """Give the file on disk: of county.zip/a.xlsx the archive."""
        if self._known.get(path) or os.path.isfile(path):  # noqa: PTH113 - of texts
            return path
        above = (str(parent) for parent in Path(path).parents)
        return next((one for one in above if self._known.get(one) or os.path.isfile(one)), path)  # noqa: PTH113


def _stamp(path: str) -> _Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - of texts: there may be thousands
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _digest(path: str) -> bytes | None:
    digest = blake2b(digest_size=_SIZE)
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - of texts, as above
            # What is no file gives its bytes once, if it gives any.
            return None
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of texts, as above
            while piece := file.read(_AT_ONCE):
                digest.update(piece)
    except OSError:
        return None
    return digest.digest()
