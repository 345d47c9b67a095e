"""A web page saved as one file (.mht): the page itself, without its pictures."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.web_document import read_web_document
from statlint.workbook.limits import USUAL, Limits
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from email.message import Message

    from statlint.workbook.engines.stored import StoredBook

_NO_PAGE = Text(
    "没有正文的单个文件网页（MHTML）", "a single-file web page (MHTML) without a page in it"
)
_MOST_PARTS = 10_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_web_archive(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read the page of a file that also holds its pictures and styles.

    The page is the part that the file names as its start, else the first; further pages of it are
    frames, which mostly hold what is around the text.
    """
    # A mark before the first line would make it a text without a beginning.
    message = BytesParser(policy=compat32).parsebytes(content.removeprefix(b"\xef\xbb\xbf"))
    pages = []
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            break
        if part.get_content_type() in _PAGES:
            pages.append(part)
    if not pages:
        raise Refusal(Fault.UNSUPPORTED, _NO_PAGE)
    start = message.get_param("start")
    page = next((one for one in pages if start and one.get("Content-ID") == start), pages[0])
    return read_web_document(_content_of(page), limits, declared=page.get_content_charset())


def _content_of(page: Message) -> bytes:
    """Give the bytes of a part as they were before they were packed for a mail."""
    packed = page.get_payload(decode=True)
    return packed if isinstance(packed, bytes) else b""
