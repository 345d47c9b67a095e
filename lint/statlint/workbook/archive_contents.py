"""The list of contents of a zip file: its files, and why some of them are refused unread."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.archive_names import names_of
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import CONTENTS_MISSING
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from zipfile import ZipInfo

LOCAL = struct.Struct("<26xHH")
"""Of what stands before a packed file: how long its name and its extra field are."""
STORED, DEFLATED = 0, 8
"""How a file may be packed."""
_ENCRYPTED = 0x1
_PACKED_OTHERWISE = Text(
    "压缩方式读不出（方式 {method}）", "packed in a way that is not read here (method {method})"
)
_GROWS = Text(
    f"解压后超过压缩大小的 {limits.RATIO} 倍", f"more than {limits.RATIO} times its packed size"
)
_OVERLAPS = Text("与压缩包内另一个文件重叠", "it overlaps another file of the archive")
_MANY = Text(
    f"压缩包内超过 {limits.ENTRIES} 个文件", f"more than {limits.ENTRIES} files in the archive"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in an archive: where its bytes begin, how they are packed, why it is refused."""

    name: str
    offset: int
    packed: int
    size: int
    method: int
    checksum: int
    refusal: tuple[Fault, Text | None] | None = None


Entries = Mapping[str, Entry]


class _Careful:
    """A file of which no more is read at once than a list of contents may take."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes; raises Refusal where they are too many."""
        if size > limits.DIRECTORY:
            raise Refusal(Fault.TOO_LARGE, _MANY)
        return self._file.read(size)


def entries_of(file: IO[bytes]) -> Entries:
    """Read the list of contents; raises Refusal where there is none or it is too long."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(_Careful(file)) as package:
            found = package.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING) from error
    # Of an archive that is cut off, an archive packed in it may be all that can be made out.
    if found and min(member.header_offset for member in found) > 0:
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING)
    members = [member for member in found if not member.is_dir()]
    if len(members) > limits.ENTRIES:
        raise Refusal(Fault.TOO_LARGE, _MANY)
    total = sum(member.file_size for member in members)
    if total > limits.UNPACKED:
        size, limit = total >> 20, limits.UNPACKED >> 20
        words = Text(f"解压后 {size} MB，上限 {limit} MB", f"{size} MB unpacked, limit {limit} MB")
        raise Refusal(Fault.TOO_LARGE, words)
    return MappingProxyType({entry.name: entry for entry in _checked(members)})


def _checked(members: list[ZipInfo]) -> Iterator[Entry]:
    overlapping = _overlapping(members)
    for member, (name, misnamed) in zip(members, names_of(members), strict=True):
        refusal = (Fault.DAMAGED, misnamed) if misnamed else _refusal(member)
        if refusal is None and member.header_offset in overlapping:
            refusal = (Fault.DAMAGED, _OVERLAPS)
        yield Entry(
            name,
            member.header_offset,
            member.compress_size,
            member.file_size,
            member.compress_type,
            member.CRC,
            refusal,
        )


def _overlapping(members: list[ZipInfo]) -> set[int]:
    """Find the places of files that begin before the one in front of them ends."""
    end, found = 0, set()
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            found.add(member.header_offset)
        end = max(end, member.header_offset + LOCAL.size + member.compress_size)
    return found


def _refusal(member: ZipInfo) -> tuple[Fault, Text | None] | None:
    """Say why a file in an archive is not unpacked, from what the list of contents says."""
    if member.flag_bits & _ENCRYPTED:
        return Fault.ENCRYPTED, None
    if member.file_size > limits.FILE_SIZE:
        size, limit = member.file_size >> 20, limits.FILE_SIZE >> 20
        return Fault.TOO_LARGE, Text(f"{size} MB，上限 {limit} MB", f"{size} MB, limit {limit} MB")
    grows = member.file_size > limits.RATIO * max(member.compress_size, 1)
    if grows and member.file_size > limits.RATIO_FROM:
        return Fault.TOO_LARGE, _GROWS
    if member.compress_type not in {STORED, DEFLATED}:
        method = str(member.compress_type)
        zh, en = (
            words.format(method=method) for words in (_PACKED_OTHERWISE.zh, _PACKED_OTHERWISE.en)
        )
        return Fault.DAMAGED, Text(zh, en)
    return None
