"""Files that cost too much: one finding each, and the others are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.run import check_paths
from statlint.run.engine import FileRun
from statlint.values.limits import Limits

TABLE = "性别,2024\n男,11\n女,21\n合计,32\n"
SETTING = "setting limits.seconds"
BEYOND = "The file is beyond a reading limit and was not checked"
WIDE = "1," * 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of a small table and one that takes long."""
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "long.csv").write_text(WIDE, encoding="utf-8")
    return tmp_path


def said(folder: Path, settings: Settings) -> list[tuple[str, str, str]]:
    report = check_paths([str(folder / name) for name in ("a.csv", "long.csv")], settings)
    assert report.crashes == ()
    return [(Path(one.path).name, one.code, one.message) for one in report.findings]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_file_that_takes_too_long_is_one_finding(folder: Path) -> None:
    limits = Limits(seconds=0.02, columns=1_000_000, line_length=10_000_000)

    found = [one for one in said(folder, Settings(limits=limits)) if one[0] == "long.csv"]

    assert found == [
        (
            "long.csv",
            "F007",
            f"{BEYOND} (it takes more than the limit of 0.02 s of processor time, {SETTING})",
        )
    ]


def test_a_file_that_takes_too_much_memory_is_one_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply = FileRun.apply

    def full(run: FileRun, *args: object, **named: object) -> None:
        if run.path.endswith("long.csv") and len(calls) < 1:
            calls.append(run.path)
            raise MemoryError
        apply(run, *args, **named)  # type: ignore[arg-type]  # handed on as it came

    calls: list[str] = []
    monkeypatch.setattr(FileRun, "apply", full)

    found = said(folder, Settings(limits=Limits(columns=1_000_000, line_length=10_000_000)))

    assert [one for one in found if one[0] == "long.csv"] == [
        (
            "long.csv",
            "F007",
            f"{BEYOND} (it takes more memory than there is)",
        )
    ]
