"""Settings files that were found good, kept: an unchanged one is neither parsed nor checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from statlint.config.cache_folder import cache_folder, private_folder
from statlint.config.kept_entries import KeptEntries, stamps
from statlint.typed import Any

_MOST = 200
"""How many are kept; a repository has a few."""
_SEEN = (
    "__init__.py",  # the version
    *("config/read.py", "schema/check.py", "schema/form.py", "schema/odd.py", "schema/rules.py"),
    "schema/settings.py",
)


class KeptSettings:
    """What settings files of known content state."""

    def __init__(self, folder: Path | None) -> None:
        """Keep in a folder; nowhere without one."""
        self._entries = KeptEntries(folder, _MOST)

    def find(self, text: str, inside: str) -> Mapping[str, Any] | None:
        """Give what a text states, if it was found good before."""
        entry = self._entries.find(_told(text, inside))
        found = None if entry is None else json.loads(entry, parse_float=Decimal)
        return found if isinstance(found, dict) else None

    def keep(self, text: str, inside: str, values: Mapping[str, Any]) -> None:
        """Keep what a good text states."""
        if values.get("cache") is not False:
            written = json.dumps(values, ensure_ascii=False, default=float)
            self._entries.keep(_told(text, inside), written.encode())


def kept_settings() -> KeptSettings:
    """Give what is kept for this user."""
    folder = cache_folder()
    return KeptSettings(private_folder(folder, "settings") if folder else None)


def _told(text: str, inside: str) -> tuple[str, ...]:
    """Name all that an entry depends on: the text, and what reads and checks it."""
    room = Path(__file__).parent.parent
    return (stamps([room / name for name in _SEEN]), inside, text)
