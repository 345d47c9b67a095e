"""What waits for the end of a run: packed, and where it is much, in a file that is gone with it."""

from __future__ import annotations

from pickle import loads
from tempfile import SpooledTemporaryFile
from typing import TypeAlias
from weakref import finalize
from zlib import decompress

from statlint.dataclass import dataclass, field
from statlint.run.plain_pickle import dumps
from statlint.run.squeeze import squeezed

_IN_MEMORY = 2_000_000
"""Bytes up to which no file is made."""
Spilt: TypeAlias = "tuple[int, int]"
"""Where something that was put away stands, and how many bytes it takes."""


def _new() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_IN_MEMORY)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Spill:
    """Takes things and gives them back; nothing that was packed elsewhere is ever unpacked.

    The file has no name that others could open, and is removed as soon as nobody needs it.
    """

    _file: SpooledTemporaryFile[bytes] = field(default_factory=_new)

    def __post_init__(self) -> None:
        """See to it that the file goes when the spill does."""
        finalize(self, self._file.close)

    def put(self, thing: object) -> Spilt:
        """Put something away."""
        return self.put_packed(squeezed(dumps(thing)))

    def put_packed(self, content: bytes) -> Spilt:
        """Put away what is packed already."""
        start = self._file.seek(0, 2)
        self._file.write(content)
        return start, len(content)

    def content(self, spilt: Spilt) -> bytes:
        """Give back the bytes of what was put away."""
        start, size = spilt
        self._file.seek(start)
        return self._file.read(size)

    def get(self, spilt: Spilt) -> object:
        """Give back what was put away."""
        return loads(decompress(self.content(spilt)))  # noqa: S301 - packed by this very run
