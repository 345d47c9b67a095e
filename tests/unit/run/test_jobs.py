"""How many processes are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.run import jobs
from statlint.run.jobs import Jobs, cores, jobs_for


@pytest.mark.parametrize(
    ("asked", "files", "taken"),
    [
        pytest.param(None, 299, 1, id="few files"),
        pytest.param(None, 300, 2, id="files enough for two"),
        pytest.param(None, 100_000, 8, id="no more than there are cores"),
        pytest.param("auto", 3, 3, id="no more than there are files"),
        pytest.param("auto", 100, 8, id="as many as there are cores"),
        pytest.param("auto", 0, 1, id="no file at all"),
        pytest.param(1, 100_000, 1, id="one that was asked for"),
        pytest.param(16, 100, 16, id="more than there are cores, asked for"),
    ],
)
def test_takes_as_many_as_were_asked_for_or_pay(
    monkeypatch: pytest.MonkeyPatch, asked: Jobs, files: int, taken: int
) -> None:
    monkeypatch.setattr(jobs, "cores", lambda: 8)

    assert jobs_for(asked, files) == taken


@pytest.mark.parametrize(
    ("written", "most"),
    [
        pytest.param("100000 100000\n", 1, id="one core"),
        pytest.param("50000 100000\n", 1, id="half a core"),
        pytest.param("10000000 100000\n", 10_000, id="more than there are"),
        pytest.param("max 100000\n", 10_000, id="no quota"),
        pytest.param("", 10_000, id="nothing written"),
        pytest.param("1 0", 10_000, id="nonsense"),
    ],
)
def test_counts_the_cores_that_a_container_may_use(tmp_path: Path, written: str, most: int) -> None:
    quota = tmp_path / "cpu.max"
    quota.write_text(written, encoding="ascii")

    assert cores(quota) == min(most, cores(tmp_path / "none"))
