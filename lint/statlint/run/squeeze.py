"""Bytes made smaller: most of what is put away or sent are a thousand of them."""

from __future__ import annotations

import zlib

_FAST = 1
_SMALL = 8_192
"""Bytes for which little room is set up: that takes longer than all the rest."""
_SMALL_WINDOW = 12
_SMALL_ROOM = 4
"""Powers of two of bytes that are looked back at, and of room for what is found (zlib)."""


def squeezed(content: bytes) -> bytes:
    """Give what `zlib.decompress` makes the same of again."""
    if len(content) > _SMALL:
        return zlib.compress(content, _FAST)
    stream = zlib.compressobj(_FAST, zlib.DEFLATED, _SMALL_WINDOW, _SMALL_ROOM)
    return stream.compress(content) + stream.flush()
