"""The parts of a zip file, by its list of contents; no more comes out than the list announces."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial
from posixpath import dirname, join, normpath

from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook.engines.details import CONTENTS_MISSING, DOCTYPE, inside, reported
from statlint.workbook.engines.limits import PROLOG
from statlint.workbook.engines.package_limits import Member, check_members
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sheets.known import KNOWN

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_PLACE_64 = struct.Struct("<4sLQL")
_MEMBER = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s22xHH")
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA = 0xFFFF_FFFF
_ENCRYPTED, _UTF8 = 0x1, 0x800
_STORED = 0
_PIECE = 1 << 18
_FED = 1 << 16
_MARKUP = (".xml", ".rels", ".vml")
_NO_BEGINNING = Text("在文件中找不到", "it is not where the list of contents says")
_DIFFERS = Text(
    "内容与目录登记的大小或校验码不符", "it does not match its size or checksum in the contents"
)


class Package:
    """A zip file in memory whose parts are found by name, be it in another case."""

    def __init__(self, content: bytes, limits: Limits = USUAL) -> None:
        """Read the list of contents; raises Refusal for what no office program writes."""
        self._content = content
        self._members = list(_members(content))
        if any(member.flags & _ENCRYPTED for member in self._members):
            raise Refusal(Fault.ENCRYPTED)
        check_members(self._members, limits)
        self._exact = {member.name: member for member in self._members}
        self._folded = {_folded(member.name): member for member in self._members}
        self._read: set[str] = set()

    def names(self) -> Iterator[str]:
        """Give the names of all parts."""
        return iter(self._exact)

    def packed(self) -> Iterator[tuple[Member, memoryview]]:
        """Give all parts as they are packed, in the order of the list of contents."""
        for member in self._members:
            begin = self._begin(member)
            yield member, memoryview(self._content)[begin : begin + member.packed]

    def find(self, name: str) -> str | None:
        """Give a part's name as the package writes it; None where there is no such part."""
        member = self._exact.get(name) or self._folded.get(_folded(name))
        return member.name if member else None

    def size(self, name: str) -> int:
        """Give how many bytes a part has, as the list of contents announces them."""
        return self._exact[name].size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece; raises Refusal where it is not as announced."""
        member = self._exact[name]
        self._read.add(name)
        left, checksum = member.size, 0
        for piece in self._unpacked(member):
            left -= len(piece)
            checksum = zlib.crc32(piece, checksum)
            if left < 0:
                break
            yield piece
        if left or checksum != member.checksum:
            raise Refusal(Fault.DAMAGED, inside(name, _DIFFERS))

    def small(self, name: str, most: int, size: int) -> tuple[int, int, int, bytes] | None:
        """Give a part as it is packed, with all that says what comes out; None for a large one.

        Raises Refusal where it is not where the list of contents says.
        """
        member = self._exact[name]
        if member.packed > most or member.size > size:
            return None
        begin = self._begin(member)
        packed = self._content[begin : begin + member.packed]
        return member.method, member.size, member.checksum, packed

    def note_read(self, name: str) -> None:
        """Note that all that a part says is known."""
        self._read.add(name)

    def check_unread(self, limits: Limits) -> None:
        """Refuse a DOCTYPE in the parts that nobody asked for; those read are seen as a whole."""
        for member in self._members:
            name = member.name
            if name in self._read or not name.lower().endswith(_MARKUP):
                continue
            KNOWN.of("prolog", name, self, limits, partial(self._check_prolog, member))

    def _check_prolog(self, member: Member) -> bool:
        # UTF-16 puts a zero beside every ASCII character.
        prolog = next(self._unpacked(member), b"")[:PROLOG]
        if b"<!DOCTYPE" in prolog.replace(b"\0", b""):
            raise Refusal(Fault.UNSAFE, inside(member.name, DOCTYPE))
        return True

    def _unpacked(self, member: Member) -> Iterator[bytes]:
        begin = self._begin(member)
        end = begin + member.packed
        if member.method == _STORED:
            for at in range(begin, end, _PIECE):
                yield self._content[at : min(at + _PIECE, end)]
            return
        try:
            yield from self._inflated(begin, end)
        except zlib.error as error:
            raise Refusal(Fault.DAMAGED, inside(member.name, reported(str(error)))) from error

    def _inflated(self, begin: int, end: int) -> Iterator[bytes]:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        for at in range(begin, end, _FED):
            fed = self._content[at : min(at + _FED, end)]
            while fed:
                piece = inflate.decompress(fed, _PIECE)
                if piece:
                    yield piece
                fed = inflate.unconsumed_tail
        rest = inflate.flush()
        if rest:
            yield rest

    def _begin(self, member: Member) -> int:
        """Give where a part's bytes begin, by what stands before them."""
        at = member.offset
        if not 0 <= at <= len(self._content) - _LOCAL.size:
            raise Refusal(Fault.DAMAGED, inside(member.name, _NO_BEGINNING))
        sign, name, extra = _LOCAL.unpack_from(self._content, at)
        at += _LOCAL.size
        if sign != b"PK\3\4" or _decoded(self._content[at : at + name], member.flags) != (
            member.name
        ):
            raise Refusal(Fault.DAMAGED, inside(member.name, _NO_BEGINNING))
        return int(at + name + extra)


