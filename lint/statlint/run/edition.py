"""What every result depends on besides files and settings: this statlint, and what reads files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from statlint import __version__
from statlint.values.blake import blake2b

_PACKAGES = ("statlint", "statlint_rules")
_LIBRARIES = frozenset(
    ("openpyxl", "python_calamine", "xlrd", "pdfplumber", "pdfminer_six", "pypdfium2", "highspy")
)
"""What reads files, and the extras whose presence alone makes a difference."""
_DIST = ".dist-info"
_LISTING = "RECORD"
_CACHED = "__pycache__"


def edition(places: Sequence[str] = sys.path) -> bytes:
    """Digest the version of statlint, its files, those of the libraries, and Python's.

    Of what was installed the list of its files with their digests tells; a source tree is told by
    when its files were last written.
    """
    python = f"{sys.implementation.name} {sys.version_info[:2]} {sys.platform}"
    told = [__version__, python, *libraries(places)]
    for package in _PACKAGES:
        folder = _folder_of(package)
        listing = folder.parent / f"statlint-{__version__}{_DIST}" / _LISTING if folder else None
        told += [package, *(_listed(listing) or (_stamps(str(folder)) if folder else ()))]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def libraries(places: Sequence[str]) -> list[str]:
    """Name the libraries that are installed, each with its version."""
    found = {name for place in places for name in _names_in(place) if _is_library(name)}
    return sorted(found)


def _names_in(place: str) -> list[str]:
    try:
        return os.listdir(place or ".")  # noqa: PTH208 - of texts
    except OSError:
        return []


def _is_library(name: str) -> bool:
    own, _, rest = name.partition("-")
    return rest.endswith(_DIST) and own.lower() in _LIBRARIES


def _folder_of(package: str) -> Path | None:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def _listed(listing: Path | None) -> tuple[str, ...]:
    """Give the list of installed files, where there is one."""
    try:
        return (listing.read_text(encoding="utf-8"),) if listing else ()
    except OSError:
        return ()


def _stamps(folder: str) -> Iterator[str]:
    """Go through the files of a folder: when each was last written, and how long it is."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir():
                if entry.name != _CACHED:
                    yield from _stamps(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.name} {status.st_mtime_ns} {status.st_size}"
