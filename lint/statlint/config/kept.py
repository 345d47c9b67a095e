"""Settings files that were found good, kept: an unchanged one is neither parsed nor checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from statlint.config.cache_folder import cache_folder, private_folder, write_whole

_MOST = 200
"""How many are kept; a repository has a few."""
_SEEN = ("config/read.py", "schema/check.py", "schema/form.py", "schema/rules.py")
_SCHEMA = "schema/settings.py"


class KeptSettings:
    """What settings files of known content state."""

    def __init__(self, folder: Path | None) -> None:
        """Keep in a folder; nowhere without one."""
        self._folder = folder

    def find(self, text: str, inside: str) -> Mapping[str, Any] | None:
        """Give what a text states, if it was found good before."""
        if self._folder is None:
            return None
        try:
            content = (self._folder / _name(text, inside)).read_bytes()
        except OSError:
            return None
        digest, _, values = content.partition(b"\n")
        # Half of a disk's block, or an entry that somebody has mended by hand.
        if digest != _digest(values):
            return None
        found = json.loads(values, parse_float=Decimal)
        return found if isinstance(found, dict) else None

    def keep(self, text: str, inside: str, values: Mapping[str, Any]) -> None:
        """Keep what a good text states."""
        if self._folder is None or values.get("cache") is False:
            return
        written = json.dumps(values, ensure_ascii=False, default=float).encode()
        write_whole(self._folder / _name(text, inside), _digest(written) + b"\n" + written)
        _make_room(self._folder)


def kept_settings() -> KeptSettings:
    """Give what is kept for this user."""
    folder = cache_folder()
    return KeptSettings(private_folder(folder, "settings") if folder else None)


def _name(text: str, inside: str) -> str:
    """Name an entry by all that it depends on: the text, and what reads and checks it."""
    told = f"{_version()}\n{inside}\n{text}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() + ".json"


def _version() -> str:
    from statlint import __version__

    room = Path(__file__).parent.parent
    return " ".join([__version__, *(_stamp(room / name) for name in (*_SEEN, _SCHEMA))])


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "-"
    return f"{status.st_mtime_ns}.{status.st_size}"


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).hexdigest().encode()


def _make_room(folder: Path) -> None:
    """Let go of the oldest half where there are too many."""
    entries = list(folder.iterdir())
    if len(entries) <= _MOST:
        return
    for entry in sorted(entries, key=_age)[: _MOST // 2]:
        entry.unlink(missing_ok=True)


def _age(entry: Path) -> float:
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0
