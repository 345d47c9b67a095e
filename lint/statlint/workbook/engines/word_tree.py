"""The parts of a Word package as trees, read bit by bit; its own names stand without a prefix."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from statlint.workbook.engines.details import DOCTYPE, inside, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

CHOICE = "mc.AlternateContent"
"""Several ways to say the same, for newer and older programs."""
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


def children(
    source: IO[bytes], parent: str, part: str, *, without: str | None = None
) -> Iterator[Element]:
    """Give each child of the first such element as soon as it is whole, and let it go then.

    `without` is a type of children that nobody asks for. Raises Refusal where the part is no whole
    XML.
    """
    names, builder = _Names(), TreeBuilder()
    root = builder.start("root", {})
    parser = _parser_into(builder)
    try:
        while piece := source.read(_SLICE):
            parser.Parse(piece)
            yield from _whole(root, parent, names, without, begun=1)
        parser.Parse(b"", True)  # noqa: FBT003 - the parameter has no name
    except ExpatError as error:
        raise Refusal(Fault.DAMAGED, inside(part, reported(str(error)))) from error
    yield from _whole(root, parent, names, without, begun=0)


def _parser_into(builder: TreeBuilder) -> XMLParserType:
    """Make a parser whose every step a builder takes: none of it is the work of Python."""
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise Refusal(Fault.UNSAFE, DOCTYPE)


def _whole(
    root: Element, parent: str, names: _Names, without: str | None, *, begun: int
) -> Iterator[Element]:
    """Give the children that are there by now; the last one may go on in the next slice."""
    found = next((one for one in root.iter() if names[one.tag] == parent), None)
    if found is None or len(found) <= begun:
        return
    end = len(found) - begun
    ready = found[:end]
    del found[:end]
    for child in ready:
        if without is None or without not in child.attrib.values():
            for one in child.iter():
                one.tag = names[one.tag]
                if one.attrib:
                    one.attrib = {names[name]: value for name, value in one.attrib.items()}
            yield child


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


def alternative(element: Element) -> Element:
    """Give the one of several ways to say the same that is read: the newest with a word in it."""
    for way in element:
        if any("." not in one.tag for one in way.iter()):
            return way
    return Element("mc.Fallback")
