"""Standard output: what it can show, and writing to it without crashing."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from statlint.cli.terminal import look_at, show, show_for_programs
from statlint.reporters import Look
from unit.cli.commanding import CLEAN


class Screen(io.TextIOWrapper):
    """A stream with an encoding, that may be a terminal."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        """Begin with nothing written."""
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Tell whether a person is looking."""
        return self.terminal

    def written(self) -> bytes:
        """Give what was written."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tuple(os.environ):
        if name != "PATH":
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("screen", "environment", "look"),
    [
        pytest.param(Screen(), {}, Look(width=100), id="a pipe"),
        pytest.param(Screen(), {"COLUMNS": "72"}, Look(width=72), id="a pipe with a width"),
        pytest.param(Screen(), {"COLUMNS": "12"}, Look(width=30), id="too narrow"),
        pytest.param(Screen(), {"COLUMNS": "500"}, Look(width=160), id="too wide to read"),
        pytest.param(Screen(terminal=True), {}, Look(colour=True), id="a terminal"),
        pytest.param(Screen(terminal=True), {"NO_COLOR": "1"}, Look(), id="no colour wanted"),
        pytest.param(Screen(terminal=True), {"NO_COLOR": ""}, Look(colour=True), id="said empty"),
        pytest.param(Screen(terminal=True), {"TERM": "dumb"}, Look(), id="a dumb terminal"),
        pytest.param(Screen(), {"FORCE_COLOR": "1"}, Look(colour=True), id="colour in a pipe"),
        pytest.param(Screen(terminal=True), {"FORCE_COLOR": "0"}, Look(), id="colour put off"),
        pytest.param(
            Screen(), {"FORCE_COLOR": "3", "TERM": "dumb"}, Look(colour=True), id="colour forced"
        ),
        pytest.param(
            Screen(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Look(), id="both, and no is no"
        ),
        pytest.param(
            Screen(terminal=True),
            {"TERM": "xterm-kitty"},
            Look(colour=True, links=True),
            id="a terminal that makes links",
        ),
        pytest.param(
            Screen(terminal=True),
            {"TERM": "xterm-kitty", "NO_COLOR": "1"},
            Look(),
            id="without colour there are no links",
        ),
        pytest.param(Screen(), {"TERM": "xterm-kitty"}, Look(), id="a pipe makes no links"),
        pytest.param(
            Screen("gbk", terminal=True),
            {},
            Look(colour=True, wide_signs=True),
            id="a Chinese code page",
        ),
        pytest.param(Screen("gbk"), {}, Look(), id="a pipe in a Chinese code page"),
    ],
)
def test_the_look_follows_the_stream(
    screen: Screen, environment: dict[str, str], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert look_at(screen) == look


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        pytest.param("utf-8", "─ 总计 │ ≤ − € 😀", id="all of Unicode"),
        pytest.param("gbk", "─ 总计 │ ≤ - ? ?", id="a Chinese code page"),
        pytest.param("ascii", "- ?? | < - ? ?", id="ASCII"),
    ],
)
def test_what_cannot_be_encoded_is_replaced(
    encoding: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(encoding)
    monkeypatch.setattr(sys, "stdout", screen)

    show("─ 总计 │ ≤ − € 😀")

    assert screen.written().decode(encoding) == written


@pytest.mark.parametrize(
    ("screen", "written"),
    [
        pytest.param(Screen("ascii"), '"总计 \\udc80"', id="a pipe gets UTF-8"),
        pytest.param(Screen(terminal=True), '"总计 ?"', id="a terminal what it can show"),
    ],
)
def test_programs_get_utf_8(screen: Screen, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", screen)

    show_for_programs('"总计 \udc80"')

    assert screen.written().decode() == written


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_a_reader_that_goes_away_changes_no_status(tmp_path: Path, output_format: str) -> None:
    path = tmp_path / "clean.csv"
    path.write_bytes(CLEAN)
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-m", "statlint", "check", str(path), "--output-format", output_format],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )

    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no terminal to open")
def test_a_person_at_a_terminal_sees_progress(tmp_path: Path) -> None:
    for number in range(21):
        (tmp_path / f"{number}.csv").write_bytes(b"")
    ours, theirs = os.openpty()

    done = subprocess.run(
        [sys.executable, "-m", "statlint", "check", "--lang", "en", "--output=a.txt", "."],
        cwd=tmp_path,
        stdout=theirs,
        stderr=theirs,
        env={
            **{key: value for key, value in os.environ.items() if key not in {"CI", "PRE_COMMIT"}},
            "PYTHONPATH": os.pathsep.join(sys.path),
            "TERM": "xterm",
        },
        check=False,
    )

    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert (done.returncode, shown.startswith("\r\x1b[Kchecking 1/21  0.csv")) == (1, True)
    assert shown.endswith("\r\x1b[K")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is always full here")
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path, output_format: str) -> None:
    path = tmp_path / "clean.csv"
    path.write_bytes(CLEAN)

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - this Python, with words of our own
            [
                sys.executable,
                "-m",
                "statlint",
                "check",
                str(path),
                "--output-format",
                output_format,
            ],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "STATLINT_LANG": "en"},
            check=False,
        )

    told = b"statlint: standard output cannot be written (No space left on device)\n"
    assert (done.returncode, done.stderr) == (2, told)
