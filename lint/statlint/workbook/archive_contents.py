"""The list of contents of a zip file: its files, and why some of them are refused unread."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook.archive_names import names_of
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
_RATIO_FROM = 8 << 20
_DIRECTORY = 400
"""Bytes of an archive's list of contents that each file in it may take."""
_OVERLAPS = Text("与压缩包内另一个文件重叠", "it overlaps another file of the archive")


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

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        self._file, self._limits = file, limits
        self.seek, self.tell = file.seek, file.tell
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes; raises Refusal where they are too many."""
        if size > _DIRECTORY * self._limits.archive_files:
            raise _beyond(self._limits, "archive_files", -(-size // _DIRECTORY))
        return self._file.read(size)


def entries_of(file: IO[bytes], limits: Limits = USUAL) -> Entries:
    """Read the list of contents; raises Refusal where there is none or it is too long."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(_Careful(file, limits)) as package:
            found = package.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING) from error
    # Of an archive that is cut off, an archive packed in it may be all that can be made out.
    if found and min(member.header_offset for member in found) > 0:
        raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING)
    members = [member for member in found if not member.is_dir()]
    if len(members) > limits.archive_files:
        raise _beyond(limits, "archive_files", len(members))
    total = sum(member.file_size for member in members)
    if total > limits.archive_unpacked:
        raise _beyond(limits, "archive_unpacked", total)
    return MappingProxyType({entry.name: entry for entry in _checked(members, limits)})


def _beyond(limits: Limits, key: str, found: float) -> Refusal:
    from statlint.workbook.limits import beyond

    return beyond(limits, key, found)


def _checked(members: list[ZipInfo], limits: Limits) -> Iterator[Entry]:
    overlapping = _overlapping(members)
    for member, (name, misnamed) in zip(members, names_of(members), strict=True):
        refusal = misnamed or _refusal(member, limits)
        if refusal is None and member.header_offset in overlapping:
            refusal = (Fault.UNSAFE, _OVERLAPS)
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


def _refusal(member: ZipInfo, limits: Limits) -> tuple[Fault, Text | None] | None:
    """Say why a file in an archive is not unpacked, from what the list of contents says."""
    if member.flag_bits & _ENCRYPTED:
        return Fault.ENCRYPTED, None
    if member.file_size > limits.file_size:
        return _told(_beyond(limits, "file_size", member.file_size))
    packed = max(member.compress_size, 1)
    if member.file_size > _RATIO_FROM and member.file_size > limits.ratio * packed:
        return _told(_beyond(limits, "ratio", member.file_size / packed))
    if member.compress_type not in {STORED, DEFLATED}:
        method = str(member.compress_type)
        zh, en = (
            words.format(method=method) for words in (_PACKED_OTHERWISE.zh, _PACKED_OTHERWISE.en)
        )
        return Fault.DAMAGED, Text(zh, en)
    return None


def _told(refusal: Refusal) -> tuple[Fault, Text | None]:
    return refusal.fault, refusal.detail
