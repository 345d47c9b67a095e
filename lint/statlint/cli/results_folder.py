"""Where the results of a run are kept for the next one, if anywhere."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from statlint.config import Settings

_INSIDE = "results"


def results_folder(settings: Settings) -> Path | None:
    """Give the folder; None where nothing is to be kept, or nothing can be."""
    # A Python may be built without the database that results are kept in.
    if not settings.cache or find_spec("_sqlite3") is None:
        return None
    from statlint.config.cache_folder import cache_folder, private_folder

    folder = cache_folder(settings.cache_folder)
    return private_folder(folder, _INSIDE) if folder else None
