"""The pages of rules on this computer."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import unquote

import pytest

from statlint.cli.home_pages import home_pages
from statlint.config import Settings


def path_of(address: str, code: str) -> Path:
    """Give the file that an address leads to."""
    assert address.startswith(f"file://{socket.gethostname()}/")
    path = address.removeprefix(f"file://{socket.gethostname()}").replace("{code}", code)
    return Path(unquote(path))


@pytest.fixture(autouse=True)
def _no_usual_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STATLINT_CACHE_DIR", raising=False)


def test_the_pages_of_the_codes_that_are_shown_are_written(tmp_path: Path) -> None:
    settings = Settings(language="zh", cache_folder=str(tmp_path / "缓存 1"))

    address = home_pages({"B101", "D105"}, settings)

    assert address is not None
    path = path_of(address, "B101")
    assert sorted(one.name for one in path.parent.iterdir()) == ["B101.html", "D105.html"]
    assert "<h1>B101 总计与各项合计不符" in path.read_text(encoding="utf-8")


def test_a_page_that_is_there_is_left_and_an_old_one_replaced(tmp_path: Path) -> None:
    settings = Settings(cache_folder=str(tmp_path))
    address = home_pages({"B101", "D105"}, settings) or ""
    kept, old = path_of(address, "B101"), path_of(address, "D105")
    page = old.read_text(encoding="utf-8")
    os.utime(kept, (1, 1))
    old.write_text("old", encoding="utf-8")

    home_pages({"B101", "D105"}, settings)

    assert (kept.stat().st_mtime, old.read_text(encoding="utf-8")) == (1, page)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(cache=False), id="nothing is to be kept"),
        pytest.param(Settings(cache_folder="/dev/null/a"), id="a folder that cannot be made"),
    ],
)
def test_without_a_folder_there_is_no_address(settings: Settings) -> None:
    assert home_pages({"B101"}, settings) is None
