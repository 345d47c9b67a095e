"""One process that works for this program: started, asked, ended."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeAlias, cast

from statlint.errors import StatlintError
from statlint.run.workers.lost import Loss, LostWorkerError, WorkError
from statlint.workbook.frames import NO_MEMORY_LEFT, receive, send

if TYPE_CHECKING:
    import subprocess

Plain: TypeAlias = "bytes | str | int | tuple[Plain, ...] | None"
"""What goes over a pipe."""
_START = """\
import sys
memory, *sys.path[:] = sys.argv[1:]
from statlint.run.workers.serve import main
main(int(memory))
"""
_PACKAGE_ROOT = str(Path(__file__).parents[3])
_OUT_OF_MEMORY = frozenset({signal.SIGABRT, getattr(signal, "SIGKILL", None)})
"""Where an allocation fails, some libraries abort; the system's own guard kills."""


class Running(Protocol):
    """A process that was started."""

    @property
    def pid(self) -> int:
        """Its number in the system."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """Where requests go."""

    @property
    def stdout(self) -> IO[bytes] | None:
        """Where answers come from."""

    @property
    def returncode(self) -> int | None:
        """Its status, where it is gone."""

    def poll(self) -> int | None:
        """Give its status where it is gone by now."""

    def wait(self) -> int:
        """Wait until it is gone, and give its status."""


def started(memory: int) -> Running:
    """Start a process anew; it may take so many bytes of memory. Raises StatlintError."""
    # Here, since most are forked.
    import subprocess

    paths = [_PACKAGE_ROOT, *(path for path in sys.path if path)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-P", "-c", _START, str(memory), *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=None if sys.platform == "win32" else 0,
        )
    except OSError as error:
        message = f"a process that checks files cannot be started: {error}"
        raise StatlintError(message) from error


class Process:
    """A process with its pipes.

    It is in a group of its own: what is typed here for this program is not for it.
    """

    def __init__(self, running: Running) -> None:
        """Take one that was started."""
        self._running = running
        self._verdict: Loss | None = None
        self._is_ready = False

    @property
    def id(self) -> int:
        """Its number in the system."""
        return self._running.pid

    @property
    def is_gone(self) -> bool:
        """Whether it has ended, for whatever reason."""
        return self._running.poll() is not None

    def wait_until_ready(self) -> None:
        """Wait until it takes tasks; raises LostWorkerError where it dies before."""
        if not self._is_ready:
            self._receive()
            self._is_ready = True

    def ask(self, function: Callable[..., Plain], args: tuple[Plain, ...]) -> Plain:
        """Have a function called there.

        Raises LostWorkerError where the process dies over it, WorkError where the function fails.
        """
        try:
            send(self._pipes[0], (function.__module__, function.__qualname__, args))
        except (OSError, ValueError):
            raise LostWorkerError(self._verdict or self._obituary()) from None
        succeeded, told = cast("tuple[bool, Plain]", self._receive())
        if not succeeded:
            raise WorkError(str(told))
        return told

    def end(self, verdict: Loss | None = None) -> None:
        """End it at once, whatever it does, with all that it has started; say why."""
        self._verdict = verdict
        if sys.platform == "win32":
            cast("subprocess.Popen[bytes]", self._running).kill()
        else:
            # The group lives on where the process that began it is gone.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._running.pid, signal.SIGKILL)

    def close(self) -> None:
        """End it and let go of its pipes."""
        if self._running.returncode is None:
            self.end(self._verdict)
            self._running.wait()
        for pipe in self._pipes:
            with suppress(OSError):
                pipe.close()

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        return cast("IO[bytes]", self._running.stdin), cast("IO[bytes]", self._running.stdout)

    def _receive(self) -> object:
        try:
            return receive(self._pipes[1])
        except (EOFError, OSError, ValueError):
            raise LostWorkerError(self._verdict or self._obituary()) from None

    def _obituary(self) -> Loss:
        """Say why it died."""
        self.end()
        status = self._running.wait()
        if status == NO_MEMORY_LEFT:
            return Loss.MEMORY
        if status >= 0:
            return Loss.ENDED
        return Loss.KILLED if signal.Signals(-status) in _OUT_OF_MEMORY else Loss.BROKEN
