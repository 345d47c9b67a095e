"""The folder in which something is kept for the next run; it can be deleted at any time."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_OTHERS_MAY_WRITE = 0o002
_NOT_OURS = "# Made by statlint to be faster next time; may be deleted.\n*\n"


def cache_folder(
    stated: str | None = None,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Path | None:
    """Give the folder: STATLINT_CACHE_DIR, else the one stated, else the usual one of the system.

    None where the environment has no folder for a user.
    """
    named = environment.get("STATLINT_CACHE_DIR") or stated
    if named:
        return Path(named)
    if platform == "win32":
        return _inside(environment.get("LOCALAPPDATA"))
    home = environment.get("HOME")
    if platform == "darwin":
        return _inside(home, "Library", "Caches")
    own = environment.get("XDG_CACHE_HOME", "")
    # A relative one counts for nothing: XDG Base Directory Specification, "Environment variables".
    return Path(own, "statlint") if Path(own).is_absolute() else _inside(home, ".cache")


def _inside(home: str | None, *folders: str) -> Path | None:
    return Path(home, *folders, "statlint") if home else None


def private_folder(folder: Path, *inside: str) -> Path | None:
    """Make a folder that only this user can look into; None where that cannot be had.

    Nothing is kept in a folder that is somebody else's, or that anybody may write to.
    """
    wanted = folder.joinpath(*inside)
    try:
        if not wanted.is_dir():
            _make(folder)
            wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = wanted.stat()
    except (OSError, ValueError):
        return None
    is_ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return wanted if is_ours and not status.st_mode & _OTHERS_MAY_WRITE else None


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # One that stands in a repository is none of its files.
    (folder / ".gitignore").write_text(_NOT_OURS, encoding="utf-8")


def write_whole(path: Path, content: bytes) -> bool:
    """Write a file so that nobody ever reads half of it; False where it cannot be written."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        return False
    return True
