"""The front door for zip files: what the package is, and whether it may be unpacked at all."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from statlint.values import Text
from statlint.workbook.engines.details import CONTENTS_MISSING, DOCTYPE, inside, reported
from statlint.workbook.engines.limits import MEBI, PROLOG
from statlint.workbook.engines.package_limits import Member, check_members
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.limits import USUAL
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from statlint.workbook.limits import Limits

_ENCRYPTED = 0x1
_SMALL_PART = MEBI
_TYPES = (
    # A document may hold a workbook; a workbook never names a document as its main part.
    ("wordprocessingml.document.main", "word document", None),
    ("wordprocessingml.template.main", "word document", None),
    ("ms-word.document.macroenabled.main", "word document", None),
    ("ms-word.template.macroenabledtemplate.main", "word document", None),
    ("sheet.binary.macroenabled", "xlsb", None),
    ("ms-excel.sheet.macroenabled", "xlsm", None),
    ("ms-excel.template.macroenabled", "xlsm", None),
    ("spreadsheetml.sheet.main", "xlsx", None),
    ("spreadsheetml.template.main", "xlsx", None),
    ("presentationml", "archive", Text("PowerPoint 演示文稿", "a PowerPoint presentation")),
    ("wordprocessingml", "word document", None),
)
_OPEN_DOCUMENT = (
    ("opendocument.spreadsheet", "ods", None),
    ("opendocument.text", "word document", Text("OpenDocument 文本文档", "an OpenDocument text")),
    (
        "opendocument",
        "archive",
        Text("OpenDocument 的其他文档", "an OpenDocument file without tables"),
    ),
)
_MEMBERS = (
    ("xl/workbook.bin", "xlsb", None),
    ("xl/workbook.xml", "xlsx", None),
    ("word/document.xml", "word document", None),
    ("index/document.iwa", "archive", Text("苹果 iWork 文档", "an Apple iWork document")),
)


def open_package(content: bytes) -> ZipFile:
    """Open a zip file; raises Refusal where its end, and so its list of members, is missing."""
    try:
        return ZipFile(BytesIO(content))
    except BadZipFile as error:
        if "not a zip file" in str(error):
            raise Refusal(Fault.TRUNCATED, CONTENTS_MISSING) from error
        raise Refusal(Fault.DAMAGED, reported(str(error))) from error
    except (NotImplementedError, ValueError, OSError) as error:
        raise Refusal(Fault.DAMAGED, reported(str(error))) from error


def guess_container(content: bytes) -> str:
    """Guess what a zip file is from the names in it, for one whose list of members is lost."""
    for sign, container in ((b"xl/", "xlsx"), (b"word/", "word document")):
        if sign in content:
            return container
    return "ods" if b"opendocument.spreadsheet" in content else "archive"


def tell_package(package: ZipFile) -> tuple[str, Text | None]:
    """Tell what a zip file is: its container, and closer words where the container says little."""
    names = {name.lower(): name for name in package.namelist()}
    types = _read_small(package, names.get("[content_types].xml")).lower()
    open_document = _read_small(package, names.get("mimetype"))
    if not open_document:
        open_document = _read_small(package, names.get("meta-inf/manifest.xml"))
    for known, text in ((_TYPES, types), (_OPEN_DOCUMENT, open_document)):
        for sign, container, word in known:
            if sign in text:
                return container, word
    for member, container, word in _MEMBERS:
        if member in names:
            return container, word
    return "archive", Text("ZIP 压缩包", "a zip archive")


def _read_small(package: ZipFile, name: str | None) -> str:
    """Give a small part as text, without the zeros of UTF-16; empty where it cannot be read."""
    if name is None or package.getinfo(name).file_size > _SMALL_PART:
        return ""
    try:
        return package.read(name).replace(b"\0", b"").decode("latin-1")
    except (BadZipFile, RuntimeError, ValueError, zlib.error, EOFError, OSError):
        return ""


def check_package(package: ZipFile, limits: Limits = USUAL) -> None:
    """Refuse a package that no office program writes, before anything of it is unpacked."""
    members = package.infolist()
    _check_encryption(package, members)
    check_members([_member(member) for member in members], limits)
    for member in members:
        _check_prolog(package, member)


def _member(found: ZipInfo) -> Member:
    return Member(
        found.filename,
        found.flag_bits,
        found.compress_type,
        found.CRC,
        found.compress_size,
        found.file_size,
        found.header_offset,
    )


def _check_encryption(package: ZipFile, members: list[ZipInfo]) -> None:
    """Refuse members under a password; OpenDocument says so in its manifest."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refusal(Fault.ENCRYPTED)
    manifest = next((m.filename for m in members if m.filename == "META-INF/manifest.xml"), None)
    if "encryption-data" in _read_small(package, manifest):
        raise Refusal(Fault.ENCRYPTED)


def _check_prolog(package: ZipFile, member: ZipInfo) -> None:
    """Refuse a DOCTYPE: no office program writes one, and entities can grow without end."""
    if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    try:
        with package.open(member) as part:
            prolog = part.read(PROLOG)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Refusal(Fault.DAMAGED, inside(member.filename, reported(str(error)))) from error
    # UTF-16 puts a zero beside every ASCII character.
    if b"<!DOCTYPE" in prolog.replace(b"\0", b""):
        raise Refusal(Fault.UNSAFE, inside(member.filename, DOCTYPE))
