"""The tags of a part of a workbook, by where they stand; the text between them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from statlint.dataclass import dataclass, field
from statlint.values import Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
"""What follows the name in a tag."""
ASIDE = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
"""What may hide signs that look like tags."""
_TAG = re.compile(rb"(?s:" + ASIDE + rb")|<(/?)([^\s/>!?]+)" + ATTRIBUTES)
_ATTRIBUTE = re.compile(rb"""\s*([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NOT_CLOSED = Text("标签没有配对", "its tags do not match")
_WHOLE = re.compile(r"[0-9]{1,9}")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROLS = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no part may hold."""


@dataclass(slots=True, eq=False)
class Element:
    """One element: its name without prefix, and where it and what is in it begin and end."""

    name: str
    prefix: bytes
    tag: bytes
    """Its first tag, as it stands."""
    begin: int
    inside: int
    """Where the first tag ends."""
    outside: int = 0
    """Where the last tag begins; for an element without content, where it ends."""
    end: int = 0
    children: list[Element] = field(default_factory=list)

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is one tag alone, <a/>."""
        return self.outside == self.end

    def get(self, key: str) -> str | None:
        """Give an attribute; None where it is not stated."""
        found = attribute_at(self.tag, key)
        return unescape(self.tag[slice(*found)].decode()) if found else None

    def find(self, name: str) -> Element | None:
        """Give the first child of a name."""
        return next((one for one in self.children if one.name == name), None)

    def all(self, name: str) -> Iterator[Element]:
        """Give the children of a name."""
        return (one for one in self.children if one.name == name)


def read_tags(text: bytes) -> Element:
    """Give the root of a part in UTF-8; raises Refusal where its tags do not match."""
    top = Element("", b"", b"", 0, 0)
    around = [top]
    for tag in _TAG.finditer(text):
        name = tag[2]
        if name is None:
            continue
        if tag[1]:
            closed = around.pop()
            if not around or _full_name(closed) != name:
                raise Refusal(Fault.DAMAGED, _NOT_CLOSED)
            closed.outside, closed.end = tag.span()
            continue
        prefix, colon, local = name.rpartition(b":")
        element = Element(local.decode(), prefix + colon, tag[0], *tag.span())
        around[-1].children.append(element)
        if tag[3].endswith(b"/"):
            element.outside = element.end = tag.end()
        else:
            around.append(element)
    if len(around) != 1 or len(top.children) != 1:
        raise Refusal(Fault.DAMAGED, _NOT_CLOSED)
    return top.children[0]


def _full_name(element: Element) -> bytes:
    return element.prefix + element.name.encode()


def attribute_at(tag: bytes, key: str) -> tuple[int, int] | None:
    """Find the value of an attribute in a tag; None where it is not stated."""
    found = _attribute(tag, key)
    if found is None:
        return None
    return found.span(2) if found[2] is not None else found.span(3)


def _attribute(tag: bytes, key: str) -> re.Match[bytes] | None:
    named = key.encode()
    # One after the other, so that no value is taken for an attribute.
    found = _ATTRIBUTE.finditer(tag, _name_ends(tag))
    return next((one for one in found if one[1] == named), None)


def with_attribute(tag: bytes, key: str, value: str) -> bytes:
    """Give a first tag with an attribute set; all else in it stays."""
    written = attribute_text(value)
    found = attribute_at(tag, key)
    if found:
        return tag[: found[0]] + written + tag[found[1] :]
    at = _name_ends(tag)
    return tag[:at] + b" " + key.encode() + b'="' + written + b'"' + tag[at:]


def without_attribute(tag: bytes, key: str) -> bytes:
    """Give a first tag without an attribute."""
    found = _attribute(tag, key)
    return tag[: found.start()] + tag[found.end() :] if found else tag


def _name_ends(tag: bytes) -> int:
    found = re.match(rb"<[^\s/>]+", tag)
    return found.end() if found else len(tag)


def whole_number(written: str | None, otherwise: int = 0) -> int:
    """Read a number as programs write them; anything else is another."""
    return int(written) if written and _WHOLE.fullmatch(written) else otherwise


def plain_text(text: str) -> str:
    """Write a text for a part: escaped, and without the signs that no part may hold."""
    return escape(_CONTROLS.sub("\ufffd", text), quote=False).replace("\r", "&#13;")


def string_text(text: str) -> str:
    """Write a text that cells and notes hold, where _x0041_ would be read as the sign A."""
    return plain_text(_ESCAPE.sub("_x005F_", text))


def attribute_text(value: str) -> bytes:
    """Write the value of an attribute."""
    written = escape(_CONTROLS.sub("\ufffd", value))
    return written.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;").encode()
