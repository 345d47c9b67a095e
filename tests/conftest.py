"""How property tests run here: the same examples each time, and no word on how long they take."""

from __future__ import annotations

import os

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
