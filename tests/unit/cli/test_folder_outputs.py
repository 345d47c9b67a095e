"""Formats that write a folder of files: all or nothing, and never over what was checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click import ClickException

from statlint.cli import outputs
from statlint.cli.whole_files import whole_files
from statlint.finding import Report
from statlint.reporters import FolderReporter, Look
from unit.cli.commanding import CLEAN, WRONG, outcome


def write_lengths(report: Report, _look: Look) -> Iterator[tuple[str, bytes]]:
    """Write how long each file is: a format that needs the files themselves."""
    assert report.originals is not None
    for file in report.files:
        content = report.originals.content_of(file.path)
        yield f"{file.path}.length", str(len(content or b"")).encode()


def write_over(report: Report, _look: Look) -> Iterator[tuple[str, bytes]]:
    """Write over what was checked, which no format does."""
    yield "new/first.txt", b"first"
    yield report.files[0].path, b"gone"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with tables, with two formats that write folders."""
    monkeypatch.chdir(tmp_path)
    Path("clean.csv").write_bytes(CLEAN)
    Path("wrong.csv").write_bytes(WRONG)
    module = ModuleType("statlint.reporters.of_tests")
    module.__dict__.update(write_lengths=write_lengths, write_over=write_over)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    formats = {
        "lengths": FolderReporter("of_tests", "write_lengths"),
        "over": FolderReporter("of_tests", "write_over"),
    }
    monkeypatch.setattr(outputs, "FOLDER_REPORTERS", formats)
    return tmp_path


def left() -> list[str]:
    """List the files and folders beside the tables."""
    found = (path.relative_to(".").as_posix() for path in Path().rglob("*"))
    return sorted(name for name in found if not name.endswith(".csv"))


def test_every_file_gets_its_own_in_a_folder_that_is_made() -> None:
    status, said = outcome("check", "clean.csv", "wrong.csv", "--output=lengths=out")

    assert (status, said) == (1, "")
    assert left() == ["out", "out/clean.csv.length", "out/wrong.csv.length"]
    assert Path("out/wrong.csv.length").read_bytes() == str(len(WRONG)).encode()


def test_a_folder_that_is_there_keeps_what_it_holds() -> None:
    outcome("check", "clean.csv", "--output=lengths=.", "--output=json=a.json")

    assert left() == ["a.json", "clean.csv.length"]


def test_nothing_is_written_over_what_was_checked() -> None:
    status, said = outcome("check", "wrong.csv", "--output=over=.", "--output=json=a.json")

    told = "is a file to check; no report is written over it (see statlint check --help)"
    assert (status, said) == (2, f"statlint: --output: wrong.csv: {told}\n")
    assert (left(), Path("wrong.csv").read_bytes()) == ([], WRONG)


def test_a_file_in_the_folder_that_cannot_be_put_in_its_place_is_said() -> None:
    Path("out/a").mkdir(parents=True)

    with pytest.raises(ClickException, match="a: cannot be written"), whole_files("en") as files:
        files.write_bytes(Path("out/a"), b"one")

    assert left() == ["out", "out/a"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("none/out", "its folder does not exist", id="no folder above"),
        pytest.param("wrong.csv", "cannot be written (Not a directory)", id="a file"),
    ],
)
def test_what_is_no_folder_is_said_before_any_work(path: str, said: str) -> None:
    told = f"statlint: --output: {path}: {said} (see statlint check --help)\n"

    assert outcome("check", "wrong.csv", "--output", f"lengths={path}") == (2, told)


def test_a_folder_without_rights_is_said_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere: the system is asked, and says no.
    monkeypatch.setattr(os, "access", lambda *_: False)
    told = "--output: out: cannot be written (Permission denied) (see statlint check --help)"

    assert outcome("check", "clean.csv", "--output=lengths=out") == (2, f"statlint: {told}\n")
