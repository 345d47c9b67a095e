"""A zip file of submitted files, read as a folder: what is in it, and one file at a time."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.archive_names import names_of
from statlint.workbook.endings import is_taken
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import CONTENTS_MISSING, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sniff import ZIP

if TYPE_CHECKING:
    from zipfile import ZipInfo

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_LOCAL = struct.Struct("<26xHH")
"""Of what stands before a packed file: how long its name and its extra field are."""
_KEPT = 4
_FIRST = 64
"""Bytes that reach to the name of the first packed file."""
_OF_DOCUMENTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"word/", b"mimetype")
"""What comes first in the zip files that are workbooks or other documents."""
_DOCUMENTS = frozenset(
    {
        *("[content_types].xml", "mimetype", "meta-inf/manifest.xml"),
        *("xl/workbook.bin", "xl/workbook.xml", "word/document.xml", "index/document.iwa"),
    }
)
"""What only documents hold, in lower case."""
_PACKED_OTHERWISE = Text(
    "压缩方式读不出（方式 {method}）", "packed in a way that is not read here (method {method})"
)
_GROWS = Text(
    f"解压后超过压缩大小的 {limits.RATIO} 倍", f"more than {limits.RATIO} times its packed size"
)
_OVERLAPS = Text("与压缩包内另一个文件重叠", "it overlaps another file of the archive")
_CUT = Text("压缩包内的数据不完整", "its data in the archive is not complete")
_WRONG = Text("压缩包内的数据与校验码不符", "its data in the archive does not match its checksum")
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


@dataclass(frozen=True, slots=True)
class Packed:
    """One file in an archive whose bytes are in memory."""

    archive: str
    name: str
    content: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Where it is, as shown: county.zip/a.xlsx."""
        return f"{self.archive}/{self.name}"

    def read(self) -> bytes:
        """Unpack it; raises Refusal."""
        return _unpacked(BytesIO(self.content), _entries(BytesIO(self.content))[self.name])


def may_be_archive(head: bytes) -> bool:
    """Tell by its first bytes whether a file may be an archive, and not a document."""
    return head.startswith(ZIP) and not head[30:].startswith(_OF_DOCUMENTS)


def names_inside(source: str | bytes) -> tuple[str, ...] | None:
    """List the files to check in an archive, by path or by bytes; None where it is none.

    Nor is one that cannot be read as such: what opens it says why.
    """
    try:
        return list_archive(source)
    except (Refusal, OSError):
        return None


def list_archive(source: str | bytes) -> tuple[str, ...] | None:
    """List the files to check in an archive; raises Refusal where it is cut off or too large."""
    with _opened(source) as file:
        if not may_be_archive(file.read(_FIRST)):
            return None
        entries = _entries_at(source) if isinstance(source, str) else _entries(file)
    if any(name.lower() in _DOCUMENTS for name in entries):
        return None
    return tuple(sorted(name for name in entries if is_taken(name)))


def read_inside(path: str) -> bytes | None:
    """Unpack a file whose path goes through an archive; None where no archive is on its way.

    Raises Refusal where it cannot be unpacked, and FileNotFoundError where the archive lacks it.
    """
    for parent in Path(path).parents:
        if parent.is_file():
            archive = str(parent)
            entry = _entries_at(archive).get(Path(path).relative_to(parent).as_posix())
            if entry is None:
                raise FileNotFoundError(path)
            with _opened(archive) as file:
                return _unpacked(file, entry)
    return None


def _opened(source: str | bytes) -> IO[bytes]:
    return Path(source).open("rb") if isinstance(source, str) else BytesIO(source)


def _entries_at(path: str) -> Entries:
    found = os.stat(path)  # noqa: PTH116 - a path as text is what is remembered
    return _remembered(path, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=_KEPT)
def _remembered(path: str, _size: int, _changed: int) -> Entries:
    """List an archive once, not once for each of its thousands of files."""
    with _opened(path) as file:
        return _entries(file)


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


def _entries(file: IO[bytes]) -> Entries:
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
        end = max(end, member.header_offset + _LOCAL.size + member.compress_size)
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
    if member.compress_type not in {_STORED, _DEFLATED}:
        method = str(member.compress_type)
        zh, en = (
            words.format(method=method) for words in (_PACKED_OTHERWISE.zh, _PACKED_OTHERWISE.en)
        )
        return Fault.DAMAGED, Text(zh, en)
    return None


def _unpacked(file: IO[bytes], entry: Entry) -> bytes:
    """Unpack one file, never more of it than its list of contents announced."""
    if entry.refusal is not None:
        raise Refusal(*entry.refusal)
    file.seek(entry.offset)
    before = file.read(_LOCAL.size)
    if not before.startswith(ZIP) or len(before) < _LOCAL.size:
        raise Refusal(Fault.DAMAGED, _CUT)
    name, extra = _LOCAL.unpack(before)
    file.seek(name + extra, os.SEEK_CUR)
    content = file.read(entry.packed)
    if entry.method == _DEFLATED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, entry.size + 1)
        except zlib.error as error:
            raise Refusal(Fault.DAMAGED, reported(str(error))) from error
    if len(content) < entry.size:
        raise Refusal(Fault.DAMAGED, _CUT)
    if len(content) > entry.size or zlib.crc32(content) != entry.checksum:
        raise Refusal(Fault.DAMAGED, _WRONG)
    return content
