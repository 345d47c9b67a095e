"""A zip file of submitted files, read as a folder: what is in it, and one file at a time."""

from __future__ import annotations

import os
import zlib
from functools import lru_cache
from io import BytesIO

from statlint.dataclass import dataclass, field
from statlint.typed import IO
from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook.endings import is_taken
from statlint.workbook.engines.details import reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sniff import ZIP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.workbook.archive_contents import Entries, Entry

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
_CUT = Text("压缩包内的数据不完整", "its data in the archive is not complete")
_WRONG = Text("压缩包内的数据与校验码不符", "its data in the archive does not match its checksum")


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

    def read(self, limits: Limits = USUAL) -> bytes:
        """Unpack it; raises Refusal."""
        from statlint.workbook.archive_contents import entries_of

        entries = entries_of(BytesIO(self.content), limits)
        return _unpacked(BytesIO(self.content), entries[self.name])


def may_be_archive(head: bytes) -> bool:
    """Tell by its first bytes whether a file may be an archive, and not a document."""
    return head.startswith(ZIP) and not head[30:].startswith(_OF_DOCUMENTS)


def names_inside(source: str | bytes, limits: Limits = USUAL) -> tuple[str, ...] | None:
    """List the files to check in an archive, by path or by bytes; None where it is none.

    Nor is one that cannot be read as such: what opens it says why.
    """
    try:
        return list_archive(source, limits)
    except (Refusal, OSError):
        return None


def list_archive(source: str | bytes, limits: Limits = USUAL) -> tuple[str, ...] | None:
    """List the files to check in an archive; raises Refusal where it is cut off or too large."""
    with _opened(source) as file:
        if not may_be_archive(file.read(_FIRST)):
            return None
        from statlint.workbook.archive_contents import entries_of

        entries = (
            _entries_at(source, limits) if isinstance(source, str) else entries_of(file, limits)
        )
    if any(name.lower() in _DOCUMENTS for name in entries):
        return None
    return tuple(sorted(name for name in entries if is_taken(name)))


def read_inside(path: str, limits: Limits = USUAL) -> bytes | None:
    """Unpack a file whose path goes through an archive; None where no archive is on its way.

    Raises Refusal where it cannot be unpacked, and FileNotFoundError where the archive lacks it.
    """
    from pathlib import Path

    for parent in Path(path).parents:
        if parent.is_file():
            archive = str(parent)
            entry = _entries_at(archive, limits).get(Path(path).relative_to(parent).as_posix())
            if entry is None:
                raise FileNotFoundError(path)
            with _opened(archive) as file:
                return _unpacked(file, entry)
    return None


def _opened(source: str | bytes) -> IO[bytes]:
    return open(source, "rb") if isinstance(source, str) else BytesIO(source)  # noqa: PTH123


def _entries_at(path: str, limits: Limits) -> Entries:
    found = os.stat(path)  # noqa: PTH116 - a path as text is what is remembered
    return _remembered(path, limits, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=_KEPT)
def _remembered(path: str, limits: Limits, _size: int, _changed: int) -> Entries:
    """List an archive once, not once for each of its thousands of files."""
    with _opened(path) as file:
        from statlint.workbook.archive_contents import entries_of

        return entries_of(file, limits)


def _unpacked(file: IO[bytes], entry: Entry) -> bytes:
    """Unpack one file, never more of it than its list of contents announced."""
    if entry.refusal is not None:
        raise Refusal(*entry.refusal)
    file.seek(entry.offset)
    from statlint.workbook.archive_contents import DEFLATED, LOCAL

    before = file.read(LOCAL.size)
    if not before.startswith(ZIP) or len(before) < LOCAL.size:
        raise Refusal(Fault.DAMAGED, _CUT)
    name, extra = LOCAL.unpack(before)
    file.seek(name + extra, os.SEEK_CUR)
    content = file.read(entry.packed)
    if entry.method == DEFLATED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, entry.size + 1)
        except zlib.error as error:
            raise Refusal(Fault.DAMAGED, reported(str(error))) from error
    if len(content) < entry.size:
        raise Refusal(Fault.DAMAGED, _CUT)
    if len(content) > entry.size or zlib.crc32(content) != entry.checksum:
        raise Refusal(Fault.DAMAGED, _WRONG)
    return content
