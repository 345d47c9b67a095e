"""One part of a workbook that gets a few additions: each is spliced in where it belongs."""

from __future__ import annotations

from collections.abc import Collection

from statlint.marking.encoded import encoding_of
from statlint.marking.sound import check_sound
from statlint.marking.tags import Element, read_tags, with_attribute, without_attribute


class Part:
    """A part in markup; what is not changed stays byte for byte."""

    def __init__(self, raw: bytes) -> None:
        """Read its tags; raises Refusal where they do not match."""
        self._encoding = encoding_of(raw)
        self._text = self._encoding.read(raw)
        check_sound(self._text)
        self.root = read_tags(self._text)
        self._splices: list[tuple[int, int, bytes]] = []
        self._tags: dict[int, tuple[Element, bytes]] = {}
        self._appended: dict[int, tuple[Element, list[bytes]]] = {}

    @property
    def prefix(self) -> bytes:
        """What stands before the names of its elements: `x:`, or nothing."""
        return self.root.prefix

    def text_of(self, element: Element) -> bytes:
        """Give an element as it stands."""
        return self._text[element.begin : element.end]

    def content_of(self, element: Element) -> bytes:
        """Give what is in an element as it stands."""
        return self._text[element.inside : element.outside]

    def set(self, element: Element, key: str, value: str) -> None:
        """Set an attribute."""
        self._keep(element, with_attribute(self._tag(element), key, value))

    def drop(self, element: Element, key: str) -> None:
        """Take an attribute away."""
        self._keep(element, without_attribute(self._tag(element), key))

    def _tag(self, element: Element) -> bytes:
        return self._tags.get(element.begin, (element, element.tag))[1]

    def _keep(self, element: Element, tag: bytes) -> None:
        self._tags[element.begin] = element, tag

    def replace(self, element: Element, text: bytes) -> None:
        """Put something in the place of an element."""
        self._splices.append((element.begin, element.end, text))

    def put_before(self, element: Element, text: bytes) -> None:
        """Put something before an element."""
        self._splices.append((element.begin, element.begin, text))

    def put_first(self, element: Element, text: bytes) -> None:
        """Put something before all that is in an element."""
        if element.is_empty_tag:
            self.append(element, text)
        else:
            self._splices.append((element.inside, element.inside, text))

    def append(self, element: Element, text: bytes) -> None:
        """Put something behind all that is in an element."""
        self._appended.setdefault(element.begin, (element, []))[1].append(text)

    def put_in_order(self, text: bytes, before: Collection[str]) -> None:
        """Put a child of the root before the first of those that come later by the schema."""
        later = (one for one in self.root.children if one.name in before)
        found = next(later, None)
        if found is None:
            self.append(self.root, text)
        else:
            self.put_before(found, text)

    @property
    def is_changed(self) -> bool:
        """Whether anything was put in or taken away."""
        return bool(self._splices or self._tags or self._appended)

    def written(self) -> bytes:
        """Give the part with all additions."""
        # What begins at one place goes in in the order in which it was asked for.
        splices = sorted([*self._splices, *self._of_tags()], key=lambda one: one[:2])
        pieces, at = list[bytes](), 0
        for begin, end, text in splices:
            pieces += (self._text[at:begin], text)
            at = end
        pieces.append(self._text[at:])
        return self._encoding.written(b"".join(pieces))

    def _of_tags(self) -> list[tuple[int, int, bytes]]:
        """Give what becomes of changed tags and of elements that grow."""
        found, tags = [], dict(self._tags)
        for element, texts in self._appended.values():
            text = b"".join(texts)
            if element.is_empty_tag:
                opened = self._tag(element)[:-2].rstrip() + b">"
                closes = b"</" + element.prefix + element.name.encode() + b">"
                tags[element.begin] = element, opened + text + closes
            else:
                found.append((element.outside, element.outside, text))
        found += [(one.begin, one.inside, tag) for one, tag in tags.values()]
        return found
