"""The bytes of one file: never of what is no file, nor of one that is being written."""

from __future__ import annotations

import os
import stat

from statlint.typed import IO
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sniff import HEAD

_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""A pipe that nobody writes to must not keep us waiting when it is opened."""
_OF_SHELL = ("/dev/", "/proc/")
"""Where the pipes lie that a shell makes of another command's output."""
_TIMES = 3


def read_file(path: str, most: int) -> tuple[bytes, int]:
    """Give a file's bytes and their number; of one with more than `most`, only the first bytes.

    Raises OSError where the system does not give it, and Refusal where it is no file, or changes
    while it is read.
    """
    for _ in range(_TIMES):
        with open(path, "rb", opener=_opened) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                return _read_pipe(file, path, before.st_mode, most)
            if before.st_size > most:
                return file.read(HEAD), before.st_size
            content = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
        if len(content) == before.st_size and before.st_mtime_ns == after.st_mtime_ns:
            return content, len(content)
    from statlint.workbook.no_access import CHANGING

    raise Refusal(Fault.NO_ACCESS, CHANGING)


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _read_pipe(file: IO[bytes], path: str, mode: int, most: int) -> tuple[bytes, int]:
    """Read a pipe that the shell made; any other pipe, and a device, is no file."""
    if not (stat.S_ISFIFO(mode) and path.startswith(_OF_SHELL)):
        from statlint.workbook.no_access import NO_FILE

        raise Refusal(Fault.NO_ACCESS, NO_FILE)
    os.set_blocking(file.fileno(), True)
    content = file.read(most + 1)
    return content, len(content)
