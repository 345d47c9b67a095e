"""`--jobs` and `--executor`: what is wrong usage, and that nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deadly_files import PACK, install_fatal, write_tables
from unit.cli.commanding import run

SOON = 60
"""Seconds in which something must have come about, however busy the computer is."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


def is_gone(process_id: int) -> bool:
    """Tell whether a process is no longer there, or only waits to be forgotten."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2]
    except OSError:
        return True
    return state.split()[0] == "Z"


def begun(folder: Path, process: subprocess.Popen[str]) -> int:
    """Wait until a worker is at the file that is never done; give the worker's number."""
    end = time.monotonic() + SOON
    while time.monotonic() < end and process.poll() is None:
        for note in folder.glob("*.pid"):
            if written := note.read_text(encoding="ascii"):
                return int(written)
        time.sleep(0.05)
    pytest.fail("no worker has begun")


def all_gone(process_ids: list[int]) -> bool:
    """Wait until processes are gone."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if all(map(is_gone, process_ids)):
            return True
        time.sleep(0.05)
    return False


def start(folder: Path) -> subprocess.Popen[str]:
    """Check files, one of which is never done, in two processes."""
    install_fatal(folder)
    write_tables(folder / "data", ["镇", "asleep", *["镇"] * 12])
    words = [sys.executable, "-m", "statlint", "check", "data", "--jobs", "2", "--no-cache"]
    words += ["--config", f'rule-packs = ["{PACK}"]', "--output-format", "json"]
    words += ["--output", "concise=report.txt"]
    path = os.pathsep.join([str(folder), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "STATLINT_LANG": "en"}
    return subprocess.Popen(  # noqa: S603 - this Python, with words of our own
        words,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@posix
@pytest.mark.usefixtures("breakable")
def test_an_interrupt_ends_all_and_leaves_no_report(tmp_path: Path) -> None:
    with start(tmp_path) as process:
        worker = begun(tmp_path / "data", process)
        process.send_signal(signal.SIGINT)
        told, said = process.communicate()

    assert (process.returncode, told, said.strip()) == (130, "", "statlint: interrupted")
    assert all_gone([worker])
    assert not (tmp_path / "report.txt").exists()


@posix
def test_workers_end_with_a_command_that_is_killed(tmp_path: Path) -> None:
    with start(tmp_path) as process:
        worker = begun(tmp_path / "data", process)
        process.kill()
        process.communicate()

    assert all_gone([worker])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--jobs", "0"], "0 is neither auto nor a whole number from 1 on", id="none"),
        pytest.param(
            ["--jobs", "many"], "many is neither auto nor a whole number from 1 on", id="a word"
        ),
        pytest.param(
            ["--executor", "ray=x"],
            "--executor: ray=x is not like dask=tcp://host:port",
            id="another kind",
        ),
        pytest.param(
            ["--executor", ""], "--executor:  is not like dask=tcp://host:port", id="no executor"
        ),
        pytest.param(
            ["--executor", "dask=host"],
            "--executor: dask=host is not like dask=tcp://host:port",
            id="no port",
        ),
    ],
)
def test_what_is_no_number_of_processes_and_no_executor(words: list[str], said: str) -> None:
    done = run("check", ".", "--lang", "en", *words)

    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2", "auto"])
def test_the_report_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str) -> None:
    monkeypatch.chdir(tmp_path)
    write_tables(tmp_path / "data", ["镇"] * 7)
    words = ("check", "data", "--no-cache", "--isolated", "--output-format", "json")

    usual, asked = run(*words), run(*words, "--jobs", jobs)

    assert asked.exit_code == usual.exit_code
    assert asked.stdout_bytes == usual.stdout_bytes
