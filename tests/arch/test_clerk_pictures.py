"""The pictures of the guides for clerks: each is taken by the tool, and shown on a page."""

from __future__ import annotations

import re
from pathlib import Path

from browsing import ROOT
from clerk_pictures import NAMES, PICTURES


def shown() -> set[str]:
    """Give the pictures that pages show."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return {Path(link).name for text in texts for link in re.findall(r"\]\(([^)]+\.png)\)", text)}


def test_every_picture_is_one_that_the_tool_takes() -> None:
    assert {path.name for path in PICTURES.iterdir()} == set(NAMES)


def test_every_picture_is_shown() -> None:
    assert shown() == set(NAMES)
