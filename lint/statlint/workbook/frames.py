"""Values on a pipe: a length, then what `marshal` writes; nothing that could run on reading."""

from __future__ import annotations

import marshal
import struct
from typing import IO, TypeAlias, cast

_LENGTH = struct.Struct("<Q")

Asked: TypeAlias = tuple[str, bytes, list[float]]
"""A request: the ending that a file's name announces, the file, and its limits in their order."""

NO_MEMORY_LEFT = 77
"""The status with which the worker ends where no memory is left even to say so."""


def send(stream: IO[bytes], value: object) -> None:
    """Write one plain value and push it through."""
    body = marshal.dumps(cast("Asked", value))
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one value; raises EOFError where the other side has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return marshal.loads(body)  # noqa: S302 - both ends are ours, and no code is loaded
