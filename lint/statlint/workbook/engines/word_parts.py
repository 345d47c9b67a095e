"""The parts of a Word package: which of them is the text, and what belongs to it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines.details import inside
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.word_tree import children
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_USUAL = "word/document.xml"
_MISSING = Text("文档的正文缺失", "the text of the document is missing")


class WordParts:
    """The main part of a package and those that it refers to by what they are."""

    def __init__(self, package: ZipFile) -> None:
        """Find the main part; raises Refusal where it is missing."""
        self._package = package
        # Writers do not agree with themselves on capitals, and Word does not care.
        self._members = {name.lower(): name for name in package.namelist()}
        named = dict(self._relations(""))
        self.main = named.get("officeDocument", _USUAL)
        if self.main.lower() not in self._members:
            raise Refusal(Fault.DAMAGED, inside(self.main, _MISSING))
        self._others = dict(self._relations(self.main))

    def read(self, kind: str, parent: str, *, without: str | None = None) -> Iterator[Element]:
        """Give the children of the root of a part, such as `styles`; none where it is missing."""
        name = self._others.get(kind)
        return self._children(name, parent, without) if name else iter(())

    def read_main(self) -> Iterator[Element]:
        """Give the blocks of the text."""
        return self._children(self.main, "body")

    def content(self, kind: str) -> bytes:
        """Give what a part holds as it is; nothing where it is missing."""
        member = self._members.get(self._others.get(kind, "").lower())
        return b"" if member is None else self._package.read(member)

    def _children(self, name: str, parent: str, without: str | None = None) -> Iterator[Element]:
        member = self._members.get(name.lower())
        if member is None:
            return
        with self._package.open(member) as source:
            yield from children(source, parent, member, without=without)

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        """Give what parts another refers to: what they are, and their names."""
        folder, _, name = part.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        for relation in self._children(listed, "rel.Relationships"):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                kind = relation.get("Type", "").rpartition("/")[2]
                yield kind, posixpath.normpath(posixpath.join("/", folder, target))[1:]
