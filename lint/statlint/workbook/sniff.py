"""What a file is by its first bytes; its name has no say."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.pattern import DOTALL, IGNORECASE, pattern_of
from statlint.values import Text
from statlint.workbook.encoding import wide_encoding
from statlint.workbook.model import Container

HEAD = 8192

ZIP = b"PK\x03\x04"
_PACKED = (ZIP, b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A bare stream of records begins with its BOF record: code, length of what follows.
_BARE_XLS = (
    b"\x09\x08\x10\x00\x00\x06",
    b"\x09\x08\x08\x00\x00\x05",
    b"\x09\x08\x08\x00\x00\x06",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)


def _picture(name: str) -> Text:
    return Text(f"{name} 图片", f"a {name} picture")


def _archive(name: str) -> Text:
    return Text(f"{name} 压缩包", f"{'an' if name == 'xz' else 'a'} {name} archive")


_SIGNS = (
    (b"%PDF-", Container.PDF, None),
    (b"\x89PNG", Container.IMAGE, _picture("PNG")),
    (b"\xff\xd8\xff", Container.IMAGE, _picture("JPEG")),
    (b"GIF8", Container.IMAGE, _picture("GIF")),
    (b"II*\x00", Container.IMAGE, _picture("TIFF")),
    (b"MM\x00*", Container.IMAGE, _picture("TIFF")),
    (b"Rar!\x1a\x07", Container.ARCHIVE, _archive("RAR")),
    (b"7z\xbc\xaf\x27\x1c", Container.ARCHIVE, _archive("7-Zip")),
    (b"\x1f\x8b", Container.ARCHIVE, _archive("gzip")),
    (b"BZh", Container.ARCHIVE, _archive("bzip2")),
    (b"\xfd7zXZ\x00", Container.ARCHIVE, _archive("xz")),
    (b"{\\rtf", Container.WORD, Text("RTF 文档", "a rich text document")),
    (b"ID;P", Container.SYLK, None),
)
# Tab, line feed, vertical tab, form feed, carriage return, end of file and escape occur in texts.
_CONTROLS = bytes(set(range(1, 32)) - {9, 10, 11, 12, 13, 26, 27})
_STRANGE_SHARE = 50
_FEW_STRANGE = 4
"""So few of them make no small text a file of another kind."""
_HTML = pattern_of(
    r"(?:!doctype html|html|head|meta|body|table|style|script|div|span|center|title|tr|td|p|h[1-6]"
    r"|ul|ol|section|article|main|font|link|base)\b",
    IGNORECASE,
)
_ASIDE = pattern_of(r"\s*(?:<\?.*?\?>|<!--.*?-->)", DOTALL)
_MAIL = pattern_of(r"(?:mime-version|from|message-id|x-document-type)\s*:", IGNORECASE)
_OTHER_XML = Text("不是表格的 XML 文档", "an XML document that is no spreadsheet")
_DIALECTS = (
    ("urn:schemas-microsoft-com:office:spreadsheet", Container.XML_SPREADSHEET, None),
    (
        "schemas.microsoft.com/office/word/2003/wordml",
        Container.WORD,
        Text("Word 2003 XML 文档", "a Word 2003 XML document"),
    ),
    (
        "urn:oasis:names:tc:opendocument",
        Container.BINARY,
        Text("以单个 XML 文件保存的 OpenDocument 文档", "a flat OpenDocument file"),
    ),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is, closer words where its container says little, and whether to look inside."""

    container: Container
    word: Text | None = None
    packed: bool = False


def sniff(head: bytes) -> Look:
    """Tell what a file is from its first bytes."""
    if not head.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf\xff\xfe"):
        return Look(Container.NOTHING)
    if head.startswith(_PACKED):
        return Look(Container.ARCHIVE, packed=True)
    if head.startswith(_OLE):
        return Look(Container.OLE, packed=True)
    if head.startswith(_BARE_XLS):
        return Look(Container.XLS, packed=True)
    for sign, container, word in _SIGNS:
        if head.startswith(sign):
            return Look(container, word)
    return _sniff_text(head)


def _sniff_text(head: bytes) -> Look:
    """Tell markup and tables in plain text from bytes that are no text at all."""
    wide = wide_encoding(head)
    strange = _strange(head) if wide is None else 0
    if strange > _FEW_STRANGE and strange * _STRANGE_SHARE > len(head):
        return Look(Container.BINARY)
    text = head.decode(wide, "replace") if wide else head.decode("latin-1")
    text = text.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf").lstrip()
    if text.startswith("<"):
        return _sniff_markup(text)
    if _MAIL.match(text) and "multipart/related" in text.lower():
        return Look(Container.MHTML, packed=True)
    return Look(Container.DELIMITED)


def _sniff_markup(text: str) -> Look:
    """Tell one kind of markup from another; a text that only begins with a < is a plain text."""
    declared, body = text.startswith("<?xml"), text
    while aside := _ASIDE.match(body):
        body = body[aside.end() :]
    if _HTML.match(body.lstrip().removeprefix("<")):
        return Look(Container.HTML, packed=True)
    for sign, container, word in _DIALECTS:
        if sign in text:
            return Look(container, word, packed=container is Container.XML_SPREADSHEET)
    return Look(Container.BINARY, _OTHER_XML) if declared else Look(Container.DELIMITED)


def _strange(head: bytes) -> int:
    """Count the bytes that no text holds."""
    return len(head) - len(head.translate(None, _CONTROLS + b"\0"))
