"""The text of a web page as paragraphs: white space, line breaks and what was set before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statlint.dataclass import dataclass, field
from statlint.pattern import pattern_of
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from statlint.workbook.engines.blocks import Blocks
    from statlint.workbook.engines.web_grid import WebGrid

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3001-\u303f“”‘’〔〕"
_SOURCE_BREAK = pattern_of(rf"(?<=[{_CHINESE}])[ \t]*[\r\n]+[ \t]*(?=[{_CHINESE}])")
"""A line of the source ends between two Chinese signs: nothing stands there."""
_SPACE = pattern_of(r"[ \t\r\n\f\v\xa0\u2002\u2003\u2009\u202f]+")
_UNSEEN = pattern_of("[\u200b-\u200f\u2060\ufeff\xad]")
_INDENTED = pattern_of(r"[ \t\r\n]*(?:\u3000|[\xa0\u2002\u2003]{2})")
_ENDS = pattern_of(r"[。！？；：!?;:][”’）)]?$")
_NUMBERED = pattern_of(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)"
)
_NUMBER = pattern_of(r"[\d一二三四五六七八九十①-⑳]|[A-Za-z]{1,5}[.)）、]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set: what the elements around it say together."""

    hidden: bool = False
    bold: bool = False
    centred: bool = False
    linked: bool = False
    written: bool = False
    """Line ends and blanks of the source count."""
    numbers: bool = False
    """It is the number of a list, written by a program."""
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph as it was read, and how many of its signs lead to other pages."""

    text: str
    look: Look
    numbering: str = ""
    links: int = 0

    def store(self, blocks: Blocks) -> None:
        """Add the paragraph to the blocks of its document."""
        look = self.look
        blocks.add_paragraph(
            self.text,
            look.kind,
            level=look.level,
            numbering=self.numbering,
            bold=look.bold,
            centred=look.centred,
        )


Block: TypeAlias = "Words | WebGrid"


@dataclass(slots=True)
class _Line:
    pieces: list[str] = field(default_factory=list)
    look: Look | None = None
    signs: int = 0
    bold: int = 0
    links: int = 0

    @property
    def written(self) -> str:
        return "".join(self.pieces)


@dataclass(slots=True)
class Flow:
    """Paragraphs and tables one after the other, on a page or in a cell of a table."""

    blocks: list[Block] = field(default_factory=list)
    _lines: list[_Line] = field(default_factory=list)
    _numbering: str = ""
    _is_item: bool = False

    def add(self, text: str, look: Look) -> None:
        """Add to the open paragraph."""
        if look.numbers:
            self._numbering += text
            return
        parts = text.split("\n") if look.written else [text]
        for index, part in enumerate(parts):
            if index or not self._lines:
                self._lines.append(_Line())
            self._put(self._lines[-1], part, look)

    def break_line(self) -> None:
        """Break the line by hand."""
        if not self._lines:
            self._lines.append(_Line())
        self._lines.append(_Line())

    def begin_item(self, numbering: str) -> None:
        """Begin an item of a list, with the number that is printed before it."""
        self._numbering, self._is_item = numbering, True

    def end(self) -> None:
        """End the open paragraph; where its lines are paragraphs of their own, all of them."""
        if not self._lines:
            return
        lines, self._lines = self._lines, []
        together: list[_Line] = []
        previous = ""
        for line in lines:
            text = _cleaned(line.written)
            if together and (not text or _begins(line.written, text, previous)):
                self._give(together)
                together = []
            if text:
                together.append(line)
            previous = text
        self._give(together)

    def place(self, blocks: list[Block]) -> None:
        """Put blocks after what stands here already."""
        self.end()
        self.blocks += blocks

    def _give(self, lines: list[_Line]) -> None:
        text = "\n".join(_cleaned(line.written) for line in lines)
        if not text:
            return
        look = next((line.look for line in lines if line.look), Look())
        links, signs = sum(line.links for line in lines), sum(line.signs for line in lines)
        # What is nothing but a link is one of the places that a menu leads to.
        is_item = (self._is_item or links == signs) and look.kind is ParagraphKind.BODY
        kind = ParagraphKind.ITEM if is_item else look.kind
        shown = Look(
            bold=sum(line.bold for line in lines) == signs,
            centred=look.centred,
            kind=kind,
            level=look.level,
        )
        numbering = _cleaned(self._numbering)
        # A dot before an item is no number, nor the letter that is a dot in a font of signs.
        numbering = numbering if _NUMBER.search(numbering) else ""
        self.blocks.append(Words(text, shown, numbering, links))
        self._numbering, self._is_item = "", False

    def _put(self, line: _Line, text: str, look: Look) -> None:
        line.pieces.append(text)
        signs = len(text) - sum(map(str.isspace, text))
        if signs and line.look is None:
            line.look = look
        line.signs += signs
        line.bold += signs if look.bold else 0
        line.links += signs if look.linked else 0


def _cleaned(text: str) -> str:
    """Give a line as it is shown: blanks together, none at its ends or where the source wraps."""
    text = _SOURCE_BREAK.sub("", _UNSEEN.sub("", text))
    return _SPACE.sub(" ", text).strip()


def _begins(written: str, text: str, previous: str) -> bool:
    """Tell whether a line after a break begins a paragraph: pages often have no other sign."""
    return (
        _INDENTED.match(written) is not None
        or _ENDS.search(previous) is not None
        or _NUMBERED.match(text) is not None
    )
