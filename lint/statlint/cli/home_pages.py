"""The pages of rules on this computer, for links in a terminal where none are published."""

from __future__ import annotations

import socket
import sys
from collections.abc import Collection
from pathlib import Path

from statlint.config import Settings
from statlint.config.cache_folder import cache_folder, private_folder, write_whole
from statlint.reporters.rule_html import write_rule_html
from statlint.run.pack import listed_of


def home_pages(codes: Collection[str], settings: Settings) -> str | None:
    """Write the pages of some rules and give their address, with {code} in it.

    None where there is no folder that is kept for the next run.
    """
    kept = cache_folder(settings.cache_folder) if settings.cache else None
    folder = private_folder(kept, "pages", settings.language) if kept else None
    if folder is None:
        return None
    for rule in listed_of(settings):
        if rule.code in codes:
            _write(folder / f"{rule.code}.html", write_rule_html(rule.loaded(), settings.language))
    return f"{_address(folder)}/{{code}}.html"


def _write(path: Path, text: str) -> None:
    content = text.encode("utf-8")
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        pass
    write_whole(path, content)


def _address(folder: Path) -> str:
    """Give a folder as an address; with the host, so that no terminal far away looks for it."""
    address = folder.absolute().as_uri()
    host = "" if sys.platform == "win32" else socket.gethostname()
    return address.replace("file://", f"file://{host}", 1)
