"""A desk that all tests of pages ask, and a case for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from unit.web.desks import Asking, asking


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """Give a desk that is served."""
    with asking(tmp_path_factory.mktemp("home")) as asked:
        yield asked


@pytest.fixture
def case(asked: Asking) -> Iterator[str]:
    """Give a case that nothing was done with."""
    case = asked.begin()
    yield case
    asked.client.post(f"{case}/close?now=1")
