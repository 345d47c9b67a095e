"""The text of one paragraph of a Word document, as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from statlint.workbook.engines.word_drawings import boxes_in, unseen_in
from statlint.workbook.engines.word_fields import Fields
from statlint.workbook.engines.word_looks import read_look
from statlint.workbook.engines.word_signs import sign
from statlint.workbook.engines.word_tree import CHOICE, alternative, count, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from statlint.workbook.engines.word_looks import Look, Styles

_DRAWINGS = {"drawing", "pict", "object"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# 10³ must not become 103, nor one half 12.
_BETWEEN = {"m.den": "/", "m.sup": "^", "m.sub": "_"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class _Set(NamedTuple):
    """How signs are set: a raised 1 behind a figure is a mark, and none of its digits."""

    bold: bool
    hidden: bool
    raised: bool


_PLAIN = _Set(bold=False, hidden=False, raised=False)


def _first(said: Iterable[bool | None]) -> bool:
    """Take the first that says anything."""
    return next((one for one in said if one is not None), False)


class Line:
    """The text of one paragraph, what hangs on it (text boxes, notes), and what is not read."""

    def __init__(self, styles: Styles, look: Look) -> None:
        """Begin an empty one; `look` is how the paragraph is set."""
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.unseen: set[str] = set()
        self._styles = styles
        self._look = look
        self._usual = _Set(look.bold is True, look.hidden is True, look.raised is True)
        self._fields = Fields()
        self._pieces: list[str] = []
        self._instruction: list[str] = []
        self._bold: bool | None = None

    @property
    def text(self) -> str:
        """Its text; a break of the page at its beginning or end says nothing."""
        # What seems to be an instruction without end is none: it must not be lost.
        unended = self._instruction if self._fields.hidden else ()
        return "".join((*self._pieces, *unended)).strip("\n")

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self._bold is True

    def read(self, element: Element) -> None:
        """Read what stands in an element; struck out or unknown parts say nothing."""
        for child in element:
            action = _ACTIONS.get(child.tag)
            if action is not None:
                action(self, child)
            elif child.tag.startswith("m."):
                self._read_formula(child)

    def _read_run(self, run: Element) -> None:
        properties = run.find("rPr")
        self._read_signs(run, self._usual if properties is None else self._set_by(properties))

    def _set_by(self, properties: Element) -> _Set:
        """Say how a run is set: by itself, by its style, or as usual in this paragraph."""
        named = self._styles.run(value(properties, "rStyle"))
        own = read_look(None, properties)
        looks = (own, named, self._look)
        return _Set(
            _first(look.bold for look in looks),
            _first(look.hidden for look in looks),
            _first(look.raised for look in looks),
        )

    def _read_signs(self, run: Element, how: _Set) -> None:
        """Read what a run holds; an instruction is left out, its field goes on."""
        for child in run:
            tag = child.tag
            if tag == "fldChar":
                self._step_field(child)
            elif tag == "rPr" or how.hidden:
                continue
            elif self._fields.hidden:
                self._instruction.append(child.text or "" if tag == "t" else "")
            elif tag == "t":
                self._add(child.text or "", how)
            elif tag in _SIGNS:
                self._pieces.append(_SIGNS[tag])
            elif tag == "sym":
                self._add(sign(child.get("font", ""), child.get("char", "")), how)
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], child.get("id", "")))
            else:
                self._read_around(child, how)

    def _read_around(self, child: Element, how: _Set) -> None:
        """Read what a run holds beside signs of its own: drawings, several ways to say the same."""
        if child.tag in _DRAWINGS:
            self.boxes += boxes_in(child)
            self.unseen |= unseen_in(child)
        elif child.tag == CHOICE:
            self._read_signs(alternative(child), how)
        elif child.tag == "ruby":
            self._read_ruby(child)

    def _add(self, text: str, how: _Set) -> None:
        # The text of a part that was drawn up by hand may be broken anywhere.
        shown = text.replace("\n", " ")
        self._pieces.append(shown.translate(_RAISED) if how.raised else shown)
        if text and not text.isspace():
            self._bold = how.bold and self._bold is not False

    def _step_field(self, element: Element) -> None:
        self._fields.step(element.get("fldCharType"))
        # A list to choose from has no result of its own.
        entries = element.findall("ffData/ddList/listEntry")
        chosen = count(element, "ffData/ddList/result") or 0
        if 0 <= chosen < len(entries):
            self._add(entries[chosen].get("val", ""), _PLAIN)

    def _read_formula(self, element: Element) -> None:
        self._pieces.append(_BETWEEN.get(element.tag, ""))
        if element.tag == "m.t":
            self._add(element.text or "", _PLAIN)
        self.read(element)

    def _read_choice(self, element: Element) -> None:
        self.read(alternative(element))

    def _read_ruby(self, element: Element) -> None:
        for base in element.findall("rubyBase"):
            self.read(base)


_ACTIONS: Mapping[str, Callable[[Line, Element], None]] = {
    "r": Line._read_run,  # noqa: SLF001 - the table of this class
    CHOICE: Line._read_choice,  # noqa: SLF001
    "ruby": Line._read_ruby,  # noqa: SLF001
    **dict.fromkeys(
        (
            *("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple"),
            *("dir", "bdo", "sdt", "sdtContent"),
        ),
        Line.read,
    ),
}
