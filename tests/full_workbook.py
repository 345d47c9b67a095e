"""A workbook with all that people put into one, as Excel and WPS write it.

Its parts lie in `fixtures/marking/full`, one element or a few on a line so that they can be read;
in the package each of them is one line, as those programs write it. What is no text is made here.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PARTS = Path(__file__).parents[1] / "fixtures" / "marking" / "full"
_BETWEEN = re.compile(rb"\n *(?=<)")
_DECLARED = b"?>"
_PLAIN = b".sheet.main+xml"
_WITH_MACROS = (
    (b"openxmlformats-officedocument.spreadsheetml" + _PLAIN),
    b"ms-excel.sheet.macroEnabled.main+xml",
)
_MACROS_TYPE = (
    b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
)
_MACROS_LINK = (
    b'<Relationship Id="rId99"'
    b' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
    b' Target="vbaProject.bin"/>'
)
_STAMPED = (2025, 1, 20, 8, 30, 0)


def full_workbook(*, macros: bool = False) -> bytes:
    """Give the workbook; with `macros` as an .xlsm.

    The sheets are 封面, 年报, 汇总 & 明细, the chart 图1, the hidden 参数, and 内部, which Excel
    does not offer to show. 年报 is the one that is wrong: a report of 2024 with a typed total among
    formulas that is one too high (O26), a figure stored as text, of which Excel was told to say
    nothing, and that its total leaves out (I27, O27), a blank cell that is there (K30), one that is
    not (L31), and yuan where 万元 are asked for (F17). O26 has a note already, so have F6 and, as a
    thread, I23.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in full_parts(macros=macros).items():
            archive.writestr(ZipInfo(name, _STAMPED), content, ZIP_DEFLATED)
    return packed.getvalue()


def full_parts(*, macros: bool = False) -> dict[str, bytes]:
    """Give the parts of the workbook by their names, in the order in which Excel stores them."""
    parts = dict(_texts())
    parts |= {
        "xl/media/image1.png": _picture(b"\xc0\x00\x00"),
        "xl/media/image2.png": _picture(b"\xee\xf3\xfa"),
        "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    }
    if macros:
        parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
        types, links = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
        with_type = (
            parts[types].replace(*_WITH_MACROS).replace(b"</Types>", _MACROS_TYPE + b"</Types>")
        )
        parts[types] = with_type
        parts[links] = parts[links].replace(b"</Relationships>", _MACROS_LINK + b"</Relationships>")
    first = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    return {name: parts[name] for name in dict.fromkeys((*first, *sorted(parts)))}


def _texts() -> Iterator[tuple[str, bytes]]:
    for path in sorted(PARTS.rglob("*")):
        if path.is_file():
            yield path.relative_to(PARTS).as_posix(), _one_line(path.read_bytes())


def _one_line(content: bytes) -> bytes:
    """Write a part as the programs do: a line for the declaration, and one for all the rest."""
    content = content.replace(b"\r\n", b"\n").rstrip(b"\n")
    if not content.startswith(b"<?xml"):
        return content
    declared, sign, rest = content.partition(_DECLARED)
    return declared + sign + b"\r\n" + _BETWEEN.sub(b"", rest).lstrip()


def _picture(colour: bytes) -> bytes:
    """Draw a square of one colour, 24 by 24 points."""
    lines = b"".join(b"\x00" + colour * 24 for _ in range(24))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 24, 24, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
