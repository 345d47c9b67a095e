"""Pages as the tests read them: their elements, names, links and words."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Parts(HTMLParser):
    """What a page is made of: its elements with their attributes, and the text in them."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._texts: list[list[str]] = []
        self._open: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.elements.append((tag, dict(attrs)))
        self._texts.append([])
        if tag not in {"meta", "input", "br"}:
            self._open.append(len(self._texts) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; it must be the one that was opened last."""
        at = self._open.pop()
        assert self.elements[at][0] == tag

    def handle_data(self, data: str) -> None:
        """Take words: they are of all elements that are open."""
        for at in self._open:
            self._texts[at].append(data)

    def of(self, kind: str) -> list[dict[str, str | None]]:
        """Give the elements of a class."""
        return [self.elements[at][1] for at in self._places(kind)]

    def words(self, kind: str) -> list[str]:
        """Give the words in the elements of a class, white space made one blank."""
        return [" ".join("".join(self._texts[at]).split()) for at in self._places(kind)]

    def texts(self, tag: str) -> list[str]:
        """Give what stands in the elements of a tag, as it is."""
        return [
            "".join(self._texts[at]) for at, (name, _) in enumerate(self.elements) if name == tag
        ]

    def ids(self) -> list[str]:
        """Give the names of all elements that have one."""
        return [one["id"] or "" for _, one in self.elements if "id" in one]

    def targets(self) -> set[str]:
        """Give what links within the page lead to."""
        links = (one.get("href") or "" for tag, one in self.elements if tag == "a")
        return {link[1:] for link in links if link.startswith("#")}

    def _places(self, kind: str) -> list[int]:
        return [
            at
            for at, (_, one) in enumerate(self.elements)
            if kind in re.split(r"\s+", one.get("class") or "")
        ]
