"""A real browser, and the real program behind the page; skipped where there is no Chromium.

`STATLINT_BROWSER=required` makes that a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browsing import ARGUMENTS, NAMES, PATIENCE, Served, chromium, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser, without a window."""
    found = chromium()
    if found is None:
        reason = f"no browser: none of {', '.join(NAMES)} is installed"
        if os.environ.get("STATLINT_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Let one program serve all tests that do not end it."""
    one = serve(tmp_path_factory.mktemp("served"))
    yield one
    one.end()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Served]:
    """Start a program that a test may end itself."""
    one = serve(tmp_path / "served")
    yield one
    one.end()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a fresh browser of a Chinese clerk, that notes what goes wrong in scripts."""
    opened = browser.new_context(
        locale="zh-CN", viewport={"width": 1366, "height": 768}, accept_downloads=True
    )
    opened.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    opened.on("weberror", lambda error: wrong.append(str(error.error)))
    opened.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    yield opened
    opened.close()
    assert [one for one in wrong if "Failed to load resource" not in one] == []  # refusals are told


@pytest.fixture
def desk(context: BrowserContext, served: Served) -> Page:
    """Open the page of the program."""
    page = context.new_page()
    page.goto(served.address)
    return page
