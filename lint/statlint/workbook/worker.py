"""The bounded process that opens workbooks: one for this program, started when a file needs it."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock, Timer
from time import monotonic
from typing import IO, TYPE_CHECKING, cast

from statlint.errors import StatlintError
from statlint.values import Text
from statlint.workbook.frames import NO_MEMORY_LEFT, Asked, receive, send

if TYPE_CHECKING:
    from statlint.workbook.engines.read import Told
    from statlint.workbook.engines.stored import StoredBook

_START = """\
import sys
memory, seconds, *sys.path[:] = sys.argv[1:]
from statlint.workbook.serve import main
main(int(memory), int(seconds))
"""
_PACKAGE_ROOT = str(Path(__file__).parents[2])
_SUSPECT = ("damaged", "too-large")
# Rust aborts where an allocation fails; the system's own guard kills.
_OUT_OF_MEMORY = ("SIGABRT", "SIGKILL")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may cost: bytes of memory, seconds of processor time, seconds on the clock."""

    memory: int = 2 << 30
    processor: int = 20
    clock: float = 60.0


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
        """Keep the bounds; the process starts with the first file."""
        self._bounds = bounds or Bounds()
        self._owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def read(self, content: bytes, announced: str = "") -> Answer:
        """Have a file read; every way in which a file can fail comes back as an answer.

        `announced` is the ending of its name. Raises StatlintError where no reader can be started
        at all.
        """
        with self._lock:
            process = self._process or self._start()
            # Taken before the watch starts, so that whatever the watch ends has taken too long.
            begun = monotonic()
            watch = Timer(self._bounds.clock, process.kill)
            watch.daemon = True
            watch.start()
            try:
                answer = self._ask(process, (announced, content), begun)
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
        bounds = (str(self._bounds.memory), str(self._bounds.processor))
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
                [sys.executable, "-I", "-S", "-c", _START, *bounds, *paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            message = f"the process that reads workbooks cannot be started: {error}"
            raise StatlintError(message) from error
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], asked: Asked, begun: float) -> Answer:
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
            fault, detail = self._obituary(process, monotonic() - begun)
            self.close()
            if container is None and fault is None:
                message = f"the process that reads workbooks fails at its start ({detail.en})"
                raise StatlintError(message) from None
            return Answer(container, None, fault or "damaged", detail)

    def _obituary(
        self, process: subprocess.Popen[bytes], elapsed: float
    ) -> tuple[str | None, Text]:
        """Say why the process died over a file; no fault where it ended of its own accord."""
        status, bounds = process.wait(), self._bounds
        if elapsed >= bounds.clock:
            return "too-large", _took_more(f"{bounds.clock:g} 秒", f"{bounds.clock:g} s")
        if status == NO_MEMORY_LEFT:
            return "too-large", self._too_much_memory()
        if status >= 0:
            words = Text(
                f"读取程序中途退出，状态 {status}", f"the reader ended with status {status}"
            )
            return None, words
        name = signal.Signals(-status).name
        if name == "SIGXCPU":
            seconds = bounds.processor
            return "too-large", _took_more(
                f"{seconds} 秒处理器时间", f"{seconds} s of processor time"
            )
        if name in _OUT_OF_MEMORY:
            return "too-large", self._too_much_memory()
        return "damaged", Text(f"读取程序意外中止：{name}", f"the reader was stopped by {name}")

    def _too_much_memory(self) -> Text:
        size = self._bounds.memory >> 20
        return _took_more(f"{size} MB 内存", f"{size} MB of memory")


def _took_more(zh: str, en: str) -> Text:
    """Say what a file cost that went beyond its bounds."""
    return Text(f"读取用去超过 {zh}", f"reading took more than {en}")


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
