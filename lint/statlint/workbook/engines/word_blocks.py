"""The blocks of a Word document in the order of reading: paragraphs, tables, boxes and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.word_cells import framed_by, in_one, new_sheet
from statlint.workbook.engines.word_lines import Line, alternative
from statlint.workbook.engines.word_looks import Look, read_look
from statlint.workbook.engines.word_tables import place_cells, read_rows
from statlint.workbook.engines.word_tree import on, value
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredBlock, StoredSheet
    from statlint.workbook.engines.word_looks import Styles
    from statlint.workbook.engines.word_numbers import Numbers
    from statlint.workbook.engines.word_tables import Placed

_STRUCK = {"del", "moveFrom"}
_AROUND = {"sdtContent", "customXml", "ins", "moveTo"}
_CONTENTS = "Table of Contents"
_GALLERY = "sdtPr/docPartObj/docPartGallery"
_TOO_LONG = Text(
    f"正文超过 {limits.PARAGRAPHS // 10_000} 万段", f"more than {limits.PARAGRAPHS:,} paragraphs"
)
_TOO_MANY = Text(f"超过 {limits.SHEETS} 个表格", f"more than {limits.SHEETS} tables")


class Blocks:
    """The blocks of a document as far as they have been read."""

    def __init__(
        self, styles: Styles, numbers: Numbers, notes: dict[tuple[str, str], Element]
    ) -> None:
        """Begin with none; `notes` are the notes by their kind and number."""
        self.blocks: list[StoredBlock] = []
        self.sheets: list[StoredSheet] = []
        self._styles = styles
        self._numbers = numbers
        self._notes = notes
        self._counts: dict[str, int] = {}

    def read(self, elements: Iterable[Element]) -> None:
        """Read blocks that follow each other."""
        for look, number, line in self._paragraphs(elements):
            text = line.text
            if not look.contents and (number or text.strip()):
                listed = self._numbers.is_listed(look)
                kind = "heading" if look.level else "item" if listed else "body"
                place, centred = self._place("paragraph"), look.centred is True
                self.blocks.append((place, text, kind, look.level or 0, number, line.bold, centred))
            self._hang(line)

    def _paragraphs(self, elements: Iterable[Element]) -> Iterator[tuple[Look, str, Line]]:
        """Give how each paragraph is set, its number and its text; tables are read on the way."""
        look, line = Look(), None
        for element in _blocks(elements):
            if element.tag == "tbl":
                self._read_table(element)
                continue
            look = self._look(element)
            line = line or Line(self._styles, look)
            line.read(element)
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

    def _place(self, kind: str) -> str:
        """Give the next place of a kind; raises Refusal where no document has as many."""
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        if number > (limits.SHEETS if kind == "table" else limits.PARAGRAPHS):
            raise Refusal(Fault.TOO_LARGE, _TOO_MANY if kind == "table" else _TOO_LONG)
        return f"{kind} {number}"

    def _hang(self, line: Line) -> None:
        """Read what hangs on a paragraph: its text boxes, then its notes."""
        for box in line.boxes:
            self._set_apart("text box", box)
        for key in line.notes:
            # A note that refers to itself must come to an end.
            note = self._notes.pop(key, None)
            if note is not None:
                self._set_apart(key[0], note)

    def _set_apart(self, kind: str, element: Element) -> None:
        """Read a box or a note: one place, and after it the tables in it."""
        at = len(self.blocks)
        text, lines = self._gather(element)
        if text:
            named = "footnote" if kind == "endnote" else kind
            self.blocks.insert(at, (self._place(kind), text, named, 0, "", False, False))
        for line in lines:
            self._hang(line)

    def _gather(self, element: Element) -> tuple[str, list[Line]]:
        """Give the text within an element as printed; its tables are read at once."""
        texts: list[str] = []
        lines: list[Line] = []
        for _, number, line in self._paragraphs(element):
            gap = " " if number[-1:].isalnum() and line.text else ""
            texts.append(f"{number}{gap}{line.text}")
            lines.append(line)
        return in_one(texts), lines

    def _read_table(self, element: Element) -> None:
        """Read a table; one that only frames what stands in it is no table to a reader."""
        rows = read_rows(element)
        framed = framed_by(rows)
        if framed is not None:
            for inner in framed:
                self.read(inner)
            return
        place = self._place("table")
        cells = place_cells(rows)
        sheet = new_sheet(place, rows, cells)
        self.blocks.append(place)
        self.sheets.append(sheet)
        for cell in cells:
            self._read_cell(cell, sheet)

    def _read_cell(self, cell: Placed, sheet: StoredSheet) -> None:
        """Read a cell; a text box in an empty one is what it holds."""
        text, lines = self._gather(cell.element)
        for line in lines:
            if not text:
                text = "\n".join(filter(None, (self._gather(box)[0] for box in line.boxes)))
                line.boxes = [] if text else line.boxes
            self._hang(line)
        if text:
            sheet["cells"].append((cell.top, cell.left, "text", text, None, None, None))


def _blocks(elements: Iterable[Element]) -> Iterator[Element]:
    """Give the paragraphs and tables among some elements, and within what may be around them."""
    for element in elements:
        tag = element.tag
        if tag in {"p", "tbl"}:
            yield element
        elif tag == "mc.AlternateContent":
            yield from _blocks(alternative(element))
        elif tag in _AROUND or (tag == "sdt" and value(element, _GALLERY) != _CONTENTS):
            yield from _blocks(element)


def _goes_on(element: Element) -> bool:
    """Tell whether the end of a paragraph was struck out, so that the next goes on with it."""
    mark = element.find("pPr/rPr")
    return mark is not None and any(child.tag in _STRUCK for child in mark)
