"""Entries that are kept in a folder for the next run; none of them is taken on trust."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from statlint.config.cache_folder import write_whole
from statlint.values.blake import blake2b

_SIZE = 16


class KeptEntries:
    """What is known of contents that were read before, each entry in a file of its own."""

    def __init__(self, folder: Path | None, most: int) -> None:
        """Keep so many entries at most in a folder; none without one."""
        self._folder = folder
        self._most = most

    def find(self, depends_on: Sequence[str]) -> bytes | None:
        """Give the entry of what depends on some texts."""
        if self._folder is None:
            return None
        try:
            content = (self._folder / _name(depends_on)).read_bytes()
        except OSError:
            return None
        digest, _, entry = content.partition(b"\n")
        # Half of a disk's block, or an entry that somebody has mended by hand.
        return entry if digest == _digest(entry) else None

    def keep(self, depends_on: Sequence[str], entry: bytes) -> None:
        """Keep an entry; the oldest half goes where there are too many."""
        if self._folder is None:
            return
        write_whole(self._folder / _name(depends_on), _digest(entry) + b"\n" + entry)
        entries = list(self._folder.iterdir())
        if len(entries) > self._most:
            for old in sorted(entries, key=_age)[: self._most // 2]:
                old.unlink(missing_ok=True)


def stamps(files: Sequence[Path]) -> str:
    """Tell when files were last written, and how long they are."""
    return " ".join(map(_stamp, files))


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "-"
    return f"{status.st_mtime_ns}.{status.st_size}"


def _name(depends_on: Sequence[str]) -> str:
    told = "\n".join(depends_on).encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=_SIZE).hexdigest() + ".json"


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).hexdigest().encode()


def _age(entry: Path) -> float:
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0
