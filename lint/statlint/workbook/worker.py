"""The bounded process that opens workbooks: one for this program, started when a file needs it."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cache
from math import ceil
from pathlib import Path
from threading import Lock, Timer
from time import monotonic
from typing import IO, TYPE_CHECKING, Self, cast

from statlint.dataclass import dataclass, replace
from statlint.errors import StatlintError
from statlint.values import Text
from statlint.workbook.frames import NO_MEMORY_LEFT, Asked, receive, send
from statlint.workbook.limits import USUAL, Limits, in_order, overspent

if TYPE_CHECKING:
    from statlint.workbook.engines.read import Told
    from statlint.workbook.engines.stored import StoredBook

_START = """\
import sys
sys.path[:] = sys.argv[1:]
from statlint.workbook.serve import main
main()
"""
_PACKAGE_ROOT = str(Path(__file__).parents[2])
_SUSPECT = ("damaged", "too-large", "unsafe")
# Rust aborts where an allocation fails; the system's own guard kills.
_OUT_OF_MEMORY = ("SIGABRT", "SIGKILL")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may cost: bytes of memory, seconds of processor time, seconds on the clock."""

    memory: int = 2 << 30
    processor: int = 20
    clock: float = 60.0

    @classmethod
    def of(cls, limits: Limits) -> Self:
        """Give the bounds for a file of some limits; the clock goes on while others are at work."""
        seconds = max(1, ceil(limits.seconds))
        return cls(limits.memory, seconds, 3.0 * seconds)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the worker told about a file: its container, then its workbook or a fault."""

    container: str | None
    book: StoredBook | None = None
    fault: str | None = None
    detail: Text | None = None


class Worker:
    """One process that reads workbooks; killed when a file costs too much, and started again."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        """Keep the bounds, or take those of each file's limits; it starts with the first file."""
        self._bounds = bounds
        self._owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def read(self, content: bytes, announced: str = "", limits: Limits = USUAL) -> Answer:
        """Have a file read; every way in which a file can fail comes back as an answer.

        `announced` is the ending of its name, `limits` are what it may cost. Raises StatlintError
        where no reader can be started at all.
        """
        bounds = self._bounds or Bounds.of(limits)
        limits = replace(limits, memory=bounds.memory, seconds=float(bounds.processor))
        with self._lock:
            process = self._process or self._start()
            # Taken before the watch starts, so that whatever the watch ends has taken too long.
            begun = monotonic()
            watch = Timer(bounds.clock, process.kill)
            watch.daemon = True
            watch.start()
            try:
                answer = self._ask(process, (announced, content, in_order(limits)), begun, bounds)
            except BaseException:
                # Ctrl-C in the middle of an answer: what is still in the pipe belongs to no file.
                self.close()
                raise
            finally:
                watch.cancel()
            if answer.fault in _SUSPECT:
                # What broke inside an engine may have left it, or its memory, in any state.
                self.close()
            return answer

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        # A fork of this program has the pipes too, but the process is not its child to end.
        if os.getpid() == self._owner:
            process.kill()
            process.wait()
        process.poll()
        for pipe in _pipes(process):
            with suppress(OSError):
                pipe.close()

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the process, cut off from the environment, the user's packages and the terminal."""
        paths = [_PACKAGE_ROOT, *(path for path in sys.path if path)]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
                [sys.executable, "-I", "-S", "-c", _START, *paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            message = f"the process that reads workbooks cannot be started: {error}"
            raise StatlintError(message) from error
        return self._process

    def _ask(
        self, process: subprocess.Popen[bytes], asked: Asked, begun: float, bounds: Bounds
    ) -> Answer:
        """Send a file and collect what is told about it."""
        requests, replies = _pipes(process)
        container: str | None = None
        try:
            send(requests, asked)
            while True:
                told = cast("Told", receive(replies))
                if told[0] == "container":
                    container = told[1]
                elif told[0] == "book":
                    return Answer(container, told[1])
                else:
                    return Answer(container, None, told[1], Text(*told[2]) if told[2] else None)
        except (EOFError, OSError):
            fault, detail = _obituary(process.wait(), monotonic() - begun, bounds)
            self.close()
            if container is None and fault is None:
                message = f"the process that reads workbooks fails at its start ({detail.en})"
                raise StatlintError(message) from None
            return Answer(container, None, fault or "damaged", detail)


def _obituary(status: int, elapsed: float, bounds: Bounds) -> tuple[str | None, Text]:
    """Say why the process died over a file; no fault where it ended of its own accord."""
    limits = Limits(memory=bounds.memory, seconds=bounds.processor)
    if elapsed >= bounds.clock:
        clock = f"{bounds.clock:g}"
        return "too-large", Text(f"读取用去超过 {clock} 秒", f"reading took more than {clock} s")
    if status == NO_MEMORY_LEFT:
        return "too-large", overspent(limits, "memory")
    if status >= 0:
        words = Text(f"读取程序中途退出，状态 {status}", f"the reader ended with status {status}")
        return None, words
    name = signal.Signals(-status).name
    if name == "SIGXCPU":
        return "too-large", overspent(limits, "seconds")
    if name in _OUT_OF_MEMORY:
        return "too-large", overspent(limits, "memory")
    return "damaged", Text(f"读取程序意外中止：{name}", f"the reader was stopped by {name}")


def shared_worker() -> Worker:
    """Give this process its one worker."""
    return _worker_of(os.getpid())


@cache
def _worker_of(process_id: int) -> Worker:  # noqa: ARG001 - a forked child must not share our pipes
    worker = Worker()
    atexit.register(worker.close)
    return worker


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Give the pipes to and from the process."""
    return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
