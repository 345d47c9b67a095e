"""A package in the making: the parts of another one, those that change, and those that are new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import count
from posixpath import dirname, join

from statlint.marking.book import Book
from statlint.marking.boxes import blocks_in, free_blocks
from statlint.marking.packing import Packed, Packing, as_it_is, pack
from statlint.marking.refer import Relations, Types
from statlint.marking.styles import Styles
from statlint.workbook.sheets.package import relations_of
from statlint.workbook.sheets.parts import Parts

_TYPES = "[Content_Types].xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_DRAWING = ".vml"


class Parcel:
    """The copy of a package; what nobody changes stays as it is packed."""

    def __init__(self, parts: Parts) -> None:
        """Begin with all parts as they are; raises Refusal where the workbook's part is damaged."""
        self._package = parts.package
        self._packed: dict[str, Packed] = {}
        self._put: dict[str, bytes] = {}
        self._relations: dict[str, Relations] = {}
        self._taken = {name.lower() for name in self._package.names()}
        self.parts = parts
        self.workbook = parts.workbook
        self.book = Book(self.read(self.workbook) or b"")
        self.types = Types(self.read(_TYPES) or b"")
        self._styles_part = self._find_styles()
        self.styles = Styles(self.read(self._styles_part), self.book.space)
        self.threads = 0
        """How many of the cells that got a note have a thread, which Excel shows instead."""

    def read(self, part: str | None) -> bytes | None:
        """Give a part as it is, or as it was put in; None where there is none."""
        if part in self._put:
            return self._put[part]
        found = self.find(part) if part else None
        return b"".join(self._package.pieces(found)) if found else None

    def find(self, part: str) -> str | None:
        """Give the name of a part as the package writes it; None where there is no such part."""
        return self._package.find(part)

    def open(self, part: str) -> Callable[[], Iterator[bytes]]:
        """Give what unpacks a part."""
        return partial(self._package.pieces, part)

    def free_name(self, wanted: str) -> str:
        """Give a name for a part, in the folder of the workbook's part, that none has yet."""
        stem, dot, ending = join(dirname(self.workbook), wanted).rpartition(".")
        names = (f"{stem}{n or ''}{dot}{ending}" for n in count())
        name = next(name for name in names if name.lower() not in self._taken)
        self._taken.add(name.lower())
        return name

    def put(self, part: str, content: bytes) -> None:
        """Put a part in, in the place of the one that has its name."""
        self._put[part] = content

    def stream(self, part: str, pieces: Iterator[bytes], size: int) -> None:
        """Put a part in piece by piece; it has about so many bytes."""
        self._packed[part] = pack(part, pieces, expected=size)

    def refer(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another one; give the key by which it knows it."""
        if part not in self._relations:
            self._relations[part] = Relations(part, self.read(relations_of(part)))
        return self._relations[part].add(f"{self.book.office}/{kind}", target)

    def _find_styles(self) -> str | None:
        """Find the part with the formats of cells."""
        relations = self.parts.relations(self.workbook).values()
        related = (one.target for one in relations if one.kind == "styles")
        found = next(filter(None, map(self._package.find, related)), None)
        return found or self.parts.find_of_type("spreadsheetml.styles+xml")

    @cached_property
    def blocks(self) -> Iterator[int]:
        """Give numbers for shapes that no drawing has taken."""
        drawings = (name for name in self._package.names() if name.lower().endswith(_DRAWING))
        taken = {one for name in drawings for one in blocks_in(self.read(name) or b"")}
        return free_blocks(taken)

    def written(self) -> bytes:
        """Give the whole package."""
        self._finish()
        self._packed |= {part: pack(part, (text,)) for part, text in self._put.items()}
        packing = Packing()
        for member, packed in self._package.packed():
            changed = self._packed.pop(member.name, None)
            packing.put(as_it_is(member, packed) if changed is None else changed)
        for added in self._packed.values():
            packing.put(added)
        return packing.finish()

    def _finish(self) -> None:
        """Pack what grew while the sheets were written."""
        if self._styles_part is None:
            self._styles_part = self.free_name("styles.xml")
            self.types.name(self._styles_part, _STYLES_TYPE)
            self.refer(self.workbook, "styles", self._styles_part)
        self.put(self._styles_part, self.styles.written())
        self.put(self.workbook, self.book.written())
        for part, relations in self._relations.items():
            name = relations_of(part)
            self.put(self._package.find(name) or name, relations.written())
        self.put(self._package.find(_TYPES) or _TYPES, self.types.written())
