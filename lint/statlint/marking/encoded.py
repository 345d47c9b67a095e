"""How a part of a workbook is encoded: it is read as UTF-8, and written as it was."""

from __future__ import annotations

import codecs
import re

from statlint.dataclass import dataclass
from statlint.values import Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_WIDE = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_NO_TEXT = Text("不是所声明的编码", "it is not in the encoding that it declares")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a part, and the mark of the byte order that it begins with."""

    name: str
    mark: bytes = b""

    @property
    def is_utf8(self) -> bool:
        """Whether the part can be cut as it is."""
        return self.name == "utf-8"

    def read(self, raw: bytes) -> bytes:
        """Give a part in UTF-8; raises Refusal where it is in another encoding."""
        if self.is_utf8:
            return raw
        try:
            return raw[len(self.mark) :].decode(self.name).encode()
        except (UnicodeError, LookupError) as error:
            raise Refusal(Fault.DAMAGED, _NO_TEXT) from error

    def written(self, text: bytes) -> bytes:
        """Give a text in UTF-8 as the part has it; signs that it lacks are written as numbers."""
        if self.is_utf8:
            return text
        return self.mark + text.decode().encode(self.name, "xmlcharrefreplace")


UTF8 = Encoding("utf-8")


def encoding_of(head: bytes) -> Encoding:
    """Tell the encoding of a part by its beginning."""
    for mark, name in _WIDE:
        if head.startswith(mark):
            return Encoding(name, mark)
    for sign, name in _WIDE_UNMARKED:
        if head.startswith(sign):
            return Encoding(name)
    declared = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8))
    name = declared[1].decode().lower() if declared else "utf-8"
    return UTF8 if name in {"utf-8", "utf8"} else Encoding(name)
