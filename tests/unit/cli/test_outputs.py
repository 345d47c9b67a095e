"""Reports in files: several at once, whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import pytest
from click import ClickException

from statlint.cli.whole_files import whole_files
from unit.cli.commanding import CLEAN, WRONG, outcome, run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a clean table and a wrong one."""
    monkeypatch.chdir(tmp_path)
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    Path("clean.csv").write_bytes(CLEAN)
    Path("wrong.csv").write_bytes(WRONG)
    return tmp_path


def left() -> list[str]:
    """List what is in the folder beside the tables."""
    return sorted(path.name for path in Path().iterdir() if path.suffix != ".csv")


def test_several_reports_are_written_at_once() -> None:
    words = "check wrong.csv --output json=a.json --output sarif=b.sarif --output junit=c.xml"
    result = run(*words.split())

    assert (result.exit_code, left()) == (1, ["a.json", "b.sarif", "c.xml"])
    assert len(json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert "B101" in result.stdout


def test_where_one_cannot_be_written_none_is_changed() -> None:
    Path("a.json").write_text("before", encoding="utf-8")

    status, said = outcome("check", "wrong.csv", "--output=json=a.json", "--output=csv=/dev/full")

    assert (status, said) == (
        2,
        "statlint: /dev/full: cannot be written (No space left on device)\n",
    )
    assert (Path("a.json").read_text(encoding="utf-8"), left()) == ("before", ["a.json"])


def test_what_breaks_off_leaves_the_file_as_it_was() -> None:
    Path("a.txt").write_text("before", encoding="utf-8")

    with pytest.raises(ZeroDivisionError), whole_files("en") as files:
        files.write(Path("a.txt"), (str(1 // number) for number in (1, 0)))

    assert (Path("a.txt").read_text(encoding="utf-8"), left()) == ("before", ["a.txt"])


def test_a_file_keeps_its_rights_and_a_link_stays_one(folder: Path) -> None:
    Path("real.txt").write_text("before", encoding="utf-8")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")

    with whole_files("en") as files:
        files.write(Path("link.txt"), ["after"])

    assert Path("link.txt").readlink() == Path("real.txt")
    assert Path("real.txt").read_text(encoding="utf-8") == "after"
    assert stat.S_IMODE((folder / "real.txt").stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_that_new_files_have() -> None:
    Path("other.txt").touch()

    with whole_files("en") as files:
        files.write(Path("new.txt"), ["one"])

    assert Path("new.txt").stat().st_mode == Path("other.txt").stat().st_mode


def test_a_name_as_long_as_names_may_be_is_written() -> None:
    name = "统计" * 41 + ".txt"

    with whole_files("en") as files:
        files.write(Path(name), ["one"])

    assert left() == [name]


def test_a_pipe_gets_its_report() -> None:
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text(encoding="utf-8")))
    reader.start()
    status, said = outcome("check", "wrong.csv", "--output", "json=pipe")
    reader.join(timeout=60)

    assert (status, said, len(json.loads(read[0])["findings"])) == (1, "", 2)


def test_one_device_may_get_several_reports() -> None:
    words = "check clean.csv --output json=/dev/null --output csv=/dev/null"

    assert outcome(*words.split()) == (0, "")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("none/a.json", "its folder does not exist", id="no folder"),
        pytest.param(".", "cannot be written (Is a directory)", id="a folder"),
        pytest.param("wrong.csv", "is a file to check; no report is written over it", id="a table"),
    ],
)
def test_what_cannot_be_written_is_said_before_any_work(path: str, said: str) -> None:
    told = f"statlint: --output: {path}: {said} (see statlint check --help)\n"

    assert outcome("check", "wrong.csv", "--output", f"json={path}") == (2, told)


def test_a_folder_without_rights_is_said_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere: the system is asked, and says no.
    monkeypatch.setattr(os, "access", lambda *_: False)
    told = "--output: a.json: cannot be written (Permission denied) (see statlint check --help)"

    assert outcome("check", "clean.csv", "--output=json=a.json") == (2, f"statlint: {told}\n")


def test_a_file_that_cannot_be_put_in_its_place_is_said() -> None:
    Path("a").mkdir()

    with pytest.raises(ClickException, match="a: cannot be written"), whole_files("en") as files:
        files.write(Path("a"), ["one"])

    assert left() == ["a"]


def test_csv_has_its_own_line_ends() -> None:
    run("check", "wrong.csv", "--output", "csv=a.csv")
    lines = Path("a.csv").read_bytes().split(b"\r\n")

    assert (lines[0][:8], len(lines), b"\n" in b"".join(lines)) == (b"\xef\xbb\xbfpath,", 4, False)
