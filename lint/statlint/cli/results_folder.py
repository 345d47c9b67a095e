"""Where the results of a run are kept for the next one, if anywhere."""

from __future__ import annotations

from statlint.config import Settings
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_INSIDE = "results"


def results_folder(settings: Settings) -> Path | None:
    """Give the folder; None where nothing is to be kept, or nothing can be."""
    if not settings.cache or not _can_keep():
        return None
    from statlint.config.cache_folder import cache_folder, private_folder

    folder = cache_folder(settings.cache_folder)
    return private_folder(folder, _INSIDE) if folder else None


def _can_keep() -> bool:
    """Tell whether this Python has the database; it may be built without."""
    from importlib.util import find_spec

    return find_spec("_sqlite3") is not None
