"""A zip file that is written: parts of another one as they are packed there, and new ones."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.workbook.engines.package_limits import Member

_LOCAL = struct.Struct("<4s5H3L2H")
_MEMBER = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DEFLATED = 8
_UTF8 = 0x800
_NO_TIME, _FIRST_DAY = 0, 0x21
"""Midnight of 1980-01-01: what Excel writes, and the same in each run."""
_USUAL, _FAST = 6, 1
_LARGE = 8 << 20
"""Bytes from which on a part is packed fast: it takes a third of the time and a third more room."""


class Packing:
    """A zip file in the making."""

    def __init__(self) -> None:
        """Begin with an empty one."""
        self._pieces: list[bytes | memoryview] = []
        self._size = 0
        self._contents: list[bytes] = []

    def keep(self, member: Member, packed: memoryview) -> None:
        """Put a part of another zip file in, byte for byte as it is packed there."""
        sizes = (member.checksum, member.packed, member.size)
        self._put(member.name, member.flags & _UTF8, member.method, sizes, [packed])

    def add(self, name: str, pieces: Iterable[bytes], *, expected: int = 0) -> None:
        """Pack a part; `expected` is about how many bytes it will have."""
        level = _FAST if expected > _LARGE else _USUAL
        deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        checksum = size = 0
        packed: list[bytes | memoryview] = []
        for piece in pieces:
            checksum, size = zlib.crc32(piece, checksum), size + len(piece)
            packed.append(deflate.compress(piece))
        packed.append(deflate.flush())
        sizes = (checksum, sum(map(len, packed)), size)
        self._put(name, 0 if name.isascii() else _UTF8, _DEFLATED, sizes, packed)

    def _put(
        self,
        name: str,
        flags: int,
        method: int,
        sizes: tuple[int, int, int],
        packed: list[bytes | memoryview],
    ) -> None:
        written = name.encode("utf-8" if flags else "cp437")
        said = (flags, method, _NO_TIME, _FIRST_DAY, *sizes, len(written), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *said) + written
        central = (b"PK\1\2", _VERSION, _VERSION, *said, 0, 0, 0, 0, self._size)
        self._contents.append(_MEMBER.pack(*central) + written)
        self._pieces += (local, *packed)
        self._size += len(local) + sizes[1]

    def finish(self) -> bytes:
        """Give the whole file."""
        contents = b"".join(self._contents)
        count = len(self._contents)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(contents), self._size, 0)
        return b"".join((*self._pieces, contents, end))
