"""Where this process has one thread its workers go on from it; each script has one of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")
SOON = 60
"""Seconds in which something must have come about, however busy the computer is."""
HEAD = """\
import os, select, signal, sys, threading, time
from concurrent.futures import wait
from statlint.run.workers.lost import LostWorkerError
from statlint.run.workers.pool import Bounds, Pool
kept = "at the start"
def told(): return kept, os.getppid(), os.getpgid(0) == os.getpid()
def held():
    # The number that the list itself is read by is no longer there.
    numbers = [f'/proc/self/fd/{at}' for at in os.listdir('/proc/self/fd')]
    names = [os.readlink(one) for one in numbers if os.path.lexists(one)]
    pipes = {name for name in names if name.startswith('pipe:')}
    return {os.getpid(): (pipes, frozenset(names) - pipes)}
def push(): sys.stdout.flush()
def room(size): return len(bytes(size))
def loss(task):
    wait([task])
    return task.exception().loss.value if task.exception() else task.result()
"""


def script(*lines: str) -> str:
    """Run a script in a Python of its own; give what it printed."""
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", "\n".join([HEAD, *lines])],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_worker_has_what_is_loaded_here_and_a_group_of_its_own() -> None:
    said = script(
        "kept = 'loaded'",
        "with Pool(2) as pool:",
        "    found = {pool.submit(told).result() for _ in range(9)}",
        "print(found == {('loaded', os.getpid(), True)})",
    )
    assert said == "True\n"


def test_beside_a_second_thread_a_worker_is_started_anew() -> None:
    said = script(
        "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()",
        "kept = 'loaded'",
        "with Pool(1) as pool:",
        "    try:",
        "        print(pool.submit(told).result())",
        "    except Exception as error:",
        "        parent = pool.submit(os.getppid).result()",
        "        print('no attribute' in str(error), parent == os.getpid())",
    )
    assert said == "True True\n"


def test_one_that_is_killed_is_replaced() -> None:
    said = script(
        "with Pool(1) as pool:",
        "    task = pool.submit(signal.raise_signal, int(signal.SIGKILL))",
        "    print(loss(task), pool.submit(room, 5).exception() is not None)",
        "    print(pool.submit(os.getppid).result() == os.getpid())",
    )
    assert said == "killed True\nTrue\n"


def test_a_worker_lets_go_of_open_files_and_of_other_workers() -> None:
    said = script(
        "reading, writing = os.pipe()",
        "with Pool(3) as pool:",
        "    pool.submit(os.getpid).result()",
        "    os.close(writing)",
        "    print(select.select([reading], [], [], 60)[0] == [reading], os.read(reading, 1))",
        "    found = {}",
        "    while len(found) < 3:",
        "        found |= dict([pool.submit(held) for _ in range(9)][-1].result())",
        "    print({(len(pipes), others) for pipes, others in found.values()})",
    )
    assert said == "True b''\n{(2, frozenset({'/dev/null'}))}\n"


def test_what_is_done_here_on_a_signal_is_not_done_there() -> None:
    said = script(
        "signal.signal(signal.SIGTERM, lambda *_: os.write(2, b'not here'))",
        "with Pool(1) as pool:",
        "    print(loss(pool.submit(signal.raise_signal, int(signal.SIGTERM))))",
    )
    assert said == "broken\n"


def test_memory_is_counted_from_what_is_there_at_the_start() -> None:
    said = script(
        "held = bytearray(600 << 20)",
        "with Pool(1, Bounds(memory=400 << 20)) as pool:",
        "    print(loss(pool.submit(room, 100 << 20)), loss(pool.submit(room, 800 << 20)))",
    )
    assert said == f"{100 << 20} memory\n"


def test_nothing_printed_here_is_printed_again_there() -> None:
    said = script(
        "print('once', end=' ')",
        "with Pool(2) as pool:",
        "    print([loss(pool.submit(push)) for _ in range(9)] == [None] * 9)",
    )
    assert said == "once True\n"


def test_workers_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "ids"
    lines = [
        "pool = Pool(3)",
        "tasks = [pool.submit(time.sleep, 600) for _ in range(3)]",
        f"note = open({str(noted)!r} + '.new', 'w')",
        "note.write(' '.join(map(str, pool.process_ids)))",
        "note.close()",
        f"os.rename({str(noted)!r} + '.new', {str(noted)!r})",
        "signal.pause()",
    ]
    words = [sys.executable, "-c", "\n".join([HEAD, *lines])]
    with subprocess.Popen(words) as process:  # noqa: S603 - as above
        assert soon(noted.exists)
        process.send_signal(signal.SIGKILL)
    workers = [int(one) for one in noted.read_text(encoding="ascii").split()]

    assert len(workers) == 3
    assert soon(lambda: all(map(is_gone, workers)))


def soon(came_about: object) -> bool:
    """Wait until something has come about."""
    assert callable(came_about)
    end = time.monotonic() + SOON
    while not (done := bool(came_about())) and time.monotonic() < end:
        time.sleep(0.02)
    return done


def is_gone(process_id: int) -> bool:
    """Tell whether a process is no longer there, or only waits to be forgotten."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2]
    except OSError:
        return True
    return state.split()[0] == "Z"


def test_the_tests_of_pools_hold_for_it() -> None:
    words = ["-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, *words, str(Path(__file__).with_name("test_pool.py"))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
