"""Zip files that no office program writes, or that were broken on their way."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hostile_files.books import GOOD, ROWS
from hostile_files.kind import Kind
from unit.workbook.packages import excel_parts, make_compound, sheet_part

_MEBI = 1 << 20
_CENTRAL, _LOCAL, _END = b"PK\1\2", b"PK\3\4", b"PK\5\6"


def packed(*more: tuple[str, bytes], method: int = ZIP_DEFLATED, rows: str = ROWS) -> bytes:
    """Pack the workbook of a small table with more members, be they named twice."""
    import warnings

    target = BytesIO()
    with warnings.catch_warnings(), ZipFile(target, "w", method) as package:
        warnings.simplefilter("ignore")
        for name, part in (*excel_parts(sheet_part(rows)).items(), *more):
            package.writestr(name, part)
    return target.getvalue()


def poked(content: bytes, sign: bytes, at: int, value: bytes, *, last: bool = False) -> bytes:
    """Write bytes into the first (or last) of the entries that begin with a sign."""
    place = (content.rfind(sign) if last else content.find(sign)) + at
    return content[:place] + value + content[place + len(value) :]


def blanks(size: int, name: str = "xl/media/image1.bin") -> bytes:
    """Pack a workbook with a member of so many zeros."""
    target = BytesIO(packed())
    with ZipFile(target, "a", ZIP_DEFLATED) as package, package.open(name, "w") as part:
        for _ in range(size // _MEBI):
            part.write(bytes(_MEBI))
    return target.getvalue()


def _sized(declared: int) -> bytes:
    """Let the last member say that it has another size."""
    content = packed(("xl/media/a.bin", b"a" * 5000))
    return poked(content, _CENTRAL, 24, struct.pack("<L", declared), last=True)


def _over_each_other() -> bytes:
    """Let the last member of the list begin where the one before it does."""
    content = packed(("xl/media/a.bin", b"a"))
    first = content.find(_CENTRAL)
    offset = content[first + 42 : first + 46]
    return poked(content, _CENTRAL, 42, offset, last=True)


def _many(count: int) -> bytes:
    return packed(*((f"xl/media/{at}.bin", b"") for at in range(count)), method=ZIP_STORED)


def _ratio() -> bytes:
    return blanks(32 * _MEBI)


def in_archive(*members: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Pack files into an archive of submissions."""
    target = BytesIO()
    with ZipFile(target, "w", method) as package:
        for name, content in members:
            package.writestr(ZipInfo(name), content, compress_type=method)
    return target.getvalue()