def resolve(part: str, target: str) -> str:
    """Give the name of a part that another part names, from where that one lies."""
    target = target.replace("\\", "/")
    return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))


def relations_of(part: str) -> str:
    """Give the name of the part that lists what a part refers to."""
    folder = dirname(part)
    return join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels")


def _folded(name: str) -> str:
    return name.replace("\\", "/").lower()


def _decoded(name: bytes, flags: int) -> str:
    # Nearly all names are ASCII; Python would load a table for the code page.
    plain = flags & _UTF8 or name.isascii()
    return name.decode("utf-8" if plain else "cp437", "replace")


def _members(content: bytes) -> Iterator[Member]:
    """Read the list of contents, from the end of the file."""
    at, begin, end = _contents(content)
    if not 0 <= begin <= end <= len(content):
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING)
    while begin < end:
        if begin + _MEMBER.size > end or content[begin : begin + 4] != b"PK\1\2":
            raise Refusal(Fault.DAMAGED, CONTENTS_MISSING)
        found = _MEMBER.unpack_from(content, begin)
        flags, method, checksum, *sizes = (found[3], found[4], found[7], *found[8:13])
        packed, size, name, extra, comment = sizes
        begin += _MEMBER.size
        shown = _decoded(content[begin : begin + name], flags)
        more = content[begin + name : begin + name + extra]
        size, packed, offset = _sizes((size, packed, found[16]), more)
        yield Member(shown, flags, method, checksum, packed, size, offset + at)
        begin += name + extra + comment


def _contents(content: bytes) -> tuple[int, int, int]:
    """Give what lies before the zip file itself, and where its list begins and ends."""
    place = content.rfind(b"PK\5\6", max(0, len(content) - _LONGEST_COMMENT - _END.size))
    if place < 0 or place + _END.size > len(content):
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING)
    *_, size, offset, _ = _END.unpack_from(content, place)
    large = place - _PLACE_64.size - _END_64.size
    if large >= 0 and content[place - _PLACE_64.size : place].startswith(b"PK\6\7"):
        *_, size, offset = _END_64.unpack_from(content, large)
        place = large
    return place - size - offset, place - size, place


def _sizes(found: tuple[int, int, int], extra: bytes) -> tuple[int, ...]:
    """Give size, packed size and place; what exceeds 4 GB stands in an extra field."""
    if _IN_EXTRA not in found:
        return found
    while len(extra) > 4:  # noqa: PLR2004 - number and length of a field
        number, length = struct.unpack_from("<HH", extra)
        if number == 1:
            longer = (
                value for (value,) in struct.iter_unpack("<Q", extra[4 : 4 + length // 8 * 8])
            )
            return tuple(next(longer, one) if one == _IN_EXTRA else one for one in found)
        extra = extra[4 + length :]
    return found
