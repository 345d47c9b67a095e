"""How paragraphs and runs of a Word document are set: by themselves, or by their styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.workbook.engines.word_tree import count, on, value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_HEADINGS = ("heading ", "标题 ")
_CONTENTS = ("toc ", "目录", "wpsoffice手动目录", "table of figures", "图表目录")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of how a text is set; None where nothing is said.

    `level` is that of a heading, 0 for none; `list` and `depth` are the list that a paragraph is
    counted in and its level there, from 0; `named_by` is the style that puts it there.
    """

    level: int | None = None
    list: str | None = None
    depth: int | None = None
    centred: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    contents: bool | None = None
    named_by: str | None = None

    def over(self, below: Look) -> Look:
        """Say what is set here, and else what is set below."""
        if self == _NOTHING:
            return below
        both = ((getattr(self, name), getattr(below, name)) for name in Look.__slots__)
        return Look(*(under if own is None else own for own, under in both))


_NOTHING = Look()


class Styles:
    """The styles of a document, by their names in the file."""

    def __init__(self, elements: Iterable[Element]) -> None:
        """Read the children of the part that holds them."""
        self._stated: dict[str, tuple[str | None, Look]] = {}
        self._whole: dict[str, Look] = {}
        self._usual = ""
        self._below = _NOTHING
        for element in elements:
            if element.tag == "docDefaults":
                self._below = read_look(
                    element.find("pPrDefault/pPr"), element.find("rPrDefault/rPr")
                )
            elif element.tag == "style":
                self._keep(element)

    def _keep(self, element: Element) -> None:
        name = element.get("styleId", "")
        kind = element.get("type", "paragraph")
        if kind == "paragraph" and element.get("default") in {"1", "true", "on"}:
            self._usual = name
        look = read_look(element.find("pPr"), element.find("rPr"))
        if look.list is not None:
            look = Look(named_by=name).over(look)
        if kind == "paragraph":
            look = look.over(_by_name(value(element, "name") or ""))
        self._stated[name] = value(element, "basedOn"), look

    def paragraph(self, name: str | None) -> Look:
        """Say how a style sets paragraphs, with all that it is based on."""
        return self._resolved(name if name in self._stated else self._usual).over(self._below)

    def run(self, name: str | None) -> Look:
        """Say how a style of signs sets them."""
        return self._resolved(name) if name is not None else _NOTHING

    def list_of(self, name: str) -> str | None:
        """Give the list that a style of lists stands for."""
        return self._resolved(name).list

    def _resolved(self, name: str | None) -> Look:
        known = self._whole.get(name or "")
        if known is not None:
            return known
        chain: list[Look] = []
        seen: set[str] = set()
        at = name
        # A style may say that it is based on itself, by way of others.
        while at is not None and at in self._stated and at not in seen:
            seen.add(at)
            at, look = self._stated[at]
            chain.append(look)
        joined = _NOTHING
        for look in reversed(chain):
            joined = look.over(joined)
        self._whole[name or ""] = joined
        return joined


def _by_name(name: str) -> Look:
    """Say what Word's own styles are by their names alone."""
    lower = name.lower()
    for beginning in _HEADINGS:
        number = lower.removeprefix(beginning)
        if number != lower and number.isdecimal() and 0 < int(number) <= _LEVELS:
            return Look(level=int(number))
    return Look(contents=True) if lower.startswith(_CONTENTS) else _NOTHING


def read_look(paragraph: Element | None, run: Element | None) -> Look:
    """Read what the properties of a paragraph, and those of its signs, say."""
    level = listed = depth = centred = bold = hidden = raised = None
    for child in () if paragraph is None else paragraph:
        if child.tag == "outlineLvl":
            level = _level(child.get("val", ""))
        elif child.tag == "numPr":
            listed, depth = value(child, "numId"), count(child, "ilvl")
        elif child.tag == "jc":
            centred = child.get("val") == "center"
    for child in () if run is None else run:
        if child.tag == "b":
            bold = on(child)
        elif child.tag == "vanish":
            hidden = on(child)
        elif child.tag == "vertAlign":
            raised = child.get("val") == "superscript"
    return Look(level, listed, depth, centred, bold, hidden, raised)


def _level(written: str) -> int | None:
    """Read the level of a heading, from 1; the last of Word's levels is that of a mere text."""
    if len(written) != 1 or not written.isascii() or not written.isdigit():
        return None
    return int(written) + 1 if int(written) < _LEVELS else 0
