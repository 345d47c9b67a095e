"""`statlint-desk`: without a terminal, and without a word to type."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from statlint.cli import desk
from statlint.cli.message import tell
from unit.web.desks import CLEAN, FAULTY, FAULTY_NAME

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows shows windows of its own")
WINDOW = """\
#!/bin/sh
printf '%s\\n' "${0##*/}" "$@" >> "$SHOWN"
exit 1
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak English, and have no windows unless a test has some."""
    monkeypatch.setenv("STATLINT_LANG", "en")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have programs that show windows; give the file that tells what they showed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("kdialog", "osascript"):
        (programs / name).write_text(WINDOW)
        (programs / name).chmod(0o755)
    shown = tmp_path / "shown"
    shown.write_text("")
    monkeypatch.setenv("PATH", f"{programs}:/bin:/usr/bin")
    monkeypatch.setenv("SHOWN", str(shown))
    monkeypatch.setenv("DISPLAY", ":0")
    return shown


def opened(*words: str) -> int:
    """Call the launcher; give its exit status."""
    with pytest.raises(SystemExit) as ended:
        desk.main(words)
    return int(ended.value.code or 0)


def faulty_in(folder: Path) -> Path:
    place = folder / FAULTY_NAME
    place.write_bytes(FAULTY)
    return place


@posix
def test_files_that_are_dropped_on_it_get_marked_copies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty, clean = faulty_in(tmp_path), tmp_path / "clean.csv"
    clean.write_bytes(CLEAN)

    assert opened(str(faulty), str(clean)) == 0
    copies = sorted(one.name for one in tmp_path.glob("*_审核结果.xlsx"))
    assert copies == ["clean_审核结果.xlsx", f"{faulty.stem}_审核结果.xlsx"]
    said = capsys.readouterr()
    assert said.err == ""
    assert [line.partition(" ")[0] for line in said.out.splitlines()] == [str(clean), str(faulty)]


@posix
def test_a_file_that_is_not_there_is_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(str(tmp_path / "none.xlsx")) == 2
    assert capsys.readouterr().err == f"statlint: {tmp_path}/none.xlsx: no such file or folder\n"


@posix
def test_what_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = faulty_in(tmp_path)
    (tmp_path / f"{faulty.stem}_审核结果.xlsx").mkdir()

    opened(str(faulty))
    said = capsys.readouterr()
    assert FAULTY_NAME.removesuffix(".xlsx") in said.out + said.err


@posix
def test_where_there_are_windows_a_message_is_shown_in_one(
    windows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = faulty_in(tmp_path)
    status = opened(str(faulty))
    missing = opened(str(tmp_path / "none.xlsx"))

    assert (status, missing) == (0, 2)
    assert capsys.readouterr().out == ""
    shown = windows.read_text().splitlines()
    assert shown[:4] == ["kdialog", "--title", "Checked", "--msgbox"]
    assert shown[4].startswith(f"{faulty} ")
    assert shown[5:] == [
        *("kdialog", "--title", "Not all could be checked", "--error"),
        f"{tmp_path}/none.xlsx: no such file or folder",
    ]


@posix
def test_without_any_stream_there_is_nothing_to_fall_over(
    windows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert opened(str(faulty_in(tmp_path))) == 0
    assert sys.stdout is None
    assert windows.read_text().startswith("kdialog\n")


def test_on_a_terminal_messages_are_printed(windows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    tell("title", "text")

    assert terminal.getvalue() == "text\n"
    assert windows.read_text() == ""


def test_without_a_program_that_shows_windows_messages_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path))
    tell("title", "text")
    tell("title", "wrong", is_wrong=True)

    assert capsys.readouterr() == ("text\n", "statlint: wrong\n")
