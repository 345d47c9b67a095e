"""The part of a sheet that repeats, cut into rows: what is written as ever is taken as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

_CONTROLS = bytes({*range(32)} - {9, 10})
"""What no part may hold, and the carriage return, which would have to become a line feed."""
_ODD = (b"]]>", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""What no text may hold."""
_HIDING = (b"<!", b"<?")
"""What begins a comment, a section of bare text, an instruction: tags in them are none."""
_LONGEST = 1 << 20
_IN_VAIN = 64
"""Rows one after the other that are written otherwise, until no more are looked at."""


class Pieces:
    """Hand on to expat what it is to read of a part: all but the rows that are taken as text.

    Only whole rows are taken, where expat stands between two of them and nothing can hide or
    change what they say; so expat's own place in the part is always the right one.
    """

    def __init__(
        self,
        opens: bytes,
        closes: bytes,
        begin: Callable[[bytes], bool],
        between: Callable[[], bool],
    ) -> None:
        """Keep what rows begin and end with; `begin` is asked once, behind what precedes them."""
        self._opens = opens
        self._closes = closes
        self._begin = begin
        self._between = between
        self._in_vain = 0

    def handed_on(self, pieces: Iterator[bytes], take: Callable[[str], bool]) -> Iterator[bytes]:
        """Give what expat is to read."""
        first = next(pieces, b"")
        at = first.find(self._opens)
        head = first[: max(at, 0)]
        yield head
        rest = chain((first[len(head) :],), pieces)
        # The declaration alone may stand before all tags, be it behind a mark of the byte order.
        if at >= 0 and _says_utf8(head) and not _hides(head[4:]) and self._begin(head):
            yield from self._cut(rest, take)
        yield from rest

    def _cut(self, pieces: Iterator[bytes], take: Callable[[str], bool]) -> Iterator[bytes]:
        left = b""
        for piece in pieces:
            left += piece
            before, closes, left = left.rpartition(self._closes)
            whole = before + closes
            if _hides(whole) or len(left) > _LONGEST:
                yield whole
                break
            yield from self._taken(whole, take) if _is_plain(whole) else (whole,)
            if not self._between() or self._in_vain > _IN_VAIN:
                break
        yield left

    def _taken(self, whole: bytes, take: Callable[[str], bool]) -> Iterator[bytes]:
        """Take the rows of a slice; give those that are to be read by expat."""
        closes = self._closes.decode()
        rows = whole.decode().split(closes)
        for number, row in enumerate(rows[:-1]):
            if take(row):
                self._in_vain = 0
                continue
            self._in_vain += 1
            yield f"{row}{closes}".encode()
            if not self._between():
                yield closes.join(rows[number + 1 :]).encode()
                return


def _says_utf8(head: bytes) -> bool:
    declared = head[: head.find(b"?>") + 1].lower()
    return b"encoding" not in declared or b"utf-8" in declared


def _hides(part: bytes) -> bool:
    """Tell whether there is more than tags and text."""
    return any(sign in part for sign in _HIDING)


def _is_plain(part: bytes) -> bool:
    """Tell whether a part is text of which any row can be taken for itself."""
    if any(sign in part for sign in _ODD) or len(part.translate(None, _CONTROLS)) < len(part):
        return False
    try:
        part.decode()
    except UnicodeDecodeError:
        return False
    return True
