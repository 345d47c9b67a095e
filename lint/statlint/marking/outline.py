"""A sheet cut in three: what stands before its rows, the rows, which are not kept, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.marking.encoded import UTF8, Encoding, encoding_of
from statlint.marking.sound import Sound, check_sound
from statlint.marking.tags import ASIDE, ATTRIBUTES

Open: TypeAlias = Callable[[], Iterator[bytes]]
"""Unpacks a part from its beginning."""
_HIDING = (b"<!", b"<?")
_DATA = re.compile(rb"(?s:" + ASIDE + rb")|<([^\s/>!?:]+:|)sheetData(?=[\s/>])" + ATTRIBUTES)
_FIRST = 1 << 20
"""Bytes in which the head of a sheet ends; one with a longer head is held as a whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A sheet without its rows, in UTF-8.

    `opens` and `closes` are the tags around the rows: both are empty where there is no such place,
    the last where it is one tag alone. `prefix` is what stands before the names of elements.
    """

    open: Open
    head: bytes
    prefix: bytes = b""
    opens: bytes = b""
    closes: bytes = b""
    tail: bytes = b""
    length: int = 0
    """How many bytes the rows have."""
    encoding: Encoding = UTF8
    held: bytes | None = None
    """The rows, where they could not be read piece by piece."""

    @property
    def size(self) -> int:
        """About how many bytes all of it has."""
        return len(self.head) + self.length + len(self.tail)

    def rows(self) -> Iterator[bytes]:
        """Give the rows in pieces, each of which ends where a row ends."""
        if self.held is not None:
            yield self.held
            return
        closes = b"</" + self.prefix + b"row>"
        left, skip, due = b"", len(self.head) + len(self.opens), self.length
        for piece in self.open():
            taken = piece[skip : skip + due]
            skip, due = max(0, skip - len(piece)), due - len(taken)
            # Few rows are longer than a piece: what is left is seldom looked through twice.
            whole, end, left = (left + taken).rpartition(closes)
            if end:
                yield whole + end
            if not due:
                break
        if left:
            yield left


def read_outline(open_part: Open) -> Outline:
    """Cut a sheet; raises Refusal where it is not in the encoding that it declares."""
    encoding = encoding_of(next(open_part(), b""))
    if encoding.is_utf8:
        streamed = _streamed(open_part)
        if streamed is not None:
            return streamed
    return _held(open_part, encoding)


def head_of(open_part: Open) -> bytes | None:
    """Give what stands before the rows of a sheet; None where all of it has to be read for that."""
    text, sound = b"", Sound()
    for piece in open_part():
        if not (text or encoding_of(piece).is_utf8):
            return None
        sound.feed(piece)
        text += piece
        found = _place_of_rows(text)
        if found or len(text) > _FIRST:
            break
    declared = text.find(b"?>") + 2 if text.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") else 0
    found = _place_of_rows(text)
    head = text[: found.start()] if found else text
    known = found is not None or len(text) <= _FIRST
    return None if _hides(head[declared:]) or not known else head


def _place_of_rows(text: bytes) -> re.Match[bytes] | None:
    return next((one for one in _DATA.finditer(text) if one[1] is not None), None)


def _hides(text: bytes) -> bool:
    """Tell whether there is anything in which signs that look like tags are none."""
    return any(sign in text for sign in _HIDING)


def _streamed(open_part: Open) -> Outline | None:
    """Cut a sheet piece by piece; None where something in it may hide what looks like tags."""
    head = head_of(open_part)
    if head is None:
        return None
    pieces, text, sound = open_part(), b"", Sound()
    while (found := _DATA.match(text, len(head))) is None:
        piece = next(pieces, None)
        if piece is None:
            # A sheet without rows, such as one that is a chart.
            return Outline(open_part, head)
        sound.feed(piece)
        text += piece
    begun = Outline(open_part, head, found[1], found[0])
    return _to_the_end(begun, text[found.end() :], pieces, sound)


def _to_the_end(
    begun: Outline, text: bytes, pieces: Iterator[bytes], sound: Sound
) -> Outline | None:
    """Pass the rows by and keep what follows them."""
    closes = b"</" + begun.prefix + b"sheetData"
    passed = at = 0
    if not begun.opens.endswith(b"/>"):
        while (at := text.find(closes)) < 0:
            # The end may stand across two pieces.
            cut = max(0, len(text) - len(closes))
            piece = next(pieces, None)
            if piece is None or _hides(text):
                return None
            sound.feed(piece)
            passed, text = passed + cut, text[cut:] + piece
    rest = b"".join(pieces)
    sound.feed(rest, last=True)
    text += rest
    if _hides(text):
        return None
    end = text.index(b">", at) + 1 if text.startswith(closes, at) else at
    return Outline(
        begun.open, begun.head, begun.prefix, begun.opens, text[at:end], text[end:], passed + at
    )


def _held(open_part: Open, encoding: Encoding) -> Outline:
    """Cut a sheet that is held as a whole."""
    text = encoding.read(b"".join(open_part()))
    check_sound(text)
    found = _place_of_rows(text)
    if found is None:
        return Outline(open_part, text, encoding=encoding, held=b"")
    head, opens, prefix, rest = text[: found.start()], found[0], found[1], text[found.end() :]
    at = end = 0
    if not opens.endswith(b"/>"):
        closes = re.compile(rb"(?s:" + ASIDE + rb")|(</" + re.escape(prefix) + rb"sheetData\s*>)")
        ends = (one for one in closes.finditer(rest) if one[1])
        at, end = next((one.span() for one in ends), (len(rest), len(rest)))
    return Outline(
        open_part,
        *(head, prefix, opens, rest[at:end], rest[end:], at),
        encoding=encoding,
        held=rest[:at],
    )
