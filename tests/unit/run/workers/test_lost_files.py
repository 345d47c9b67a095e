"""A file over which a process dies is one finding; nothing else is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deadly_files import PACK, install_fatal, write_tables
from statlint.config import Settings
from statlint.finding import Finding, Report
from statlint.run import check_paths
from statlint.values.limits import USUAL, Limits

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    install_fatal(tmp_path)


def check(paths: list[str], jobs: int, limits: Limits = USUAL) -> Report:
    return check_paths(paths, Settings(packs=(PACK,), jobs=jobs, limits=limits))


def of_fatal(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.code.startswith("F")]


@pytest.mark.parametrize(
    ("word", "code", "message"),
    [
        pytest.param(
            "killed",
            "F007",
            "The file is beyond a reading limit and was not checked (the process that checked it"
            " was killed twice by the system, as where memory runs out)",
            id="killed",
        ),
        pytest.param(
            "stopped",
            "F001",
            "The file is damaged and cannot be opened (the process that checked it broke down"
            " twice)",
            id="ended by another signal",
        ),
        pytest.param(
            "ended",
            "F001",
            "The file is damaged and cannot be opened (the process that checked it ended twice"
            " half-way)",
            id="left half-way",
        ),
    ],
)
def test_a_file_over_which_processes_die_is_one_finding(
    tmp_path: Path, word: str, code: str, message: str
) -> None:
    names = [word if at in {0, 3, 10} else "镇" for at in range(12)]
    paths = write_tables(tmp_path / "data", names)
    sound = [path for path, name in zip(paths, names, strict=True) if name != word]

    report = check(paths, 2)
    found = of_fatal(report)
    assert [(one.path, one.code, one.message) for one in found] == [
        (path, code, message) for path in paths if path not in sound
    ]
    alone = check(sound, 1)
    others = [one for one in report.files if one.path in sound]
    assert others == list(alone.files)
    assert [one for one in report.findings if one not in found] == list(alone.findings)


def test_a_file_that_is_never_done_is_one_finding(tmp_path: Path) -> None:
    paths = write_tables(tmp_path / "data", ["镇", "asleep", "镇"])

    said = "checking took more than 9 s, setting limits.seconds"

    report = check(paths, 2, limits=Limits(seconds=1.5))

    assert [(one.path, one.code, one.message) for one in of_fatal(report)] == [
        (
            paths[1],
            "F007",
            f"The file is beyond a reading limit and was not checked ({said})",
        )
    ]
