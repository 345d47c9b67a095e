"""Keep a sidecar: all of it, or as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def read_text(path: Path) -> str:
    """Read a sidecar as text; empty where there is none. Raises OSError and UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else ""


def keep(path: Path, text: str) -> None:
    """Put a text in the place of a sidecar; none at all takes it away. Raises OSError.

    Whoever reads at this moment reads the old one or the new one, never half of either.
    """
    place = path.resolve()
    if not text:
        place.unlink(missing_ok=True)
        return
    part = place.with_name(f".statlint-{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        if place.is_file():
            shutil.copymode(place, part)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
