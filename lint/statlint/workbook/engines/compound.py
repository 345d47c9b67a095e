"""The front door for OLE compound files: which streams they name, and whether they are whole."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = 512
_ENTRY = 128
_ENTRIES_IN_HEADER = 109
_LAST_SECTOR = 0xFFFF_FFFA
_FREE = 0xFFFF_FFFF
_SHIFTS = (9, 12)


def tell_compound(content: bytes) -> tuple[str, str]:
    """Tell what a compound file is: its container, and a closer word where that says little."""
    names = set(stream_names(content))
    if "EncryptedPackage" in names:
        raise Refusal(Fault.ENCRYPTED, "Office file under a password")
    if names & {"Workbook", "Book"}:
        return "xls", ""
    if "WordDocument" in names:
        return "old word document", ""
    if "PowerPoint Document" in names:
        return "ole container", "presentation"
    known = ", ".join(sorted(name for name in names if name.isprintable())[:3])
    return "ole container", f"holds {known}" if known else "no stream is named"


def stream_names(content: bytes) -> Iterator[str]:
    """List the names of a compound file's streams; raises Refusal where the list is cut off."""
    size, table = _sector_size(content), _allocation(content)
    sector = struct.unpack_from("<I", content, 48)[0]
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        start = (sector + 1) * size
        if start >= len(content):
            raise Refusal(Fault.TRUNCATED, "the list of streams is missing")
        for entry in range(start, min(start + size, len(content) - _ENTRY + 1), _ENTRY):
            length = struct.unpack_from("<H", content, entry + 64)[0]
            if 2 < length <= 64:  # noqa: PLR2004 - bytes of a name, its closing zero included
                yield content[entry : entry + length - 2].decode("utf-16-le", "replace")
        sector = table[sector] if sector < len(table) else _LAST_SECTOR


def is_cut(content: bytes) -> bool:
    """Tell whether the table of sectors speaks of more sectors than the file has."""
    used = [sector for sector, entry in enumerate(_allocation(content)) if entry != _FREE]
    return bool(used) and (used[-1] + 1) * _sector_size(content) >= len(content)


def _sector_size(content: bytes) -> int:
    """Give the size of a sector."""
    if len(content) < _HEADER:
        raise Refusal(Fault.TRUNCATED, "the file ends inside its first sector")
    shift: int = struct.unpack_from("<H", content, 30)[0]
    if shift not in _SHIFTS:
        raise Refusal(Fault.DAMAGED, f"sector size 2^{shift}")
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
