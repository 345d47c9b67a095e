"""The private folder that all files of pages are in; it goes when the server ends."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time
from typing import IO

_PREFIX = "statlint-desk-"
_LOCK = "lock"
_YOUNG = 60.0
"""Seconds after which a folder that nobody holds was left behind."""


@contextmanager
def private_home() -> Iterator[Path]:
    """Make a folder that only this user may look into, and take it away in the end.

    What servers have left behind that ended by force is taken away first.
    """
    sweep()
    home = Path(tempfile.mkdtemp(prefix=_PREFIX))
    with (home / _LOCK).open("wb") as lock:
        hold(lock)
        try:
            yield home
        finally:
            if sys.platform == "win32":
                lock.close()
            clear(home)


def sweep() -> list[Path]:
    """Take away folders whose servers are gone, and give them."""
    found = sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"))
    left = [one for one in found if _is_left_behind(one)]
    for one in left:
        clear(one)
    return left


def clear(folder: Path) -> None:
    """Delete a folder with all that is in it, as far as the system lets go of it."""
    shutil.rmtree(folder, ignore_errors=True)


def free_bytes(folder: Path) -> int:
    """Tell how much room there is on the disk of a folder."""
    return shutil.disk_usage(folder).free


def hold(lock: IO[bytes]) -> bool:
    """Take hold of a lock until its file is closed; tell whether nobody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_left_behind(folder: Path) -> bool:
    """Tell whether a folder is one of ours that no server holds."""
    try:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or not _is_mine(found):
            return False
        with (folder / _LOCK).open("r+b") as lock:
            return hold(lock)
    except FileNotFoundError:
        # Between the making of a folder and the taking of its lock lies a moment.
        return time() - found.st_mtime > _YOUNG
    except OSError:
        return False


def _is_mine(found: os.stat_result) -> bool:
    return sys.platform == "win32" or found.st_uid == os.getuid()
