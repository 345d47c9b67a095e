"""The two lists of a package that grow: what a part refers to, and of which type each part is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from posixpath import basename, dirname

from statlint.marking.part import Part
from statlint.marking.tags import attribute_text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PACKAGE}/relationships"/>'
)


def _attributes(said: Iterable[tuple[str, str]]) -> bytes:
    return b"".join(
        b" " + name.encode() + b'="' + attribute_text(value) + b'"' for name, value in said
    )


class Relations:
    """What one part refers to."""

    def __init__(self, part: str, raw: bytes | None) -> None:
        """Begin with the list of a part as it is; None where it has none."""
        self._folder = dirname(part)
        self._part = Part(raw or _NO_RELATIONS.encode())
        self._taken = {one.get("Id") for one in self._part.root.children}

    def add(self, kind: str, target: str) -> str:
        """Refer to another part; give the key by which it is known."""
        key = next(f"rId{n}" for n in count(len(self._taken) + 1) if f"rId{n}" not in self._taken)
        self._taken.add(key)
        said = (("Id", key), ("Type", kind), ("Target", self._seen_from_here(target)))
        tag = b"<" + self._part.prefix + b"Relationship" + _attributes(said) + b"/>"
        self._part.append(self._part.root, tag)
        return key

    def _seen_from_here(self, target: str) -> str:
        return basename(target) if dirname(target) == self._folder else f"/{target}"

    def written(self) -> bytes:
        """Give the list with all that was added."""
        return self._part.written()


class Types:
    """Of which type each part is, by its name or by its ending."""

    def __init__(self, raw: bytes) -> None:
        """Begin with the list as it is."""
        self._part = Part(raw)
        self._endings = {
            (one.get("Extension") or "").lower(): one.get("ContentType")
            for one in self._part.root.all("Default")
        }

    def name(self, part: str, kind: str) -> None:
        """State the type of one part."""
        self._put("Override", "PartName", f"/{part}", kind, at_end=True)

    def end(self, part: str, kind: str) -> None:
        """State the type of a part by its ending, where that is of no other type."""
        ending = part.rpartition(".")[2].lower()
        if ending not in self._endings:
            self._endings[ending] = kind
            self._put("Default", "Extension", ending, kind, at_end=False)
        elif self._endings[ending] != kind:
            self.name(part, kind)

    def _put(self, word: str, key: str, value: str, kind: str, *, at_end: bool) -> None:
        said = ((key, value), ("ContentType", kind))
        tag = b"<" + self._part.prefix + word.encode() + _attributes(said) + b"/>"
        put = self._part.append if at_end else self._part.put_first
        put(self._part.root, tag)

    def written(self) -> bytes:
        """Give the list with all that was added."""
        return self._part.written()
