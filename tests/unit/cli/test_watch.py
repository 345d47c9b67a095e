"""`statlint check --watch`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from statlint.cli.watch import Checked, watch
from statlint.cli.watched import Watched
from statlint.errors import MissingPathError
from statlint.values import Language
from unit.cli.commanding import CLEAN, WRONG, outcome

EN: Language = "en"


class Stop(Exception):  # noqa: N818 - it is no error
    """Ends a watch that would go on for ever."""


class Office:
    """A place where somebody works while the watch waits: one act at each pause."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        """Begin with nothing done; when all is done and seen, the watch is ended."""
        self.acts: Iterator[Callable[[], object]] = iter(acts)
        self.pauses: list[float] = []
        self.idle = 0

    def wait(self, seconds: float) -> None:
        """Do what comes next."""
        self.pauses.append(seconds)
        act = next(self.acts, None)
        if act is not None:
            act()
            return
        self.idle += 1
        if self.idle > 2:
            raise Stop


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("1", encoding="utf-8")
    return tmp_path


def seen(office: Office, watched: Watched | None = None) -> list[str]:
    """Watch until nothing is left to do; give what stood in the file at each check."""
    watched = watched or Watched(("a.csv",))
    found: list[str] = []

    def check() -> Checked:
        path = Path("a.csv")
        if not path.exists():
            found.append("gone")
            raise MissingPathError(str(path))
        found.append(path.read_text(encoding="utf-8"))
        return Checked(watched, EN)

    with pytest.raises(Stop):
        watch(check, watched, wait=office.wait)
    return found


def write(text: str, name: str = "a.csv") -> Callable[[], object]:
    return lambda: Path(name).write_text(text, encoding="utf-8")


def nothing() -> None:
    """Let time pass."""


def test_a_file_is_checked_once_and_again_when_it_is_saved() -> None:
    office = Office(nothing, write("22"), nothing, write("333"))

    assert seen(office) == ["1", "22", "333"]


def test_a_file_that_is_written_in_pieces_is_checked_when_it_is_whole() -> None:
    office = Office(write("2"), write("22"), write("222"))

    assert seen(office) == ["1", "222"]


def test_a_file_that_never_rests_is_checked_all_the_same() -> None:
    office = Office(*(write("2" * (number + 2)) for number in range(80)))

    checked = seen(office)

    assert (checked[0], len(checked), checked[-1]) == ("1", 3, "2" * 81)


def test_a_save_by_way_of_another_file_is_one_change() -> None:
    def swap() -> None:
        Path("new.tmp").write_text("22", encoding="utf-8")
        Path("new.tmp").replace("a.csv")

    office = Office(Path("a.csv").unlink, swap)

    assert seen(office) == ["1", "22"]
    assert max(office.pauses) == 1.0


def test_a_file_that_is_gone_is_told_and_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    office = Office(Path("a.csv").unlink, nothing, nothing, write("22"))

    assert seen(office) == ["1", "gone", "22"]
    said = [line.partition(" changed")[0][-8:] for line in capsys.readouterr().err.splitlines()]
    assert len(said) == 6


def test_what_goes_wrong_later_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    seen(Office(Path("a.csv").unlink, nothing, nothing, nothing))

    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == (
        "statlint: watching, files: 1; checks again when one is saved, Ctrl-C ends it"
    )
    assert lines[1].endswith(" changed, checked again: a.csv")
    assert lines[2:] == [
        "statlint: a.csv: no such file or folder",
        "statlint: watching, files: 0; checks again when one is saved, Ctrl-C ends it",
    ]


def test_what_is_wrong_at_first_ends_the_watch() -> None:
    def check() -> Checked:
        message = "odd"
        raise click.UsageError(message)

    with pytest.raises(click.UsageError):
        watch(check, Watched(("a.csv",)), wait=Office().wait)


def test_a_save_during_the_check_is_not_missed() -> None:
    found: list[str] = []
    watched = Watched(("a.csv",))

    def check() -> Checked:
        found.append(Path("a.csv").read_text(encoding="utf-8"))
        if len(found) == 1:
            Path("a.csv").write_text("22", encoding="utf-8")
        return Checked(watched, EN)

    with pytest.raises(Stop):
        watch(check, watched, wait=Office().wait)

    assert found == ["1", "22"]


def test_a_file_that_the_first_check_was_held_against_is_watched(folder: Path) -> None:
    (folder / "b.csv").write_text("1", encoding="utf-8")
    office = Office(nothing, write("22", "b.csv"))

    assert seen(office, Watched(("a.csv", "b.csv"))) == ["1", "1"]


def test_many_changes_are_named_shortly(capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"in/{number}.csv" for number in range(5)]

    def write_all() -> None:
        Path("in").mkdir()
        for name in names:
            write("1", name)()

    seen(Office(write_all), Watched(("a.csv", "in")))

    told = capsys.readouterr().err.splitlines()[1]
    assert told.endswith("in/0.csv, in/1.csv, in/2.csv and others, 5 in all")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("- --watch", "standard input cannot be watched", id="standard input"),
        pytest.param(
            "a.csv --stdin-filename b.csv",
            "--stdin-filename goes with - for standard input",
            id="a name for no standard input",
        ),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(words: str, said: str) -> None:
    assert outcome("check", *words.split()) == (
        2,
        f"statlint: {said} (see statlint check --help)\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no signals between processes")
@pytest.mark.usefixtures("breakable")
def test_the_command_checks_what_is_saved_until_it_is_interrupted(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, saved = folder / "a.csv", tmp_path_factory.mktemp("saved") / "a.csv"
    path.write_bytes(WRONG)
    saved.write_bytes(CLEAN)
    words = [sys.executable, "-m", "statlint", "check", "--watch", "--output-format=concise", "."]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "STATLINT_LANG": "en"}
    with subprocess.Popen(  # noqa: S603 - this Python, with words of our own
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        first = lines_until(process.stdout, "watching")
        saved.replace(path)
        second = lines_until(process.stdout, "watching")
        process.send_signal(signal.SIGINT)
        last = process.stdout.read()

    assert [line.partition(": ")[0] for line in first] == ["a.csv:J22", "a.csv:J42"]
    assert [line.partition(" ")[2].partition(" ")[2] for line in second] == [
        "changed, checked again: a.csv\n"
    ]
    assert (process.returncode, last.strip()) == (130, "statlint: interrupted")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has another end there")
def test_a_watch_that_nobody_reads_ends(folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes(WRONG)
    words = [sys.executable, "-m", "statlint", "check", "--watch", "--output-format=concise", "."]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "STATLINT_LANG": "en"}
    with subprocess.Popen(  # noqa: S603 - this Python, with words of our own
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        lines_until(process.stderr, "watching")
        process.stdout.close()
        path.write_bytes(WRONG + b"\n")
        process.stderr.read()

    assert process.returncode == 1


def lines_until(stream: Iterator[str], word: str) -> list[str]:
    """Read lines until one has a word."""
    found: list[str] = []
    for line in stream:
        if word in line:
            return found
        found.append(line)
    return found
