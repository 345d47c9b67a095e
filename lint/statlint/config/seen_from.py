"""Paths as seen from the settings file that names them."""

from __future__ import annotations

from pathlib import Path


def seen_from(folder: Path, written: str) -> str:
    """Give a path as seen from a folder; `~/` is the user's own folder."""
    path = Path(written)
    return str(folder / (path.expanduser() if written.startswith("~/") else path))


def form_seen_from(folder: Path, form: str) -> str:
    """Give a form's id as it is, and a form's path as seen from a folder."""
    return seen_from(folder, form) if form.endswith(".toml") else form
