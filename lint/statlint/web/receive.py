"""Files as they come in: piece by piece, never more than may be, whole or not at all."""

from __future__ import annotations

import asyncio
import errno
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from statlint.web.bounds import DeskBounds
from statlint.web.case import Case
from statlint.web.faults import Cannot, DeskFaultError, size_text
from statlint.web.home import free_bytes

if TYPE_CHECKING:
    from starlette.requests import Request

_AT_ONCE = 1 << 20
"""Bytes that are written at once."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@asynccontextmanager
async def received(request: Request, case: Case, bounds: DeskBounds) -> AsyncIterator[Path]:
    """Take the body of a request in as a file, which is gone afterwards unless it was moved.

    Raises DeskFaultError.
    """
    coming = _Coming(case, bounds)
    part = case.parts / secrets.token_hex(8)
    try:
        coming.expect(_announced(request))
        with part.open("xb") as file:
            async for block in _blocks(coming.pieces(request)):
                await asyncio.to_thread(file.write, block)
        case.used = monotonic()
        yield part
    except OSError as error:
        raise disk_fault(error) from error
    finally:
        case.incoming -= coming.taken
        part.unlink(missing_ok=True)


def disk_fault(error: OSError) -> DeskFaultError:
    """Say why something could not be written."""
    if error.errno in _FULL:
        return DeskFaultError(Cannot.NO_SPACE)
    return DeskFaultError(Cannot.NO_WRITE, reason=error.strerror or str(error))


async def words_of(request: Request, bounds: DeskBounds) -> bytes:
    """Read a short body; raises DeskFaultError."""
    content = b""
    async for piece in _in_time(request, bounds.chunk_seconds):
        content += piece
        if len(content) > bounds.words_bytes:
            raise DeskFaultError(Cannot.BAD_WORDS)
    return content


class _Coming:
    """The bytes of one file on their way, counted among those of its case."""

    def __init__(self, case: Case, bounds: DeskBounds) -> None:
        self.taken = 0
        self._case, self._bounds = case, bounds

    def expect(self, announced: int) -> None:
        """Refuse what is announced as too much before any of it comes."""
        self._look(announced)
        if free_bytes(self._case.folder) - announced < self._bounds.spare:
            raise DeskFaultError(Cannot.NO_SPACE)

    async def pieces(self, request: Request) -> AsyncIterator[bytes]:
        """Go through the pieces of a body."""
        async for piece in _in_time(request, self._bounds.chunk_seconds):
            if self._case.is_closed:
                raise DeskFaultError(Cannot.GONE)
            self._look(len(piece))
            self.taken += len(piece)
            self._case.incoming += len(piece)
            yield piece

    def _look(self, more: int) -> None:
        bounds = self._bounds
        if self.taken + more > bounds.file_bytes:
            raise DeskFaultError(Cannot.TOO_LARGE, most=size_text(bounds.file_bytes))
        if self._case.size + more > bounds.case_bytes:
            raise DeskFaultError(Cannot.CASE_FULL, most=size_text(bounds.case_bytes))


def _announced(request: Request) -> int:
    """Give how long a body says it is; nothing for one that comes in chunks."""
    written = request.headers.get("content-length", "")
    return int(written) if written.isdecimal() else 0


async def _in_time(request: Request, seconds: float) -> AsyncIterator[bytes]:
    """Go through the pieces of a body, each of which has to come in time."""
    from starlette.requests import ClientDisconnect

    pieces = aiter(request.stream())
    while True:
        try:
            piece = await asyncio.wait_for(anext(pieces), seconds)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise DeskFaultError(Cannot.TOO_SLOW) from None
        except ClientDisconnect:
            raise DeskFaultError(Cannot.CUT_OFF) from None
        yield piece


async def _blocks(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Join pieces into what is worth a call of the system."""
    block = bytearray()
    async for piece in pieces:
        block += piece
        if len(block) >= _AT_ONCE:
            yield bytes(block)
            block.clear()
    yield bytes(block)
