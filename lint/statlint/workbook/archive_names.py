"""The names in a zip file: their encoding, and what they may not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from zipfile import ZipInfo

_UTF8 = 0x800
_LEADS_OUT = Text(
    "压缩包内的文件名是「{name}」，指向压缩包之外",
    "its name in the archive, “{name}”, leads out of the archive",
)
_TWICE = Text("压缩包内有两个文件都叫「{name}」", "two files in the archive are named “{name}”")


def names_of(members: Sequence[ZipInfo]) -> Iterator[tuple[str, tuple[Fault, Text] | None]]:
    """Give the name under which each member is shown, and what is wrong with its own name.

    No two are shown under one name, and none leads anywhere.
    """
    taken: set[str] = set()
    for name in _decoded(members):
        inner = [part for part in name.split("/") if part not in {"", ".", ".."}]
        leads_out = ".." in name.split("/") or name.startswith("/") or ":" in inner[:1]
        drive = bool(inner) and inner[0].endswith(":")
        shown = "/".join(inner[1:] if drive else inner) or "_"
        fault = None
        if leads_out or drive:
            fault = (Fault.UNSAFE, _filled(_LEADS_OUT, name))
        elif shown in taken:
            fault = (Fault.DAMAGED, _filled(_TWICE, name))
        shown = _free(shown, taken)
        taken.add(shown)
        yield shown, fault


def _filled(words: Text, name: str) -> Text:
    return Text(words.zh.format(name=name), words.en.format(name=name))


def _free(name: str, taken: set[str]) -> str:
    """Give a name, or one with a number where it is taken: a (2).csv for a.csv."""
    if name not in taken:
        return name
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem} ({n}).{ending}" if dot else f"{name} ({n})" for n in count(2))
    return next(one for one in numbered if one not in taken)


def _decoded(members: Sequence[ZipInfo]) -> list[str]:
    """Read the names; programs on Windows write those of a zip in GBK and do not say so.

    One that is no text in any encoding stays as the standard of zip files reads it.
    """
    raw = [None if member.flag_bits & _UTF8 else _raw(member.filename) for member in members]
    unsaid = [name for name in raw if name is not None]
    # macOS writes UTF-8 and does not say so either. GBK is hardly ever UTF-8 by chance in all.
    encoding = next((one for one in ("utf-8", "gb18030") if _reads(unsaid, one)), "cp437")
    return [
        (member.filename if name is None else name.decode(encoding)).replace("\\", "/")
        for member, name in zip(members, raw, strict=True)
    ]


def _raw(name: str) -> bytes | None:
    """Give the bytes of a name that was read as code page 437; None where it was not."""
    try:
        return name.encode("cp437")
    except UnicodeEncodeError:
        return None


def _reads(names: Sequence[bytes], encoding: str) -> bool:
    try:
        b"\n".join(names).decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
