"""The walkthrough: what its commands say is what they say now, from first install to green."""

from __future__ import annotations

import re
from pathlib import Path

from scratch_repository import ROOT
from walkthrough import commands_of, rewritten

ENGLISH, CHINESE = ROOT / "docs/walkthrough.md", ROOT / "docs/zh/walkthrough.md"


def test_the_commands_say_what_the_page_says(tmp_path: Path) -> None:
    page = ENGLISH.read_text(encoding="utf-8")

    assert rewritten(page, tmp_path, "en") == page


def test_both_pages_run_the_same_commands() -> None:
    english, chinese = (
        [re.sub('".+?"', '"…"', command) for command in commands_of(path.read_text("utf-8"))]
        for path in (ENGLISH, CHINESE)
    )

    assert len(english) > 20
    assert english == chinese