def of_packages() -> Iterator[Kind]:
    """Give workbooks whose package is broken or made to do harm."""
    yield Kind("workbook cut in half", "half.xlsx", lambda: GOOD[: len(GOOD) // 2], "F004")
    yield Kind("four bytes of a workbook", "head.xlsx", lambda: _LOCAL, "F004")
    yield Kind("end of a zip file alone", "end.xlsx", lambda: _END + bytes(18), "F006")
    yield Kind(
        "workbook under a password",
        "locked.xlsx",
        lambda: make_compound("EncryptedPackage", "EncryptionInfo"),
        "F002",
    )
    yield Kind(
        "zip file under a password",
        "flag.xlsx",
        lambda: poked(GOOD, _CENTRAL, 8, b"\1\0"),
        "F002",
    )
    yield Kind(
        "one part twice",
        "double.xlsx",
        lambda: packed(("xl/worksheets/sheet1.xml", sheet_part("").encode())),
        "F011",
        "twice",
    )
    yield Kind("parts over each other", "overlap.xlsx", _over_each_other, "F011", "overlaps")
    for at, name in enumerate(("../../x.xml", "/etc/x.xml", "C:\\x.xml", "xl/..\\..\\x.xml")):
        yield Kind(
            f"part named {name}",
            f"name{at}.xlsx",
            partial(packed, (name, b"<x/>")),
            "F011",
            "leads out",
        )


def of_lists() -> Iterator[Kind]:
    """Give workbooks whose list of contents is large, or says what is not so."""
    yield Kind(
        "packed as bzip2", "bzip2.xlsx", lambda: packed(method=ZIP_BZIP2), "F001", "packed in a way"
    )
    yield Kind("10,008 parts", "parts.xlsx", lambda: _many(10_001), "F007", "limits.parts")
    yield Kind("600 MiB of zeros", "part.xlsx", lambda: blanks(600 * _MEBI), "F007", "part-size")
    yield Kind("32 MiB of zeros in 32 KB", "ratio.xlsx", _ratio, "F007", "limits.ratio")
    yield Kind(
        "4 GiB announced in all",
        "total.xlsx",
        lambda: _sized(0xFFFF_FFF0),
        "F007",
        "limits.unpacked",
    )
    yield Kind(
        "part larger than announced",
        "more.xlsx",
        lambda: poked(GOOD, _CENTRAL, 24, b"\5\0\0\0", last=False),
        "F001",
    )
    yield Kind(
        "checksum of another part",
        "crc.xlsx",
        lambda: poked(GOOD, _CENTRAL, 16, b"\1\2\3\4", last=True),
        "F001",
    )
    yield Kind(
        "list of contents that points nowhere",
        "nowhere.xlsx",
        lambda: poked(GOOD, _CENTRAL, 42, b"\xf0\xff\xff\x7f", last=True),
        "F001",
    )
    yield Kind(
        "list of contents before the file",
        "before.xlsx",
        lambda: poked(GOOD, _END, 16, b"\xf0\xff\xff\x7f"),
        "F001",
    )
    yield Kind(
        "200 KB of something else before it",
        "prefix.xlsx",
        lambda: b"\x7fELF" + bytes(200_000) + GOOD,
        "F006",
    )
    yield Kind(
        "200 KB of something else behind it", "suffix.xlsx", lambda: GOOD + bytes(200_000), "F004"
    )
    yield Kind("bytes turned over in the middle", "flipped.xlsx", _flipped, "F001")


def _flipped() -> bytes:
    content = bytearray(GOOD)
    at = GOOD.find(b"xl/worksheets/sheet1.xml") + 60
    for place in range(at, at + 40):
        content[place] ^= 0xFF
    return bytes(content)


def of_archives() -> Iterator[Kind]:
    """Give archives of submissions."""
    nested = in_archive(("b.zip", in_archive(("c.zip", in_archive(("a.xlsx", GOOD))))))
    yield Kind(
        "archive in an archive in an archive", "nested.zip", lambda: nested, "F006", "archive"
    )
    yield Kind(
        "archive with a name that leads out",
        "out.zip",
        lambda: in_archive(("../../a.xlsx", GOOD)),
        "F011",
        "leads out",
    )
    yield Kind(
        "archive with a bomb of 300 MiB",
        "bomb.zip",
        lambda: in_archive(("a.csv", b"1," * (150 * _MEBI))),
        "F007",
    )
    yield Kind(
        "archive with more files than allowed",
        "many.zip",
        lambda: in_archive(*((f"{at}.csv", b"a,1\n") for at in range(300))),
        "F007",
        "archive-files",
        ("limits.archive-files = 200",),
    )
    yield Kind(
        "archive under a password",
        "locked.zip",
        lambda: poked(in_archive(("a.csv", b"a,1\n")), _CENTRAL, 8, b"\1\0"),
        "F002",
    )
    yield Kind("archive without files", "empty.zip", in_archive, "F006")
    yield Kind("archive of files over each other", "over.zip", _archive_over, "F011", "overlaps")


def _archive_over() -> bytes:
    content = in_archive(("a.csv", b"a,1\n" * 9), ("b.csv", b"b,1\n"))
    first = content.find(_CENTRAL)
    return poked(content, _CENTRAL, 42, content[first + 42 : first + 46], last=True)
