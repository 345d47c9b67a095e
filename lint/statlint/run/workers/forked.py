"""A process that goes on from this one: all that is loaded here it has, so it starts at once."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Collection
from contextlib import suppress
from typing import IO, NoReturn

from statlint.run.workers.serve import serve

_THREADS = "/proc/self/task"
_FILES = "/proc/self/fd"
_SIZES = "/proc/self/statm"
_STANDARD = range(3)


def can_fork() -> bool:
    """Tell whether this process may go on as two: where no lock can be held by another thread.

    Only Linux tells of all threads, also those that Python has not started.
    """
    if sys.platform != "linux":
        return False
    try:
        return len(os.listdir(_THREADS)) == 1  # noqa: PTH208 - names will do
    except OSError:
        return False


class Forked:
    """A child of this process with pipes to it, as far as `subprocess.Popen` is asked of one."""

    def __init__(self, memory: int) -> None:
        """Start it; it may take so many bytes of memory besides those it begins with.

        Raises OSError.
        """
        asked, self.stdin = _pipe()
        self.stdout, told = _pipe()
        self.returncode: int | None = None
        with asked, told:
            self.pid = os.fork()
            if not self.pid:
                _go_on(asked, told, memory)
        # Here and there: whichever comes first, it is in a group of its own before it is asked.
        with suppress(OSError):
            os.setpgid(self.pid, self.pid)

    def poll(self) -> int | None:
        """Give its status where it is gone, and None where it is not."""
        return self._status(os.WNOHANG)

    def wait(self) -> int:
        """Wait until it is gone; give its status, the number of a signal with a minus."""
        return self._status() or 0

    def _status(self, options: int = 0) -> int | None:
        if self.returncode is None:
            try:
                found, status = os.waitpid(self.pid, options)
            except ChildProcessError:
                # Somebody else in this program has asked.
                self.returncode = 0
            else:
                self.returncode = os.waitstatus_to_exitcode(status) if found else None
        return self.returncode


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def _go_on(
    requests: IO[bytes], replies: IO[bytes], memory: int
) -> NoReturn:  # pragma: no cover - it is killed before it could tell
    """Do tasks until the other side is gone; never go back to what this process was."""
    try:
        os.setpgid(0, 0)
        # What was left behind is not ours to clean up: files, connections, temporary folders.
        gc.freeze()
        _forget_signals()
        _let_go({requests.fileno(), replies.fileno()})
        serve(requests, replies, memory + _held())
    finally:
        os._exit(1)


def _forget_signals() -> None:  # pragma: no cover - as above
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)


def _let_go(kept: Collection[int]) -> None:  # pragma: no cover - as above
    """Let go of all open files, so that pipes end; their numbers are not given to others.

    Objects that know them may close them still.
    """
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in map(int, os.listdir(_FILES)):  # noqa: PTH208 - names will do
        if number not in kept and number != nothing:
            os.dup2(nothing, number, inheritable=number in _STANDARD)


def _held() -> int:  # pragma: no cover - as above
    """Give the bytes of address space that this process has from the start."""
    with open(_SIZES, encoding="ascii") as sizes:  # noqa: PTH123 - one line
        return int(sizes.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
