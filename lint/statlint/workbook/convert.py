"""Documents of other programs as .docx, by an installed LibreOffice, where the user allows it."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.values import Text
from statlint.workbook.convert_find import find_libreoffice
from statlint.workbook.convert_office import Source, run_libreoffice
from statlint.workbook.engines.limits import MEBI
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Container, Fault
from statlint.workbook.sniff import HEAD

if TYPE_CHECKING:
    from statlint.workbook.model import Opening

_OLD_WORD = Source(".doc", "MS Word 97")
_RICH_TEXT = Source(".rtf", "Rich Text Format")
_WORD_XML = Source(".xml", "MS Word 2003 XML")
_OPEN_DOCUMENT = Source(".odt", "writer8")
_SIGNS = (
    (b"{\\rtf", _RICH_TEXT),
    (b"opendocument.text", _OPEN_DOCUMENT),
    (b"schemas.microsoft.com/office/word/2003/wordml", _WORD_XML),
)
"""What stands near the beginning; the first file of an OpenDocument is its type, not packed."""
_ABOUT = "docProps/app.xml"
_PROGRAM = pattern_of(rb"<Application>(LibreOffice)/([\w.]+)")
_NAME = "LibreOffice"
_OLD_NAME = Text("旧版 Word 或 WPS 文档", "an old Word or WPS document")
_MISSING = Text(
    "设置允许由 LibreOffice 转换，但本机没有找到 LibreOffice",
    "the settings allow LibreOffice to convert it, but none is found on this machine",
)


@dataclass(frozen=True, slots=True)
class Converted:
    """A document after its conversion, and the program with its version."""

    content: bytes
    program: str


def convert(opening: Opening, content: bytes) -> Converted | None:
    """Make a .docx of a file; None for one that no text program wrote.

    Raises Refusal where LibreOffice is not there, fails or takes too long.
    """
    source = _source(opening.container, content)
    if source is None:
        return None
    program = find_libreoffice()
    if program is None:
        name = opening.detail or _OLD_NAME
        words = Text(f"{name.zh}（{_MISSING.zh}）", f"{name.en} ({_MISSING.en})")
        raise Refusal(Fault.UNSUPPORTED, words)
    made = run_libreoffice(program, content, source)
    return Converted(made, _version(made))


def _source(container: Container, content: bytes) -> Source | None:
    if container is Container.OLD_WORD:
        return _OLD_WORD
    if container is not Container.WORD:
        return None
    head = content[:HEAD]
    return next((source for sign, source in _SIGNS if sign in head), None)


def _version(made: bytes) -> str:
    """Read in the new file which program wrote it."""
    try:
        with ZipFile(BytesIO(made)) as package, package.open(_ABOUT) as part:
            found = _PROGRAM.search(part.read(MEBI))
    except (BadZipFile, KeyError, zlib.error, EOFError, OSError):
        found = None
    return b" ".join(found.groups()).decode("ascii") if found else _NAME
