"""A zip file that is written: parts of another one as they are packed there, and new ones."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass

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


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """One part as it is packed; `sizes` are its checksum, packed size and size."""

    name: str
    flags: int
    method: int
    sizes: tuple[int, int, int]
    pieces: Sequence[bytes | memoryview]


def as_it_is(member: Member, packed: memoryview) -> Packed:
    """Take a part of another zip file, byte for byte as it is packed there."""
    sizes = (member.checksum, member.packed, member.size)
    return Packed(member.name, member.flags & _UTF8, member.method, sizes, (packed,))


def pack(name: str, pieces: Iterable[bytes], *, expected: int = 0) -> Packed:
    """Pack a part; `expected` is about how many bytes it will have."""
    level = _FAST if expected > _LARGE else _USUAL
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    checksum = size = 0
    packed: list[bytes] = []
    for piece in pieces:
        checksum, size = zlib.crc32(piece, checksum), size + len(piece)
        packed.append(deflate.compress(piece))
    packed.append(deflate.flush())
    sizes = (checksum, sum(map(len, packed)), size)
    return Packed(name, 0 if name.isascii() else _UTF8, _DEFLATED, sizes, packed)


class Packing:
    """A zip file in the making."""

    def __init__(self) -> None:
        """Begin with an empty one."""
        self._pieces: list[bytes | memoryview] = []
        self._size = 0
        self._contents: list[bytes] = []

    def put(self, part: Packed) -> None:
        """Put the next part in."""
        written = part.name.encode("utf-8" if part.flags else "cp437")
        times = (_NO_TIME, _FIRST_DAY)
        said = (part.flags, part.method, *times, *part.sizes, len(written), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *said) + written
        central = (b"PK\1\2", _VERSION, _VERSION, *said, 0, 0, 0, 0, self._size)
        self._contents.append(_MEMBER.pack(*central) + written)
        self._pieces += (local, *part.pieces)
        self._size += len(local) + part.sizes[1]

    def finish(self) -> bytes:
        """Give the whole file."""
        contents = b"".join(self._contents)
        count = len(self._contents)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(contents), self._size, 0)
        return b"".join((*self._pieces, contents, end))
