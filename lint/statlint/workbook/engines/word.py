"""The .docx family: one pass over the text reads its paragraphs, its tables and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines.package import open_package
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.word_looks import Styles
from statlint.workbook.engines.word_numbers import Numbers
from statlint.workbook.engines.word_parts import WordParts
from statlint.workbook.engines.word_story import Story
from statlint.workbook.limits import USUAL, Limits
from statlint.workbook.model import Container, Fault
from statlint.workbook.sniff import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredBook

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_FOREIGN = Text(
    "正文由另一个文件嵌入而成的 Word 文档",
    "a Word document whose text is another file set into it",
)
_PICTURES = Text("只有图片的 Word 文档", "a Word document of pictures alone")


def read_word(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a document; headers, footers, comments and tables of contents are left out."""
    with open_package(content) as package:
        parts = WordParts(package)
        # A style of tables says only how they are drawn, and is by far the longest.
        styles = Styles(parts.read("styles", "styles", without="table"))
        numbers = Numbers(parts.read("numbering", "numbering"), styles)
        story = Story(styles, numbers, dict(_read_notes(parts)), limits)
        seen = _Seen(parts.read_main())
        story.read(seen)
        book = story.blocks.book()
        if seen.foreign and not book["document"]:
            return _read_foreign(parts.content("aFChunk"), limits)
    if "pictures" in story.unseen and not book["document"]:
        raise Refusal(Fault.UNSUPPORTED, _PICTURES)
    # Where there are tables, a picture is mostly a map or a portrait.
    unseen = story.unseen - {"pictures"} if book["sheets"] else story.unseen
    book["unseen"] = sorted(unseen)
    return book


def _read_foreign(content: bytes, limits: Limits) -> StoredBook:
    """Read the web page that some systems put into a document in place of its text."""
    container = sniff(content[:HEAD]).container
    if container is Container.HTML:
        from statlint.workbook.engines.web_document import read_web_document

        return read_web_document(content, limits)
    if container is Container.MHTML:
        from statlint.workbook.engines.web_archive import read_web_archive

        return read_web_archive(content, limits)
    raise Refusal(Fault.UNSUPPORTED, _FOREIGN)


def _read_notes(parts: WordParts) -> Iterator[tuple[tuple[str, str], Element]]:
    """Give the notes by their kind and number."""
    for kind, parent in _NOTES.items():
        for note in parts.read(f"{kind}s", parent):
            yield (kind, note.get("id", "")), note


class _Seen:
    """The blocks of a text on their way; whether any of them is a file of another kind."""

    def __init__(self, blocks: Iterator[Element]) -> None:
        self._blocks = blocks
        self.foreign = False

    def __iter__(self) -> Iterator[Element]:
        for block in self._blocks:
            self.foreign = self.foreign or block.tag == "altChunk"
            yield block
