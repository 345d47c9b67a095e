"""The text of a Word document in the order of reading: paragraphs, tables, boxes and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, replace
from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.word_breaks import parted
from statlint.workbook.engines.word_cells import framed_by, in_one, merges_of
from statlint.workbook.engines.word_lines import Line
from statlint.workbook.engines.word_looks import Look, read_look
from statlint.workbook.engines.word_tables import place_cells, read_rows
from statlint.workbook.engines.word_tree import CHOICE, alternative, on, value
from statlint.workbook.limits import USUAL, Limits
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredCell
    from statlint.workbook.engines.word_looks import Styles
    from statlint.workbook.engines.word_numbers import Numbers

_HEADING, _ITEM, _BODY = ParagraphKind.HEADING, ParagraphKind.ITEM, ParagraphKind.BODY
_STRUCK = {"del", "moveFrom"}
_AROUND = {"sdtContent", "customXml", "ins", "moveTo"}
_CONTENTS = "Table of Contents"
_GALLERY = "sdtPr/docPartObj/docPartGallery"


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What stands in a cell, a box or a note: its text, and what is told after it."""

    text: str
    lines: list[Line]
    tables: list[Element]


class Story:
    """The text of a document as far as it has been read."""

    def __init__(
        self,
        styles: Styles,
        numbers: Numbers,
        notes: dict[tuple[str, str], Element],
        limits: Limits = USUAL,
    ) -> None:
        """Begin with nothing; `notes` are the notes by their kind and number."""
        self.blocks = Blocks(limits)
        self.unseen: set[str] = set()
        self._styles = styles
        self._numbers = numbers
        self._notes = notes

    def read(self, elements: Iterable[Element]) -> None:
        """Read blocks that follow each other."""
        for look, number, line in self._paragraphs(elements, self._read_table):
            if not look.contents:
                self._add(look, number, line)
            self._hang(line)

    def _add(self, look: Look, number: str, line: Line) -> None:
        """Add a paragraph; one that was pasted with breaks of the line becomes several."""
        set_as_one = look.level or look.centred
        first, *others = [line.text] if set_as_one else parted(line.text)
        listed = self._numbers.is_listed(look)
        self.blocks.add_paragraph(
            first,
            _HEADING if look.level else _ITEM if listed else _BODY,
            level=look.level or 0,
            numbering=number,
            bold=line.bold,
            centred=look.centred is True,
        )
        for text in others:
            self.blocks.add_paragraph(text, bold=line.bold)

    def _paragraphs(
        self, elements: Iterable[Element], take_table: Callable[[Element], None]
    ) -> Iterator[tuple[Look, str, Line]]:
        """Give how each paragraph is set, its number and its text; tables go another way."""
        look, line = Look(), None
        for element in _blocks(elements):
            if element.tag == "tbl":
                take_table(element)
                continue
            look = self._look(element)
            line = line or Line(self._styles, look)
            line.read(element)
            self.unseen |= line.unseen
            if not _goes_on(element):
                yield look, self._number(element, look, line.text), line
                line = None
        if line is not None:
            yield look, "", line

    def _look(self, element: Element) -> Look:
        """Say how a paragraph is set, by itself and by its style."""
        properties = element.find("pPr")
        look = self._styles.paragraph(value(properties, "pStyle"))
        return look if properties is None else read_look(properties, None).over(look)

    def _number(self, element: Element, look: Look, text: str) -> str:
        """Count a paragraph in its list; one that is hidden is not counted."""
        if not text and on(element.find("pPr/rPr/vanish")):
            return ""
        return self._numbers.next(look)

    def _hang(self, line: Line) -> None:
        """Read what hangs on a paragraph: its text boxes, then its notes."""
        for box in line.boxes:
            self._set_apart(ParagraphKind.TEXT_BOX, "text box", box)
        for key in line.notes:
            # A note that refers to itself must come to an end.
            note = self._notes.pop(key, None)
            if note is not None:
                self._set_apart(ParagraphKind.FOOTNOTE, key[0], note)

    def _set_apart(self, kind: ParagraphKind, counted_as: str, element: Element) -> None:
        """Read a box or a note, which is one paragraph."""
        held = self._gather(element)
        # Writers set a blank between the number of a note and its text.
        self.blocks.add_paragraph(held.text.strip(), kind, counted_as=counted_as)
        self._follow(held)

    def _follow(self, held: _Gathered) -> None:
        """Read what is told after a cell, a box or a note."""
        for line in held.lines:
            self._hang(line)
        for table in held.tables:
            self._read_table(table)

    def _gather(self, element: Element) -> _Gathered:
        """Give the text within an element as printed, with the numbers of its paragraphs."""
        texts: list[str] = []
        held = _Gathered("", [], [])
        for _, number, line in self._paragraphs(element, held.tables.append):
            gap = " " if number[-1:].isalnum() and line.text else ""
            texts.append(f"{number}{gap}{line.text}")
            held.lines.append(line)
        return replace(held, text=in_one(texts))

    def _read_table(self, element: Element) -> None:
        """Read a table; one that only frames what stands in it is no table to a reader."""
        rows = read_rows(element)
        framed = framed_by(rows)
        if framed is not None:
            for inner in framed:
                self.read(inner)
            return
        placed = place_cells(rows)
        hidden = [number for number, row in enumerate(rows, 1) if row.hidden]
        cells: list[StoredCell] = []
        # What stands in its cells beside their texts comes after it.
        self.blocks.add_table(cells, merges_of(placed), hidden)
        for one in placed:
            held = self._unboxed(self._gather(one.element))
            if held.text:
                cells.append((one.top, one.left, "text", held.text, None, None, None))
            self._follow(held)

    def _unboxed(self, held: _Gathered) -> _Gathered:
        """Take the text boxes of an empty cell for what it holds."""
        boxes = [] if held.text else [box for line in held.lines for box in line.boxes]
        if not boxes:
            return held
        inner = [self._gather(box) for box in boxes]
        return _Gathered(
            in_one([one.text for one in inner]),
            [line for one in inner for line in one.lines],
            held.tables + [table for one in inner for table in one.tables],
        )


def _blocks(elements: Iterable[Element]) -> Iterator[Element]:
    """Give the paragraphs and tables among some elements, and within what may be around them."""
    for element in elements:
        tag = element.tag
        if tag in {"p", "tbl"}:
            yield element
        elif tag == CHOICE:
            yield from _blocks(alternative(element))
        elif tag in _AROUND or (tag == "sdt" and value(element, _GALLERY) != _CONTENTS):
            yield from _blocks(element)


def _goes_on(element: Element) -> bool:
    """Tell whether the end of a paragraph was struck out, so that the next goes on with it."""
    mark = element.find("pPr/rPr")
    return mark is not None and any(child.tag in _STRUCK for child in mark)
