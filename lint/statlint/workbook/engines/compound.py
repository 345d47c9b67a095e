"""The front door for OLE compound files: which streams they name, and whether they are whole."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines.details import CONTENTS_MISSING
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = 512
_ENTRY = 128
_ENTRIES_IN_HEADER = 109
_LAST_SECTOR = 0xFFFF_FFFA
_LEAST_OWN_SECTORS = 4096
"""Bytes of a stream; shorter ones share sectors, and no text of Word is so short."""
_LOCKED = 0x0100
_FREE = 0xFFFF_FFFF
_SHIFTS = (9, 12)
_STRANGE_SIZE = Text("文件开头的结构信息不合理", "its first bytes announce an impossible layout")


def tell_compound(content: bytes) -> tuple[str, Text | None]:
    """Tell what a compound file is: its container, and closer words where that says little."""
    places = dict(_entries(content))
    names = set(places)
    if "EncryptedPackage" in names:
        raise Refusal(Fault.ENCRYPTED)
    if names & {"Workbook", "Book"}:
        return "xls", None
    if "WordDocument" in names:
        if _is_locked(content, places["WordDocument"]):
            raise Refusal(Fault.ENCRYPTED)
        return "old word document", None
    if "PowerPoint Document" in names:
        return "ole container", Text("旧版 PowerPoint 演示文稿", "an old PowerPoint presentation")
    return "ole container", None


def stream_names(content: bytes) -> Iterator[str]:
    """List the names of a compound file's streams; raises Refusal where the list is cut off."""
    for name, _ in _entries(content):
        yield name


def _entries(content: bytes) -> Iterator[tuple[str, int]]:
    """List the names of streams, each with the place of what is said of it."""
    size, table = _sector_size(content), _allocation(content)
    sector = struct.unpack_from("<I", content, 48)[0]
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        start = (sector + 1) * size
        if start >= len(content):
            raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING)
        for entry in range(start, min(start + size, len(content) - _ENTRY + 1), _ENTRY):
            length = struct.unpack_from("<H", content, entry + 64)[0]
            if 2 < length <= 64:  # noqa: PLR2004 - bytes of a name, its closing zero included
                yield content[entry : entry + length - 2].decode("utf-16-le", "replace"), entry
        sector = table[sector] if sector < len(table) else _LAST_SECTOR


def _is_locked(content: bytes, entry: int) -> bool:
    """Tell whether a text is under a password: a bit at its beginning says so ([MS-DOC] 2.5.2)."""
    sector, length = struct.unpack_from("<II", content, entry + 116)
    flags = (sector + 1) * _sector_size(content) + 10
    if length < _LEAST_OWN_SECTORS or flags + 2 > len(content):
        return False
    return bool(struct.unpack_from("<H", content, flags)[0] & _LOCKED)


def is_cut(content: bytes) -> bool:
    """Tell whether the table of sectors speaks of more sectors than the file has."""
    used = [sector for sector, entry in enumerate(_allocation(content)) if entry != _FREE]
    return bool(used) and (used[-1] + 1) * _sector_size(content) >= len(content)


def _sector_size(content: bytes) -> int:
    """Give the size of a sector."""
    if len(content) < _HEADER:
        size = len(content)
        words = Text(f"只有开头 {size} 个字节", f"only its first {size} bytes are there")
        raise Refusal(Fault.TRUNCATED, words)
    shift: int = struct.unpack_from("<H", content, 30)[0]
    if shift not in _SHIFTS:
        raise Refusal(Fault.DAMAGED, _STRANGE_SIZE)
    return 1 << shift


def _allocation(content: bytes) -> tuple[int, ...]:
    """Read the table that says which sector follows which, as far as the file reaches."""
    size = _sector_size(content)
    table: list[int] = []
    for sector in struct.unpack_from(f"<{_ENTRIES_IN_HEADER}I", content, 76):
        start = (sector + 1) * size
        if sector >= _LAST_SECTOR or start >= len(content):
            break
        whole = content[start : start + size]
        table.extend(struct.unpack_from(f"<{len(whole) // 4}I", whole))
    return tuple(table)
