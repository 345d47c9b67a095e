"""The notes of one sheet: ours are put beside those of other people, or below them in one cell."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.marking.part import Part
from statlint.marking.tags import Element, string_text, whole_number
from statlint.values import CellRef, Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

AUTHOR = "statlint"
_BETWEEN = "\n――――――――\n"
"""Between what somebody else wrote and what we say of the same cell."""
_LOOK = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/>'
_SOUNDS = frozenset({"rPh", "phoneticPr"})
"""How a text is spoken; it stands behind what is written."""
_THREAD = "tc="
"""What the author of a thread is called in the notes, for programs that know no threads."""
_NO_LIST = Text("批注部件不完整", "the part with the notes is not complete")


class Notes:
    """The part with the notes of a sheet, as it grows."""

    def __init__(self, raw: bytes | None, space: str) -> None:
        """Begin with the part as it is; None where the sheet has none."""
        empty = f'<comments xmlns="{space}"><authors/><commentList/></comments>'
        self._part = Part(raw or empty.encode())
        self._list = self._child("commentList")
        self._authors = [self._text_in(one) for one in self._child("authors").all("author")]
        self._author = self._own_number()
        self._there = {one.get("ref") or "": one for one in self._list.all("comment")}
        self.threads = 0
        """How many of the cells that got a note have a thread, which Excel shows instead."""

    def _child(self, name: str) -> Element:
        found = self._part.root.find(name)
        if found is None:
            raise Refusal(Fault.DAMAGED, _NO_LIST)
        return found

    def _text_in(self, element: Element) -> str:
        return self._part.content_of(element).decode()

    def _own_number(self) -> int:
        """Give our number among the authors."""
        if AUTHOR in self._authors:
            return self._authors.index(AUTHOR)
        self._part.append(self._child("authors"), self._element("author", AUTHOR))
        return len(self._authors)

    def put(self, notes: Mapping[CellRef, str]) -> tuple[CellRef, ...]:
        """Put notes in; give the cells that had none, and need a box to show it."""
        added = {cell: text for cell, text in notes.items() if str(cell) not in self._there}
        for cell, text in notes.items():
            if cell not in added:
                self._join(self._there[str(cell)], text)
        new = b"".join(self._new(cell, text) for cell, text in added.items())
        self._part.append(self._list, new)
        return tuple(added)

    def _new(self, cell: CellRef, text: str) -> bytes:
        said = f' ref="{cell}" authorId="{self._author}" shapeId="0"'
        return self._element("comment", self._element("text", self._run(text)), said)

    def _join(self, comment: Element, text: str) -> None:
        """Put our words below those of somebody else."""
        author = whole_number(comment.get("authorId"), len(self._authors))
        named = self._authors[author] if author < len(self._authors) else ""
        self.threads += named.startswith(_THREAD)
        run = self._run(_BETWEEN + text)
        words = comment.find("text")
        if words is None:
            self._part.put_first(comment, self._element("text", run))
            return
        plain = words.find("t")
        if plain is not None:
            # Behind a text without runs there may be none.
            self._part.replace(plain, self._element("r", self._part.text_of(plain)))
        sounds = next((one for one in words.children if one.name in _SOUNDS), None)
        if sounds is None:
            self._part.append(words, run)
        else:
            self._part.put_before(sounds, run)

    def _run(self, text: str) -> bytes:
        written = self._element("t", string_text(text), ' xml:space="preserve"')
        return self._element("r", self._element("rPr", self._prefixed(_LOOK)) + written)

    def _prefixed(self, elements: str) -> bytes:
        return elements.encode().replace(b"<", b"<" + self._part.prefix)

    def _element(self, name: str, content: str | bytes, attributes: str = "") -> bytes:
        inside = content.encode() if isinstance(content, str) else content
        whole = self._part.prefix + name.encode()
        return b"".join((b"<", whole, attributes.encode(), b">", inside, b"</", whole, b">"))

    def written(self) -> bytes:
        """Give the part with all that was added."""
        return self._part.written()
