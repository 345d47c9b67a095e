"""How property tests run here: the same examples each time, and no word on how long they take."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before anything imports openpyxl: it writes other bytes where lxml is there.
os.environ["OPENPYXL_LXML"] = "False"

settings.register_profile("statlint", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("statlint")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what is kept for the next run out of the folder of whoever runs the tests."""
    os.environ["STATLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _no_results_of_other_tests() -> Iterator[None]:
    """Let each test find out everything itself: some change what is run, not what is checked."""
    yield
    results = os.path.join(os.environ["STATLINT_CACHE_DIR"], "results")  # noqa: PTH118 - once a test
    if os.path.isdir(results):  # noqa: PTH112 - as above
        shutil.rmtree(results)


@pytest.fixture
def breakable() -> Iterator[None]:
    """Let an interrupt break the test off, also where all was started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
