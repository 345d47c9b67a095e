"""The parts of a Word package as trees, read bit by bit; its own names stand without a prefix."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from statlint.workbook.engines.details import DOCTYPE, inside, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SLICE = 1 << 16
_DIGITS = 9
# The strict form of the standard has namespaces of its own; all else is the same.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m.",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m.",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r.",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r.",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc.",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel.",
}


class _Names(dict[str, str]):
    """Names with a prefix by names with a namespace, each worked out once."""

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        short = self[name] = _PREFIXES.get(space, "x." if space else "") + local
        return short


class _Tree:
    """A tree that grows while its part is read; the element that was asked for is noted."""

    def __init__(self, parent: str) -> None:
        self._names = _Names()
        self._builder = TreeBuilder()
        self._parent = parent
        self.found: Element | None = None
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._builder.data
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        names = self._names
        short = names[tag]
        element = self._builder.start(
            short, {names[name]: value for name, value in attributes.items()}
        )
        if short == self._parent and self.found is None:
            self.found = element

    def _end(self, tag: str) -> None:
        self._builder.end(self._names[tag])

    @staticmethod
    def _refuse(*_: object) -> None:
        raise Refusal(Fault.DAMAGED, DOCTYPE)


def children(source: IO[bytes], parent: str, part: str) -> Iterator[Element]:
    """Give each child of the first such element as soon as it is whole, and let it go then.

    Raises Refusal where the part is no whole XML.
    """
    tree = _Tree(parent)
    try:
        while piece := source.read(_SLICE):
            tree.parser.Parse(piece)
            if tree.found is not None and len(tree.found) > 1:
                whole = tree.found[:-1]
                # The one begun last may go on in the next slice.
                del tree.found[:-1]
                yield from whole
        tree.parser.Parse(b"", True)  # noqa: FBT003 - the parameter has no name
    except ExpatError as error:
        raise Refusal(Fault.DAMAGED, inside(part, reported(str(error)))) from error
    if tree.found is not None:
        yield from tree.found


def on(element: Element | None) -> bool:
    """Tell whether a switch is there, and not switched off."""
    return element is not None and element.get("val", "1") not in {"0", "false", "off"}


def value(element: Element | None, path: str) -> str | None:
    """Give what a part of an element says, where it is there."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get("val")


def count(element: Element | None, path: str) -> int | None:
    """Give the whole number that a part of an element says; None for none, and for nonsense."""
    written = value(element, path) or ""
    digits = written.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        return None
    return int(written)
