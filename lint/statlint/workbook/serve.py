"""The worker's own side: limit this process, then answer one file after another."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from math import ceil
from typing import IO, TYPE_CHECKING, cast

from statlint.workbook.confine import limit_process, limit_time
from statlint.workbook.engines.read import read
from statlint.workbook.frames import NO_MEMORY_LEFT, receive, send
from statlint.workbook.limits import Limits, overspent

if TYPE_CHECKING:
    from collections.abc import Callable

    from statlint.workbook.frames import Asked


def main() -> None:
    """Serve on standard input and output until the other side closes them."""
    # Ctrl-C reaches the whole group of processes; the one in front decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # An engine that prints must not write between our frames.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # openpyxl imports these two where it finds them: 200 ms, and nothing that is needed here.
    os.environ["OPENPYXL_LXML"] = "False"
    sys.modules["numpy"] = None  # type: ignore[assignment]  # the documented way to hide a module
    try:
        serve(sys.stdin.buffer, replies, _begin)
    except MemoryError:
        # To tell of it takes memory as well; the file at work is to blame all the same.
        os._exit(NO_MEMORY_LEFT)


def _begin(limits: Limits) -> None:
    limit_process(limits.memory)
    limit_time(ceil(limits.seconds))


def serve(requests: IO[bytes], replies: IO[bytes], begin: Callable[[Limits], None]) -> None:
    """Answer each file with its container, then its workbook or its fault."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            announced, content, most = cast("Asked", receive(requests))
            limits = Limits(*most)  # type: ignore[arg-type]  # all but the seconds are whole
            begin(limits)
            try:
                for told in read(content, announced, limits):
                    send(replies, told)
            except MemoryError:
                words = overspent(limits, "memory")
                send(replies, ("fault", "too-large", (words.zh, words.en)))
