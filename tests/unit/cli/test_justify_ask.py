"""`statlint justify` on a terminal: one finding after the other is asked for."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest
import tomli

from unit.cli.commanding import CLEAN, WRONG

ALLOWED = ("--config", 'justify.allow = ["B101"]')
SIDECAR = Path("a.csv.statlint.toml")
_PATIENCE = 60
_SILENCE = 2


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file of which the sum of a line and that of a column fail."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_bytes(WRONG)
    return tmp_path


def talk(*words: str, answers: str, broken_off_at: str = "") -> tuple[int, str]:
    """Run the command on a terminal and type the answers; gives its status and what it says.

    It is broken off from the keyboard when it says `broken_off_at`.
    """
    process, terminal = pty.fork()
    if not process:
        python = sys.executable
        settings = {**os.environ, "STATLINT_LANG": "zh", "COLUMNS": "100", "PYTHONUTF8": "1"}
        os.execve(python, [python, "-m", "statlint", "justify", "a.csv", *words], settings)  # noqa: S606
    os.write(terminal, answers.encode())
    said = b""
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last:
        silent = not select.select([terminal], [], [], _SILENCE)[0]
        if not silent:
            try:
                said += os.read(terminal, 4096)
            except OSError:  # The other end is closed.
                break
        elif broken_off_at and broken_off_at.encode() in said:
            # Again where nothing follows, as a person would: an interrupt just before the wait for
            # a line is noted by Python, which then waits all the same.
            os.write(terminal, b"\x03")
    else:
        os.kill(process, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)
    return status, said.decode().replace("\r\n", "\n")


def reasons() -> list[tuple[str, str, str]]:
    """Read the reasons that were written, with whose they are."""
    entries = tomli.loads(SIDECAR.read_text(encoding="utf-8"))["justified"]
    return [(one["cell"], one["reason"], one.get("by", "")) for one in entries]


def test_each_finding_is_asked_for_and_the_name_once() -> None:
    status, said = talk(*ALLOWED, answers="。\n照抄原表\n王某\n另有统计\n")

    assert status == 0
    assert "[1/2] B101  a.csv  J22" in said
    assert "说明要写明原因，至少有一个字" in said
    assert said.count("说明人（回车不填）：") == 1
    assert reasons() == [("J22", "照抄原表", "王某"), ("J42", "另有统计", "王某")]


def test_one_may_be_passed_over_and_the_rest_left() -> None:
    assert talk(*ALLOWED, answers="\n原表如此\n\n")[0] == 0
    assert reasons() == [("J42", "原表如此", "")]
    assert talk(*ALLOWED, answers="q\n")[0] == 0
    assert reasons() == [("J42", "原表如此", "")]


def test_the_reason_before_is_shown_and_may_stay() -> None:
    talk(*ALLOWED, "--cell", "J22", "--by", "王", answers="原表如此\n")
    Path("a.csv").write_bytes(WRONG.replace(b",462,9,0,0,0,0,472,", b",462,9,0,0,0,0,473,"))

    _, said = talk(*ALLOWED, "--cell", "J22", answers="=\n李\n")

    assert "上次说明（已有变化：右值 472→473，差额 -1→-2，所填 472→473）：原表如此" in said
    assert reasons() == [("J22", "原表如此", "李")]


def test_a_name_is_asked_for_until_it_is_given() -> None:
    asked = ("--config", 'justify = { allow = ["B"], author = true }')

    _, said = talk(*asked, "--cell", "J22", answers="原表如此\n\n王\n")

    assert said.count("说明人：") == 2
    assert reasons() == [("J22", "原表如此", "王")]


def test_the_end_of_what_is_typed_ends_it() -> None:
    assert talk(*ALLOWED, answers="\x04")[0] == 0
    assert not SIDECAR.exists()


def test_what_must_be_put_right_is_told_beside() -> None:
    assert talk(answers="")[0] == 1
    assert not SIDECAR.exists()


@pytest.mark.usefixtures("breakable")
def test_breaking_off_keeps_what_was_answered() -> None:
    status, _ = talk(*ALLOWED, "--by", "王", answers="原表如此\n", broken_off_at="[2/2]")

    assert (status, reasons()) == (130, [("J22", "原表如此", "王")])


def test_nothing_is_asked_where_nothing_is_wrong() -> None:
    Path("a.csv").write_bytes(CLEAN)

    assert talk(answers="") == (0, "没有需要说明的问题\n")
