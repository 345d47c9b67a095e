"""The side of a worker: limit this process, then do one task after another."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, TypeAlias, cast

from statlint.workbook.confine import limit_worker
from statlint.workbook.frames import NO_MEMORY_LEFT, receive, send

if TYPE_CHECKING:
    from statlint.run.workers.process import Plain

    _Task: TypeAlias = "tuple[str, str, tuple[Plain, ...]]"


_NEW_OBJECTS = 50_000
"""How many objects may be made before Python looks for cycles of them, as in the command."""


def main(memory: int) -> None:
    """Serve on standard input and output until the other side is gone."""
    gc.set_threshold(_NEW_OBJECTS)
    serve(*take_pipes(), memory)


def serve(requests: IO[bytes], replies: IO[bytes], memory: int) -> None:
    """Do what is asked until the other side is gone, with so many bytes of memory."""
    # It has a group of its own, but not on every system.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_worker(memory)
    tasks: SimpleQueue[_Task] = SimpleQueue()
    Thread(target=listen, args=(requests, tasks), daemon=True).start()
    try:
        # To start takes long where the computer is busy, and is no task's fault.
        send(replies, None)
        while True:
            send(replies, done(*tasks.get()))
    except MemoryError:
        # To tell of it takes memory as well; the file at work is to blame all the same.
        os._exit(NO_MEMORY_LEFT)
    except BrokenPipeError:
        os._exit(1)


def take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Take the pipes away from standard input and output: what checks files reads no answers here.

    Nor may what an engine or a rule prints come between ours.
    """
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, sys.stdin.fileno())
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
    return requests, replies


def listen(requests: IO[bytes], tasks: SimpleQueue[_Task]) -> None:
    """Take tasks in; when there is nobody left to answer to, end at once, busy or not."""
    try:
        while True:
            tasks.put(cast("_Task", receive(requests)))
    except (EOFError, OSError):
        os._exit(0)


def done(module: str, name: str, args: tuple[Plain, ...]) -> tuple[bool, Plain]:
    """Call a function; what it raises is told in words."""
    try:
        return True, getattr(import_module(module), name)(*args)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the other side raises it
        return False, traceback.format_exc()
