"""Packages for the targets: one part in place of another, and changes made within a real one.

A mutation of the bytes of a ZIP file breaks its compression at once and reaches no reader; here the
parts are changed and packed again, so that what is broken is what a reader has to look at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
WORDS = "word/document.xml"
_BOOK = FIXTURES / "submissions/suqian-2024.xlsx"
_DOCUMENT = FIXTURES / "documents/瑶海区2019年政府信息公开年报.docx"
_HEAD = 2
CHANGE = 5
"""Bytes that say one change: where (two), what is done, with how much, with what."""
_TOKENS = (
    *(
        b"",
        b"<",
        b">",
        b"&",
        b'"',
        b"\0",
        b"\xff",
        b"-1",
        b"0",
        b"1048577",
        b"99999999999999999999",
    ),
    *(b"1e999", b"NaN", b"A0", b"XFE1", b"A1:XFD1048576", b"<c>", b"</row>", b"</c>", b"<row>"),
    *(b"<!-- -->", b"<![CDATA[", b"]]>", b"<!DOCTYPE a>", b"&#0;", b"&amp;", b' t="s"', b' r="C3"'),
    *(b"_x0041_", b"\xef\xbb\xbf", b"\xed\xa0\x80", b' xmlns:a="b"', b"<v>1</v>", b"<f>A1</f>"),
)
_PLAIN = (
    *(None, None, None, None, b"", b"-1", b"0", b"1048577", b"99999999999999999999", b"1e999"),
    *(b"NaN", b"A0", b"XFE1", b"A1:XFD1048576", b"C3:A1", b"&amp;", b"&#10;", b"_x0041_", b"s"),
    *(b"str", b"true", b"1.5", b" 12 ", b"\xe5\x90\x88\xe8\xae\xa1", b"\xe2\x80\x94", b"=A1", b"@"),
)
"""What may stand in an attribute or a text; None: what stands in another."""
_VALUES = re.compile(rb'(?:(?<==")|(?<=>))([^"<>]+)(?=["<])')


@cache
def _parts_of(path: Path) -> Mapping[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """Give a real package with one part replaced or added."""
    return _packed({**_parts_of(_DOCUMENT if name == WORDS else _BOOK), name: content})


def part_of(name: str) -> bytes:
    """Give a part of a real package as it is."""
    return _parts_of(_DOCUMENT if name == WORDS else _BOOK)[name]


def changed_part(data: bytes) -> bytes:
    """Change one part of a real workbook in as many places as the bytes tell of."""
    parts = dict(_parts_of(_BOOK))
    names = sorted(parts)
    head, rest = data[:_HEAD].ljust(_HEAD, b"\0"), data[_HEAD:]
    # Most changes in the sheet, where most is read.
    name = SHEET if head[0] % 2 else names[head[1] % len(names)]
    content = parts[name]
    for at in range(0, len(rest) - CHANGE + 1, CHANGE):
        content = changed(content, rest[at : at + CHANGE])
    parts[name] = content
    return _packed(parts)


def changed_values(data: bytes) -> bytes:
    """Change attributes and texts of a part as the bytes say; its elements stay as they are."""
    parts = dict(_parts_of(_BOOK))
    head, rest = data[:_HEAD].ljust(_HEAD, b"\0"), data[_HEAD:]
    name = sorted(parts)[head[1] % len(parts)] if head[0] % 4 == 0 else SHEET
    pieces = _VALUES.split(parts[name])
    for at in range(0, len(rest) - CHANGE + 1, CHANGE):
        said = rest[at : at + CHANGE]
        place = int.from_bytes(said[:2], "big") % (len(pieces) // 2) * 2 + 1
        other = int.from_bytes(said[2:4], "big") % (len(pieces) // 2) * 2 + 1
        token = _PLAIN[said[4] % len(_PLAIN)]
        pieces[place] = pieces[other] if token is None else token
    parts[name] = b"".join(pieces)
    return _packed(parts)


def changed(content: bytes, said: bytes) -> bytes:
    """Delete, repeat, cut off, or put a token in place of some bytes, as five bytes say."""
    at = int.from_bytes(said[:2], "big") * max(1, len(content)) // 65_536
    what, much, which = said[2] % 5, said[3] % 40, said[4]
    before, piece, after = content[:at], content[at : at + much], content[at + much :]
    match what:
        case 0:
            return before + after
        case 1:
            return before + piece * 3 + after
        case 2:
            return before
        case 3:
            return before + _TOKENS[which % len(_TOKENS)] + after
    return before + _TOKENS[which % len(_TOKENS)] + piece + after
