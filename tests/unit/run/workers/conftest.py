"""How workers run in tests."""

from __future__ import annotations

import os

import pytest

_MEASURED = ("test_cluster", "test_forked")
"""Here processes end by themselves, and tell what they ran."""


@pytest.fixture(autouse=True)
def _unmeasured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure no coverage in workers: it takes most of their time, and dies with them."""
    if request.path.stem in _MEASURED:
        return
    for name in [one for one in os.environ if one.startswith("COVERAGE_PROCESS")]:
        monkeypatch.delenv(name)
